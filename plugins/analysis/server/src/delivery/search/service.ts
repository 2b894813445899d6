import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { LIMITS } from '../../../../shared/limits';
import type { PostCard, SummaryView } from '../../../../shared/contracts/posts';
import type { SearchHit, Snippet } from '../../../../shared/contracts/search';
import { inBackground } from '../../platform/database/after-commit';
import { inTransaction, onConnection, type Trx } from '../../platform/database/connection';
import { assertNoFaults } from '../../platform/errors';
import { decodeOffset, encodeOffset } from '../../platform/http/pagination';
import { services, type Services } from '../../common/services';
import type { DocumentId } from '../../platform/strapi/uids';
import { configOf } from '../../config';
import { bodyText } from '../../platform/text/markdown';
import { clientOf, ensureIndex } from './index-store';
import { relatedTo } from './find-related';
import { indexText, readQuery, type Term } from './rules';
import { snippetOf } from './snippets';
import {
  deleteEntry,
  deleteStray,
  MAX_MATCHES,
  selectArticles,
  selectHash,
  selectMatches,
  selectSource,
  upsertEntry,
  type Source,
} from './store';

/** Articles that are looked at together when entries are made for what is there already. */
const BATCH = 100;
const MINUTE_S = 60;

const hashOf = (source: Source): string =>
  createHash('sha256').update(JSON.stringify(source)).digest('hex');

function snippetsOf(
  terms: readonly Term[],
  { title, language }: PostCard,
  summaries: readonly SummaryView[],
  text: string
): Snippet[] {
  const inTitle = snippetOf(title, terms, true);
  const inSummaries = summaries.map((summary) => ({
    language: summary.language,
    html: snippetOf(summary.text, terms),
  }));
  const summary = inSummaries.find(({ html }) => html !== null);
  const body = snippetOf(text, terms);
  return [
    ...(inTitle === null ? [] : [{ field: 'title' as const, language, html: inTitle }]),
    ...(summary
      ? [{ field: 'summary' as const, ...(summary as { language: string; html: string }) }]
      : []),
    ...(body === null ? [] : [{ field: 'body' as const, language, html: body }]),
  ];
}

/** Search and related posts; see `Services` for the contract. */
export const searchService = ({ strapi }: { strapi: Core.Strapi }): Services['search'] => {
  let closing = false;

  const settle = async (trx: Trx, articleId: DocumentId): Promise<void> => {
    const source = await selectSource(trx, articleId);
    if (source === null) {
      await deleteEntry(trx, articleId);
      return;
    }
    const contentHash = hashOf(source);
    if ((await selectHash(trx, articleId)) === contentHash) return;
    const text = bodyText(source.body, source.originalLink);
    await upsertEntry(trx, articleId, {
      language: source.language,
      firstPublishedAt: source.firstPublishedAt,
      titleWords: indexText([source.title]),
      summaryWords: indexText(source.summaries),
      words: indexText([source.title, ...source.summaries, text]),
      text,
      contentHash,
    });
  };

  /** Goes through published articles in batches; returns how many there were. */
  const settleAll = async (missing: boolean): Promise<number> => {
    let after = 0;
    let count = 0;
    while (!closing) {
      const rows = await onConnection(strapi, (knex) =>
        selectArticles(knex, { after, limit: BATCH, missing })
      );
      for (const { id, document_id: articleId } of rows) {
        await inTransaction(strapi, async (trx) => {
          await services(strapi).stats.lock(trx, articleId);
          await settle(trx, articleId);
        });
        after = id;
        count += 1;
        if (closing) break;
      }
      if (rows.length < BATCH) break;
    }
    return count;
  };

  const matches = async (
    terms: readonly Term[],
    page: { limit: number; offset: number },
    languages: string[]
  ): Promise<{ items: SearchHit[]; more: boolean }> => {
    const rows = await onConnection(strapi, (knex) =>
      selectMatches(knex, clientOf(strapi), terms, { ...page, limit: page.limit + 1 })
    );
    const shown = rows.slice(0, page.limit);
    const ids = shown.map(({ articleId }) => articleId);
    const { posts } = services(strapi);
    const cards = new Map(
      (await posts.cards(ids, languages)).map((card) => [card.documentId, card])
    );
    const summaries = await posts.summaries(ids);
    const items = shown.flatMap(({ articleId, text }) => {
      const card = cards.get(articleId);
      if (card === undefined) return [];
      const snippets = snippetsOf(terms, card, summaries.get(articleId) ?? [], text);
      return [{ ...card, snippets }];
    });
    return { items, more: rows.length > page.limit };
  };

  const newest = async (
    { limit, offset }: { limit: number; offset: number },
    languages: string[]
  ): Promise<{ items: SearchHit[]; more: boolean }> => {
    const cards = await services(strapi).posts.newest({ limit: limit + 1, offset, languages });
    const items = cards.slice(0, limit).map((card) => ({ ...card, snippets: [] }));
    return { items, more: cards.length > limit };
  };

  const assertRate = (network: string): Promise<void> => {
    const { perMinute } = configOf(strapi).search;
    const why = `At most ${perMinute} searches a minute are answered`;
    const bound = { most: perMinute, seconds: MINUTE_S };
    return services(strapi).limits.enforce('search', network, bound, why);
  };

  return {
    settle,

    removeAll: async (trx, articleId) => {
      await deleteEntry(trx, articleId);
    },

    async find({ q, limit, cursor, languages, network }) {
      const { terms, faults } = readQuery(q ?? '');
      assertNoFaults(faults);
      const asked = q !== null && q.trim() !== '';
      const reach = asked ? MAX_MATCHES : LIMITS.listReach;
      const offset = decodeOffset(cursor, reach);
      if (asked && terms.length === 0) return { items: [], nextCursor: null };
      if (asked) await assertRate(network);
      const { items, more } = asked
        ? await matches(terms, { limit, offset }, languages)
        : await newest({ limit, offset }, languages);
      const next = offset + limit;
      return { items, nextCursor: more && next < reach ? encodeOffset(next) : null };
    },

    async related(slug, { limit, languages }) {
      const { articleId, related } = await relatedTo(strapi, slug, limit);
      return { articleId, items: await services(strapi).posts.cards(related, languages) };
    },

    async open() {
      closing = false;
      await onConnection(strapi, (knex) => ensureIndex(knex, clientOf(strapi)));
      const [first] = await onConnection(strapi, (knex) =>
        selectArticles(knex, { after: 0, limit: 1, missing: true })
      );
      if (first === undefined) return;
      inBackground(strapi, async () => {
        const count = await settleAll(true);
        strapi.log.info(`Search: ${count} published posts indexed`);
      });
    },

    async reindex() {
      const stray = await onConnection(strapi, deleteStray);
      return { articles: await settleAll(false), stray };
    },

    close() {
      closing = true;
    },
  };
};
