import type { Knex } from 'knex';
import { COMMENT_STATUSES } from '../../../../shared/contracts/comments';
import {
  QUEUE_TABS,
  type QueueCounts,
  type QueueFilters,
  type QueueTab,
} from '../../../../shared/contracts/moderation';
import { recordOf } from '../../../../shared/record-of';
import { toDate } from '../../platform/database/connection';
import { countEach } from '../../platform/database/keyset-query';
import type { StoredCount, StoredDate } from '../../platform/database/tables';
import { TABLE, type DocumentId } from '../../platform/strapi/uids';
import { matching } from './queue-store';

/** Comments of a bulk action, oldest first: neither newer nor edited later than was seen. */
export async function selectMatching(
  knex: Knex,
  tab: QueueTab,
  filters: QueueFilters,
  until: Date,
  limit: number
): Promise<DocumentId[]> {
  const rows: { document_id: DocumentId }[] = await knex(TABLE.comment)
    .modify((query) => matching(query, tab, filters))
    .where('created_at', '<=', until)
    .where((either) => either.whereNull('edited_at').orWhere('edited_at', '<=', until))
    .orderBy([{ column: 'created_at' }, { column: 'id' }])
    .limit(limit)
    .select('document_id');
  return rows.map((row) => row.document_id);
}

const COUNTERS = {
  pending: 'comments_pending',
  approved: 'comments_approved',
  rejected: 'comments_rejected',
  spam: 'comments_spam',
  trash: 'comments_trash',
} as const;

/** Null where there are no articles. */
type TabCounts = Partial<Record<QueueTab, StoredCount | null>>;

const toCounts = (row: TabCounts | undefined): QueueCounts =>
  recordOf(QUEUE_TABS, (tab) => Number(row?.[tab] ?? 0));

/** Counts of the tabs from the articles' counters, so that they cost the same for any number. */
export async function countAll(knex: Knex, cap: number): Promise<QueueCounts> {
  const reported = knex(TABLE.comment)
    .modify((query) => matching(query, 'reported', {}))
    .limit(cap)
    .select('id');
  const row: TabCounts | undefined = await knex(TABLE.stats)
    .sum(COUNTERS)
    .select(knex.raw('(?) as reported', [knex.count('*').from(reported.as('r'))]))
    .first();
  return toCounts(row);
}

/** Counts of the tabs under filters, each up to a cap. */
export const countFiltered = (
  knex: Knex,
  filters: QueueFilters,
  cap: number
): Promise<QueueCounts> =>
  countEach(knex, QUEUE_TABS, cap, (tab) =>
    knex(TABLE.comment).modify((query) => matching(query, tab, filters))
  );

interface SummaryRow {
  pending: StoredCount | null;
  oldest: StoredDate | null;
  arrived: StoredCount;
  decided: StoredCount;
}

/** What waits, since when, and what came and was decided since a date. */
export async function selectSummary(
  knex: Knex,
  since: Date
): Promise<{ pending: number; oldest: Date | null; arrived: number; decided: number }> {
  const oldest = knex(TABLE.comment)
    .where({ state: 'pending' })
    .whereNull('deleted_at')
    .orderBy([{ column: 'created_at' }, { column: 'id' }])
    .limit(1)
    .select('created_at');
  const arrived = knex(TABLE.comment)
    .whereIn('state', COMMENT_STATUSES)
    .where('created_at', '>', since)
    .count('*');
  const decided = knex(TABLE.event)
    .where('created_at', '>', since)
    .where({ kind: 'decision' })
    .whereNotNull('actor_id')
    .count('*');
  const row: SummaryRow | undefined = await knex(TABLE.stats)
    .sum({ pending: COUNTERS.pending })
    .select<SummaryRow[]>(
      knex.raw('(?) as oldest', [oldest]),
      knex.raw('(?) as arrived', [arrived]),
      knex.raw('(?) as decided', [decided])
    )
    .first();
  return {
    pending: Number(row?.pending ?? 0),
    oldest: toDate(row?.oldest),
    arrived: Number(row?.arrived ?? 0),
    decided: Number(row?.decided ?? 0),
  };
}
