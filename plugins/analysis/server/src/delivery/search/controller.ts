import type { Core } from '@strapi/strapi';
import { fault } from '../../../../shared/faults';
import { LIMITS } from '../../../../shared/limits';
import { visibleCard } from '../../../../shared/visible-parts';
import { articleTag, LIST } from '../../platform/http/cache-tags';
import { assertNoFaults } from '../../platform/errors';
import { assertKnownQuery, type HttpContext } from '../../platform/http/request';
import { decodeLimit } from '../../platform/http/pagination';
import { sendPublic } from '../../platform/http/public-response';
import { varyByLanguages } from '../../platform/http/vary-by-language';
import type { Identity } from '../../audience/identity/api';
import type { Access } from '../../audience/access/api';
import type { Search } from './api';
import { languagesOf } from '../../platform/text/language';
import { searchOperations } from './openapi';

const anyLanguages = varyByLanguages((languages) => languages.join());

/** A query as text; null without one. */
function queryOf(value: unknown): string | null {
  if (value === undefined || value === '') return null;
  if (typeof value !== 'string') assertNoFaults([fault('q', 'wrong_type', 'must be one text')]);
  return value as string;
}

interface Rooms {
  strapi: Core.Strapi;
  access: Access;
  identity: Identity;
  search: Search;
}

/** REST: the list of published posts, and what is found in them. */
export const searchController = ({ access, identity, search, strapi }: Rooms) => ({
  async find(ctx: HttpContext) {
    assertKnownQuery(ctx.query, searchOperations.search.queryNames);
    const q = queryOf(ctx.query.q);
    const limit = decodeLimit(ctx.query.limit, LIMITS.searchPage);
    const languages = languagesOf(ctx.query.lang, ctx.get('accept-language'));
    const { cursor } = ctx.query;
    const { ipHash: network } = identity.identify(ctx);
    const found = await search.find({ q, limit, cursor, languages, network });
    const visible = await access.visibleParts(ctx);
    const data = found.items.map((hit) => visibleCard(hit, visible));
    const { nextCursor } = found;
    sendPublic(strapi, ctx, {
      body: { data, meta: { q, limit, nextCursor } },
      tags: [LIST],
      varyBy: anyLanguages,
    });
  },
});

/** REST: posts near another one. */
export const relatedController = ({ access, search, strapi }: Omit<Rooms, 'identity'>) => ({
  async find(ctx: HttpContext) {
    assertKnownQuery(ctx.query, searchOperations.related.queryNames);
    const limit = decodeLimit(ctx.query.limit, LIMITS.related);
    const languages = languagesOf(ctx.query.lang, ctx.get('accept-language'));
    const slug = ctx.params.slug;
    const { articleId, items } = await search.related(slug, { limit, languages });
    const visible = await access.visibleParts(ctx);
    sendPublic(strapi, ctx, {
      body: { data: items.map((card) => visibleCard(card, visible)), meta: { limit } },
      tags: [articleTag(articleId), LIST],
      varyBy: anyLanguages,
    });
  },
});
