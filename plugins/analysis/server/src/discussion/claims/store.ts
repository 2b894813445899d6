import type { Knex } from 'knex';
import {
  CLAIM_STATUSES,
  type ClaimCounts,
  type ClaimStatus,
  type CorrectionView,
} from '../../../../shared/contracts/claims';
import type { QueueSort } from '../../../../shared/contracts/moderation';
import type { AdminUser } from '../../platform/strapi/admin-user';
import { rowBase, toDate, toIso, type Trx } from '../../platform/database/connection';
import { byKeyset, countEach, like } from '../../platform/database/keyset-query';
import { statement } from '../../platform/database/prepared-statement';
import type { ClaimTable } from '../../platform/database/tables';
import type { Keyset } from '../../platform/http/pagination';
import { TABLE, type DocumentId } from '../../platform/strapi/uids';
import type { ClaimFilters, ClaimState } from './rules';

/** A claim as the desk reads it. */
export interface ClaimRow extends ClaimState {
  id: number;
  documentId: DocumentId;
  articleId: DocumentId;
  quote: string;
  note: string;
  source: string | null;
  contentHash: string | null;
  createdAt: Date;
  actorName: string | null;
  decidedAt: Date | null;
}

const toClaim = (raw: ClaimTable): ClaimRow => ({
  id: Number(raw.id),
  documentId: raw.document_id,
  articleId: raw.article_id,
  status: raw.state,
  quote: raw.quote,
  note: raw.note,
  source: raw.source,
  contentHash: raw.content_hash,
  createdAt: toDate(raw.created_at) ?? new Date(0),
  correction: raw.correction,
  correctedAt: toDate(raw.corrected_at),
  actorName: raw.actor_name,
  decidedAt: toDate(raw.decided_at),
});

/** Whether someone has reported a passage under one of their keys. */
export const hasReported = async (
  trx: Trx,
  articleId: DocumentId,
  quoteHash: string,
  reporterKeys: string[]
): Promise<boolean> =>
  (await trx(TABLE.claim)
    .where({ article_id: articleId, quote_hash: quoteHash })
    .whereIn('reporter_key', reporterKeys)
    .first('id')) !== undefined;

export async function insertClaim(
  trx: Trx,
  claim: {
    articleId: DocumentId;
    reporterKey: string;
    quote: string;
    quoteHash: string;
    note: string;
    source: string | null;
    contentHash: string | null;
  }
): Promise<void> {
  await trx(TABLE.claim).insert({
    ...rowBase(new Date()),
    article_id: claim.articleId,
    reporter_key: claim.reporterKey,
    quote: claim.quote,
    quote_hash: claim.quoteHash,
    note: claim.note,
    source: claim.source,
    content_hash: claim.contentHash,
    state: 'open',
  });
}

const SEARCHED = ['quote', 'note', 'correction'] as const;

/** Narrows claims to a status and filters. */
function matching(query: Knex.QueryBuilder, status: ClaimStatus, filters: ClaimFilters): void {
  const { article, q } = filters;
  void query.where('state', status);
  if (article) void query.where('article_id', article);
  if (q) {
    void query.where((either) => {
      for (const column of SEARCHED) {
        void either.orWhereRaw("lower(??) like ? escape '!'", [column, like(q)]);
      }
    });
  }
}

/** A page of claims by keyset, one row more than the limit when there are further ones. */
export async function selectClaims(
  knex: Knex,
  options: {
    status: ClaimStatus;
    filters: ClaimFilters;
    sort: QueueSort;
    limit: number;
    cursor: Keyset | null;
  }
): Promise<ClaimRow[]> {
  const rows: ClaimTable[] = await knex<ClaimTable>(TABLE.claim)
    .modify((query: Knex.QueryBuilder) => {
      matching(query, options.status, options.filters);
      byKeyset(query, options);
    })
    .select();
  return rows.map(toClaim);
}

/** How many claims of each status there are under filters, each up to a cap. */
export const countClaims = (knex: Knex, filters: ClaimFilters, cap: number): Promise<ClaimCounts> =>
  countEach(knex, CLAIM_STATUSES, cap, (status) =>
    knex(TABLE.claim).modify((query) => matching(query, status, filters))
  );

export async function selectClaim(knex: Knex, documentId: DocumentId): Promise<ClaimRow | null> {
  const raw = await knex<ClaimTable>(TABLE.claim).where({ document_id: documentId }).first();
  return raw ? toClaim(raw) : null;
}

/** The same, locked, so that what others committed meanwhile is seen on every database. */
export async function lockClaim(trx: Trx, documentId: DocumentId): Promise<ClaimRow | null> {
  const raw = await trx<ClaimTable>(TABLE.claim)
    .where({ document_id: documentId })
    .forUpdate()
    .first();
  return raw ? toClaim(raw) : null;
}

/** Writes a decision, and adds it to the record. */
export async function saveDecision(
  trx: Trx,
  { documentId, articleId, status: from }: ClaimRow,
  after: ClaimState,
  by: AdminUser,
  now: Date
): Promise<void> {
  const open = after.status === 'open';
  await trx(TABLE.claim)
    .where({ document_id: documentId })
    .update({
      state: after.status,
      correction: after.correction,
      corrected_at: after.correctedAt,
      actor_id: open ? null : by.id,
      actor_name: open ? null : by.name,
      decided_at: open ? null : now,
      updated_at: now,
    });
  await trx(TABLE.claimEvent).insert({
    ...rowBase(now),
    claim_id: documentId,
    article_id: articleId,
    actor_id: by.id,
    actor_name: by.name,
    from_status: from,
    to_status: after.status,
    correction: after.correction,
  });
}

const correctionsOf = statement<
  Pick<ClaimTable, 'document_id' | 'article_id' | 'quote' | 'correction' | 'corrected_at'>,
  { articleIds: DocumentId[]; limit: number }
>((knex, { articleIds, limit }) => {
  const placed = knex({ c: TABLE.claim })
    .whereIn('c.article_id', articleIds)
    .where('c.state', 'upheld')
    .whereExists(
      knex({ a: TABLE.article })
        .whereRaw('?? = ??', ['a.document_id', 'c.article_id'])
        .whereNotNull('a.published_at')
        .select('a.id')
    )
    .select('c.id', 'c.document_id', 'c.article_id', 'c.quote', 'c.correction', 'c.corrected_at')
    .select(
      knex.raw(
        'row_number() over (partition by c.article_id order by c.corrected_at desc, c.id desc) as place'
      )
    );
  return knex
    .from(placed.as('p'))
    .where('place', '<=', limit)
    .orderBy([
      { column: 'corrected_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .select('document_id', 'article_id', 'quote', 'correction', 'corrected_at');
});

/** Corrections of some articles that are published, newest first, each article's latest few. */
export async function selectCorrections(
  knex: Knex,
  articleIds: DocumentId[],
  limit: number
): Promise<(CorrectionView & { articleId: DocumentId })[]> {
  const rows = await correctionsOf(knex, { articleIds, limit });
  return rows.map((row) => ({
    articleId: row.article_id,
    documentId: row.document_id,
    quote: row.quote,
    text: row.correction ?? '',
    correctedAt: toIso(row.corrected_at) ?? '',
  }));
}

/** Takes away an article's claims, and what was decided about them. */
export async function deleteClaims(trx: Trx, articleId: DocumentId): Promise<void> {
  await trx(TABLE.claimEvent).where({ article_id: articleId }).delete();
  await trx(TABLE.claim).where({ article_id: articleId }).delete();
}
