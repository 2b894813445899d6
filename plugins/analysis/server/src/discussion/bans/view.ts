import type { BanView } from '../../../../shared/contracts/moderation';
import type { BanRow } from './store';

/** A ban as moderators see it. */
export const banView = (row: BanRow): BanView => ({
  documentId: row.documentId,
  kind: row.kind,
  label: row.label,
  reason: row.reason,
  by: row.actorName ?? '',
  createdAt: row.createdAt.toISOString(),
  until: row.until?.toISOString() ?? null,
});
