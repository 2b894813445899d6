import type { Core } from '@strapi/strapi';
import { fault, type Fault } from '../../../../shared/faults';
import { articleTag, LIST } from '../../platform/http/cache-tags';
import { assertNoFaults, notFound } from '../../platform/errors';
import type { HttpContext } from '../../platform/http/request';
import { sendPublic } from '../../platform/http/public-response';
import { languagesOf } from '../../platform/text/language';
import type { Syndication } from './api';
import { oembedXml } from './oembed-format';
import { FEED_TYPE, FORMATS, type Format } from './rules';

const XML = 'application/xml; charset=utf-8';

interface Rooms {
  strapi: Core.Strapi;
  syndication: Syndication;
}

/** The format that an address ends in. */
const formatOf = (ctx: HttpContext): Format =>
  FORMATS.find((format) => ctx.path.replace(/\/$/, '').endsWith(`.${format}`)) ?? 'rss';

/** A parameter that came once, as text; null without it. */
function textOf(ctx: HttpContext, name: string): string | null {
  const value = ctx.query[name];
  if (value === undefined || value === '') return null;
  if (typeof value !== 'string') assertNoFaults([fault(name, 'wrong_type', 'must be one text')]);
  return value as string;
}

/**
 * REST: posts and comments as feeds. Parameters that nobody here knows are passed over, here and
 * below: readers of feeds, crawlers and WordPress add their own.
 */
export const feedController = ({ strapi, syndication }: Rooms) => ({
  async find(ctx: HttpContext) {
    const format = formatOf(ctx);
    const [lang = null] = languagesOf(ctx.query.lang, '');
    const topic = textOf(ctx, 'topic');
    const body = await syndication.posts(format, { lang, topic });
    sendPublic(strapi, ctx, { body, type: FEED_TYPE[format], tags: [LIST] });
  },

  async comments(ctx: HttpContext) {
    const format = formatOf(ctx);
    const articleId = ctx.params.documentId;
    const body = await syndication.comments(format, articleId);
    sendPublic(strapi, ctx, { body, type: FEED_TYPE[format], tags: [articleTag(articleId)] });
  },
});

/** The sitemap, in pages, and that of the news. */
export const sitemapController = ({ strapi, syndication }: Rooms) => {
  const send = (ctx: HttpContext, body: string) =>
    sendPublic(strapi, ctx, { body, type: XML, tags: [LIST] });
  return {
    async find(ctx: HttpContext) {
      send(ctx, await syndication.sitemapIndex());
    },

    async page(ctx: HttpContext) {
      const page = Number(ctx.params.page);
      if (!/^[1-9]\d{0,4}$/.test(ctx.params.page)) throw notFound('Sitemap');
      send(ctx, await syndication.sitemap(page));
    },

    async news(ctx: HttpContext) {
      send(ctx, await syndication.news());
    },
  };
};

/** A side in CSS pixels; absent, it may be as long as it likes. */
function sideOf(ctx: HttpContext, name: string, faults: Fault[]): number {
  const value = ctx.query[name];
  if (value === undefined) return Infinity;
  if (typeof value === 'string' && /^[1-9]\d{0,4}$/.test(value)) return Number(value);
  faults.push(fault(name, 'out_of_range', 'must be a whole number of pixels from 1 to 99999'));
  return Infinity;
}

function addressOf(ctx: HttpContext, faults: Fault[]): URL | null {
  const { url } = ctx.query;
  if (url === undefined || url === '') {
    faults.push(fault('url', 'required', 'url is required'));
    return null;
  }
  const valid = typeof url === 'string' && url.length <= 2_000 && URL.canParse(url);
  if (!valid) faults.push(fault('url', 'invalid_url', 'must be an absolute address'));
  return valid ? new URL(url) : null;
}

/** REST: an oEmbed provider (oembed.com). */
export const oembedController = ({ strapi, syndication }: Rooms) => ({
  async find(ctx: HttpContext) {
    const faults: Fault[] = [];
    const url = addressOf(ctx, faults);
    const most = {
      width: sideOf(ctx, 'maxwidth', faults),
      height: sideOf(ctx, 'maxheight', faults),
    };
    assertNoFaults(faults);
    const { format = 'json' } = ctx.query;
    if (format !== 'json' && format !== 'xml') {
      const message = 'format must be json or xml';
      ctx.status = 501;
      ctx.body = {
        data: null,
        error: { status: 501, name: 'NotImplementedError', message, details: {} },
      };
      return;
    }
    const { articleId, answer } = await syndication.oembed(url as URL, most);
    sendPublic(strapi, ctx, {
      ...(format === 'xml'
        ? { body: oembedXml(answer), type: 'text/xml; charset=utf-8' }
        : { body: answer }),
      tags: [articleTag(articleId)],
    });
  },
});
