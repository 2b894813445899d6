import { defined } from '../../../../shared/defined';
import { fromStrapi } from '../../platform/strapi/from-strapi';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Trx } from '../../platform/database/connection';
import { createId } from '../../platform/security/hash';
import { statement } from '../../platform/database/prepared-statement';
import { TABLE, UID, type DocumentId } from '../../platform/strapi/uids';
import type { Vote } from './rules';

export interface VoteRow extends Vote {
  id: number;
}

/** What is stored with a vote: the text and the generator that it was given to. */
export interface VoteContext {
  contentHash: string;
  model: string | null;
  promptVersion: string | null;
}

type Raw = {
  id: number;
  article_id: DocumentId;
  value: number;
  voter_key: string;
  content_hash: string | null;
};

const votesOf = statement<Raw, { articleIds: DocumentId[]; voterKeys: string[] }>(
  (knex, { articleIds, voterKeys }) =>
    knex(TABLE.rating)
      .whereIn('article_id', articleIds)
      .whereIn('voter_key', voterKeys)
      .orderBy('id')
      .select('id', 'article_id', 'value', 'voter_key', 'content_hash')
);

/** Votes of some articles under any of some keys, each with its article; oldest first. */
export async function selectVotes(
  knex: Knex,
  articleIds: DocumentId[],
  voterKeys: string[]
): Promise<(VoteRow & { articleId: DocumentId })[]> {
  const rows = await votesOf(knex, { articleIds, voterKeys });
  return rows.map((row) => ({
    id: row.id,
    articleId: row.article_id,
    value: row.value,
    voterKey: row.voter_key,
    contentHash: row.content_hash,
  }));
}

/** The vote under one of a voter's keys. */
export const selectVote = async (
  knex: Knex,
  articleId: DocumentId,
  voterKeys: string[]
): Promise<VoteRow | null> => (await selectVotes(knex, [articleId], voterKeys))[0] ?? null;

/** The stars that a voter gave to each of some articles. */
export async function selectValues(
  knex: Knex,
  articleIds: DocumentId[],
  voterKeys: string[]
): Promise<Map<DocumentId, number>> {
  const rows: { article_id: DocumentId; value: number }[] = await knex(TABLE.rating)
    .whereIn('article_id', articleIds)
    .whereIn('voter_key', voterKeys)
    .select('article_id', 'value');
  return new Map(rows.map(({ article_id: articleId, value }) => [articleId, value]));
}

type Columns = {
  value: number[];
  voter_key: string[];
  content_hash: (string | null)[];
  model: (string | null)[];
  prompt_version: (string | null)[];
};

/** What is written of some votes, column by column. */
const columnsOf = (
  votes: readonly { vote: Vote; context: VoteContext }[]
): Columns & { now: Date } => ({
  now: new Date(),
  value: votes.map(({ vote }) => vote.value),
  voter_key: votes.map(({ vote }) => vote.voterKey),
  content_hash: votes.map(({ vote }) => vote.contentHash),
  model: votes.map(({ context }) => context.model),
  prompt_version: votes.map(({ context }) => context.promptVersion),
});

const newVotes = statement<
  never,
  { now: Date; document_id: string[]; article_id: DocumentId[] } & Columns
>(
  (knex, { now, ...columns }) =>
    knex(TABLE.rating).insert(
      columns.document_id.map((_, at) => ({
        created_at: now,
        updated_at: now,
        published_at: now,
        ...Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, values[at]])),
      }))
    ),
  { exactLists: true }
);

/** Writes new votes, in one statement. */
export async function insertVotes(
  trx: Trx,
  votes: readonly { articleId: DocumentId; vote: Vote; context: VoteContext }[]
): Promise<void> {
  await newVotes(trx, {
    document_id: votes.map(() => createId()),
    article_id: votes.map(({ articleId }) => articleId),
    ...columnsOf(votes),
  });
}

const changedVotes = statement<never, { ids: number[]; now: Date } & Columns>(
  (knex, { ids, now, ...columns }) =>
    knex(TABLE.rating)
      .whereIn('id', ids)
      .update({
        ...Object.fromEntries(
          Object.entries(columns).map(([name, values]) => [
            name,
            // The column itself at the end says of which type the values are.
            knex.raw(`case id ${ids.map(() => 'when ? then ?').join(' ')} else ?? end`, [
              ...ids.flatMap((id, at) => [id, defined(values[at])]),
              name,
            ]),
          ])
        ),
        updated_at: now,
      }),
  { exactLists: true }
);

/** Changes votes, in one statement. */
export async function updateVotes(
  trx: Trx,
  votes: readonly { id: number; vote: Vote; context: VoteContext }[]
): Promise<void> {
  await changedVotes(trx, { ids: votes.map(({ id }) => id), ...columnsOf(votes) });
}

export const deleteVote = (trx: Trx, id: number): Promise<number> =>
  trx(TABLE.rating).where({ id }).delete();

export const deleteVotes = (trx: Trx, articleId: DocumentId): Promise<number> =>
  trx(TABLE.rating).where({ article_id: articleId }).delete();

/** A vote as the hooks see it. */
export interface VoteEntity {
  id: number;
  articleId: DocumentId;
  value: number;
}

/** The votes that a `where` of the query layer reaches. */
export const findVotes = (
  strapi: Core.Strapi,
  where: Record<string, unknown>
): Promise<VoteEntity[]> =>
  fromStrapi(strapi.db.query(UID.rating).findMany({ where, select: ['id', 'articleId', 'value'] }));

/** The stars of a vote, locked, so that what others committed meanwhile is seen; or null. */
export async function lockValue(trx: Trx, id: number): Promise<number | null> {
  const row: { value: number } | undefined = await trx(TABLE.rating)
    .where({ id })
    .forUpdate()
    .first('value');
  return row?.value ?? null;
}

/** How many votes of each value an article has, as its rows say. */
export async function countByValue(
  trx: Trx,
  articleId: DocumentId
): Promise<{ value: number; count: number }[]> {
  const rows: { value: number; n: number | string }[] = await trx(TABLE.rating)
    .where({ article_id: articleId })
    .groupBy('value')
    .select('value')
    .count({ n: '*' });
  return rows.map(({ value, n }) => ({ value, count: Number(n) }));
}
