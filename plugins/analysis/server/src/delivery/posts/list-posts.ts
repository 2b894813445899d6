import type { PostCard, Ranking } from '../../../../shared/contracts/posts';
import { onConnection } from '../../platform/database/connection';
import type { DocumentId } from '../../platform/strapi/uids';
import { coverOf } from './cover';
import type { PostsDeps } from './deps';
import { countPosts, selectCards, selectCardsOf, type CardOptions } from './rankings-store';
import { readSummaries } from './read-summaries';
import type { PostRow } from './store';
import { cardView } from './views';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Lists published posts, newest first or by score.
 * @param options.page from 1
 * @param options.languages of the summaries, by preference
 */
export const listPosts =
  (deps: PostsDeps) =>
  async ({
    sort,
    page,
    pageSize,
    languages,
  }: {
    sort: 'newest' | 'score';
    page: number;
    pageSize: number;
    languages: string[];
  }): Promise<{ items: PostCard[]; total: number; pageCount: number }> => {
    const total = await onConnection(deps.strapi, countPosts);
    const items = await selectedCards(deps, languages, {
      order: sort,
      since: null,
      limit: pageSize,
      offset: (page - 1) * pageSize,
    });
    return { items, total, pageCount: Math.ceil(total / pageSize) };
  };

/** Published posts from some place of the list on, newest first. */
export const newestPosts =
  (deps: PostsDeps) =>
  ({
    limit,
    offset,
    languages,
  }: {
    limit: number;
    offset: number;
    languages: string[];
  }): Promise<PostCard[]> =>
    selectedCards(deps, languages, { order: 'newest', since: null, limit, offset });

/**
 * The top of the published posts.
 * @param options.days only posts first published within so many days; null for all
 */
export const rankPosts =
  (deps: PostsDeps) =>
  ({
    by,
    days,
    limit,
    languages,
  }: {
    by: Ranking;
    days: number | null;
    limit: number;
    languages: string[];
  }): Promise<PostCard[]> =>
    selectedCards(deps, languages, {
      order: by,
      since: days === null ? null : new Date(Date.now() - days * DAY_MS),
      limit,
      offset: 0,
    });

/** Those of some articles that are published, in the order asked for. */
export const postCards =
  (deps: PostsDeps) =>
  async (articleIds: DocumentId[], languages: string[]): Promise<PostCard[]> => {
    if (articleIds.length === 0) return [];
    const rows = await onConnection(deps.strapi, (knex) => selectCardsOf(knex, articleIds));
    const places = new Map(articleIds.map((id, at) => [id, at]));
    const placeOf = (row: PostRow): number => places.get(row.document_id) ?? 0;
    const ordered = rows.sort((left, right) => placeOf(left) - placeOf(right));
    return cardsOf(deps, ordered, languages);
  };

async function selectedCards(
  deps: PostsDeps,
  languages: string[],
  options: CardOptions
): Promise<PostCard[]> {
  const rows = await onConnection(deps.strapi, (knex) => selectCards(knex, options));
  return cardsOf(deps, rows, languages);
}

async function cardsOf(deps: PostsDeps, rows: PostRow[], languages: string[]): Promise<PostCard[]> {
  const { stats, strapi } = deps;
  const summaries = await readSummaries(deps)(rows.map((row) => row.document_id));
  return Promise.all(
    rows.map(async (row) =>
      cardView(row, {
        summaries: summaries.get(row.document_id) ?? [],
        cover: await coverOf(strapi, row),
        rating: stats.ratingView(row),
        languages,
      })
    )
  );
}
