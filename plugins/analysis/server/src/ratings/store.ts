import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { rowBase, type Trx } from '../common/database';
import { TABLE, UID, type DocumentId } from '../common/uids';
import type { Vote } from './rules';

export interface VoteRow extends Vote {
  id: number;
}

/** What is kept beside the stars: the text and the generator that they were given to. */
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

/** Votes of some articles under any of some keys, each with its article; oldest first. */
export async function selectVotes(
  knex: Knex,
  articleIds: DocumentId[],
  voterKeys: string[]
): Promise<(VoteRow & { articleId: DocumentId })[]> {
  const rows: Raw[] = await knex(TABLE.rating)
    .whereIn('article_id', articleIds)
    .whereIn('voter_key', voterKeys)
    .orderBy('id')
    .select('id', 'article_id', 'value', 'voter_key', 'content_hash');
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

const columns = (vote: Vote, { model, promptVersion }: VoteContext) => ({
  value: vote.value,
  voter_key: vote.voterKey,
  content_hash: vote.contentHash,
  model,
  prompt_version: promptVersion,
});

/** Writes new votes, in one statement. */
export async function insertVotes(
  trx: Trx,
  votes: readonly { articleId: DocumentId; vote: Vote; context: VoteContext }[]
): Promise<void> {
  const now = new Date();
  await trx(TABLE.rating).insert(
    votes.map(({ articleId, vote, context }) => ({
      ...rowBase(now),
      article_id: articleId,
      ...columns(vote, context),
    }))
  );
}

/** Changes votes, in one statement. */
export async function updateVotes(
  trx: Trx,
  votes: readonly { id: number; vote: Vote; context: VoteContext }[]
): Promise<void> {
  const rows = votes.map(({ id, vote, context }) => ({ id, ...columns(vote, context) }));
  const names = ['value', 'voter_key', 'content_hash', 'model', 'prompt_version'] as const;
  await trx(TABLE.rating)
    .whereIn(
      'id',
      rows.map(({ id }) => id)
    )
    .update({
      ...Object.fromEntries(
        names.map((name) => [
          name,
          // The column itself at the end says of which type the values are.
          trx.raw(`case id ${rows.map(() => 'when ? then ?').join(' ')} else ?? end`, [
            ...rows.flatMap((row) => [row.id, row[name]]),
            name,
          ]),
        ])
      ),
      updated_at: new Date(),
    });
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
  strapi.db.query(UID.rating).findMany({ where, select: ['id', 'articleId', 'value'] }) as Promise<
    VoteEntity[]
  >;

/** The stars of a vote, locked, so that what others committed meanwhile is seen; or null. */
export async function lockValue(trx: Trx, id: number): Promise<number | null> {
  const row = await trx(TABLE.rating).where({ id }).forUpdate().first('value');
  return (row as { value: number } | undefined)?.value ?? null;
}
