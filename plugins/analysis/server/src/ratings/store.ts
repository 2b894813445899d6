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

/** The vote under one of a voter's keys. */
export async function selectVote(
  knex: Knex,
  articleId: DocumentId,
  voterKeys: string[]
): Promise<VoteRow | null> {
  const row = (await knex(TABLE.rating)
    .where({ article_id: articleId })
    .whereIn('voter_key', voterKeys)
    .orderBy('id')
    .first('id', 'value', 'voter_key', 'content_hash')) as
    { id: number; value: number; voter_key: string; content_hash: string | null } | undefined;
  if (!row) return null;
  const { id, value, voter_key: voterKey, content_hash: contentHash } = row;
  return { id, value, voterKey, contentHash };
}

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

export async function insertVote(
  trx: Trx,
  articleId: DocumentId,
  vote: Vote,
  context: VoteContext
): Promise<void> {
  await trx(TABLE.rating).insert({
    ...rowBase(new Date()),
    article_id: articleId,
    ...columns(vote, context),
  });
}

export const updateVote = (
  trx: Trx,
  id: number,
  vote: Vote,
  context: VoteContext
): Promise<number> =>
  trx(TABLE.rating)
    .where({ id })
    .update({ ...columns(vote, context), updated_at: new Date() });

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
