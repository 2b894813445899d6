import type { Knex } from 'knex';
import { countRows } from '../../platform/database/keyset-query';
import { TABLE, type DocumentId } from '../../platform/strapi/uids';
import { ARTICLE_COLUMNS, posts, select, type PostRow } from './store';

/** A card needs no body, which may be long. */
const CARD_COLUMNS = ARTICLE_COLUMNS.filter((column) => column !== 'body');

/** By what a list is sorted, highest first. */
const ORDER = {
  newest: ['a.first_published_at'],
  score: ['s.rating_score'],
  average: ['s.rating_average', 's.rating_count'],
  votes: ['s.rating_count'],
  comments: ['s.comments_visible'],
} as const;

export interface CardOptions {
  order: keyof typeof ORDER;
  /** Only posts first published since then; null for all. */
  since: Date | null;
  limit: number;
  offset: number;
}

/** A part of the list of published posts; equal ones by id, so that pages do not overlap. */
export const selectCards = (knex: Knex, options: CardOptions): Promise<PostRow[]> =>
  select(posts(knex), CARD_COLUMNS)
    .modify((query) => {
      if (options.since !== null) void query.where('a.first_published_at', '>=', options.since);
    })
    .orderBy([
      ...ORDER[options.order].map((column) => ({ column, order: 'desc' as const })),
      { column: 'a.document_id', order: 'asc' as const },
    ])
    .limit(options.limit)
    .offset(options.offset);

/** The cards of some articles, in no order; what is not published is left out. */
export const selectCardsOf = (knex: Knex, articleIds: DocumentId[]): Promise<PostRow[]> =>
  select(posts(knex), CARD_COLUMNS).whereIn('a.document_id', articleIds);

/** How many published posts there are. */
export async function countPosts(knex: Knex): Promise<number> {
  return countRows(knex(TABLE.article).whereNotNull('published_at'));
}
