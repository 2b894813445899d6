import type { PostCard, SummaryView } from '../../../../shared/contracts/posts';
import type { SearchHit, Snippet } from '../../../../shared/contracts/search';
import { LIMITS } from '../../../../shared/limits';
import { onConnection } from '../../platform/database/connection';
import { assertNoFaults } from '../../platform/errors';
import { decodeOffset, encodeOffset } from '../../platform/http/pagination';
import { configOf } from '../../config';
import type { SearchDeps } from './deps';
import { clientOf } from './index-store';
import { readQuery, type Term } from './rules';
import { snippetOf } from './snippets';
import { MAX_MATCHES, selectMatches } from './store';

const MINUTE_S = 60;

interface Page {
  limit: number;
  offset: number;
}

interface Hits {
  items: SearchHit[];
  more: boolean;
}

/**
 * Finds published posts in which all of a query is found, the best first; the newest without one.
 * @param options.q as a reader wrote it
 * @param options.cursor from an earlier response to the same query
 * @param options.languages for each post's summary, by preference
 * @param options.network keyed hash of who asks: searches of one are counted
 * @throws ValidationError at `q` or `cursor`
 * @throws RateLimitError when its network has searched too often
 */
export const searchPosts =
  (deps: SearchDeps) =>
  async ({
    q,
    limit,
    cursor,
    languages,
    network,
  }: {
    q: string | null;
    limit: number;
    cursor: unknown;
    languages: string[];
    network: string;
  }): Promise<{ items: SearchHit[]; nextCursor: string | null }> => {
    const { terms, faults } = readQuery(q ?? '');
    assertNoFaults(faults);
    const asked = q !== null && q.trim() !== '';
    const reach = asked ? MAX_MATCHES : LIMITS.listReach;
    const offset = decodeOffset(cursor, reach);
    if (asked && terms.length === 0) return { items: [], nextCursor: null };
    if (asked) await takeTurn(deps, network);
    const { items, more } = asked
      ? await matches(deps, terms, { limit, offset }, languages)
      : await newest(deps, { limit, offset }, languages);
    const next = offset + limit;
    return { items, nextCursor: more && next < reach ? encodeOffset(next) : null };
  };

/** @throws RateLimitError when a network has searched too often */
function takeTurn({ limiter, strapi }: SearchDeps, network: string): Promise<void> {
  const { perMinute } = configOf(strapi).search;
  const why = `At most ${perMinute} searches a minute are answered`;
  const bound = { most: perMinute, seconds: MINUTE_S };
  return limiter.enforce('search', network, bound, why);
}

async function matches(
  { posts, strapi }: SearchDeps,
  terms: readonly Term[],
  page: Page,
  languages: string[]
): Promise<Hits> {
  const rows = await onConnection(strapi, (knex) =>
    selectMatches(knex, clientOf(strapi), terms, { ...page, limit: page.limit + 1 })
  );
  const shown = rows.slice(0, page.limit);
  const ids = shown.map(({ articleId }) => articleId);
  const cards = new Map((await posts.cards(ids, languages)).map((card) => [card.documentId, card]));
  const summaries = await posts.summaries(ids);
  const items = shown.flatMap(({ articleId, text }) => {
    const card = cards.get(articleId);
    if (card === undefined) return [];
    const snippets = snippetsOf(terms, card, summaries.get(articleId) ?? [], text);
    return [{ ...card, snippets }];
  });
  return { items, more: rows.length > page.limit };
}

async function newest(
  { posts }: SearchDeps,
  { limit, offset }: Page,
  languages: string[]
): Promise<Hits> {
  const cards = await posts.newest({ limit: limit + 1, offset, languages });
  const items = cards.slice(0, limit).map((card) => ({ ...card, snippets: [] }));
  return { items, more: cards.length > limit };
}

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
