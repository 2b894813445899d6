import type { Core } from '@strapi/strapi';
import { RANKINGS, type PostView } from '../../../../shared/contracts/posts';
import { LIMITS } from '../../../../shared/limits';
import { visibleCard, visiblePost } from '../../../../shared/visible-parts';
import { notFound } from '../../platform/errors';
import { assertKnownQuery, type HttpContext } from '../../platform/http/request';
import { articleTag, LIST } from '../../platform/http/cache-tags';
import { decodeChoice, decodeLimit } from '../../platform/http/pagination';
import { sendPublic } from '../../platform/http/public-response';
import { varyByLanguages } from '../../platform/http/vary-by-language';
import type { Access } from '../../audience/access/api';
import type { Posts } from './api';
import { languagesOf, languageVariant } from '../../platform/text/language';
import { postOperations } from './openapi';

const DAYS = { default: LIMITS.rankingDays.max, max: LIMITS.rankingDays.max };

const languagesIn = ({ article, summary }: PostView): string =>
  [...new Set([article.language, ...(summary ? [summary.language] : [])])].join(', ');

interface Rooms {
  strapi: Core.Strapi;
  access: Access;
  posts: Posts;
}

/** REST: a whole post in one response. */
export const postController = ({ access, posts, strapi }: Rooms) => ({
  async findOne(ctx: HttpContext) {
    assertKnownQuery(ctx.query, postOperations.post.queryNames);
    const languages = languagesOf(ctx.query.lang, ctx.get('accept-language'));
    const found = await posts.read(ctx.params.slug, languages);
    if (found.kind === 'missing') throw notFound('Post');
    if (found.kind === 'moved') {
      ctx.redirect(`${ctx.path.replace(/[^/]+$/, found.slug)}${ctx.search}`);
      ctx.status = 301;
      return;
    }
    ctx.set('Content-Language', languagesIn(found.post));
    const { article, summaries } = found.post;
    const post = visiblePost(found.post, await access.visibleParts(ctx));
    sendPublic(strapi, ctx, {
      body: { data: post, meta: {} },
      tags: [articleTag(article.documentId)],
      varyBy: varyByLanguages(languageVariant(summaries, article.language)),
    });
  },
});

/** REST: the top of the published posts. */
export const rankingController = ({ access, posts, strapi }: Rooms) => ({
  async find(ctx: HttpContext) {
    assertKnownQuery(ctx.query, postOperations.rankings.queryNames);
    const by = decodeChoice(ctx.query.by, RANKINGS, 'score', 'by');
    const days = ctx.query.days === undefined ? null : decodeLimit(ctx.query.days, DAYS, 'days');
    const limit = decodeLimit(ctx.query.limit, LIMITS.list);
    const languages = languagesOf(ctx.query.lang, ctx.get('accept-language'));
    const cards = await posts.rankings({ by, days, limit, languages });
    const visible = await access.visibleParts(ctx);
    const data = cards.map((card) => visibleCard(card, visible));
    sendPublic(strapi, ctx, {
      body: { data, meta: { by, days, limit } },
      tags: [LIST],
      varyBy: varyByLanguages((languages) => languages.join()),
    });
  },
});

/** REST: an article as it stands, for who has a link to it. */
export const previewController = ({ posts }: Pick<Rooms, 'posts'>) => ({
  async findOne(ctx: HttpContext) {
    // First of all, so that a refusal is not cached either.
    ctx.set('Cache-Control', 'private, no-store');
    ctx.set('X-Robots-Tag', 'noindex');
    assertKnownQuery(ctx.query, postOperations.preview.queryNames);
    const languages = languagesOf(ctx.query.lang, ctx.get('accept-language'));
    const { documentId = '' } = ctx.params;
    const { view, meta } = await posts.preview(
      documentId,
      typeof ctx.query.token === 'string' ? ctx.query.token : '',
      languages
    );
    ctx.body = { data: view, meta };
  },
});
