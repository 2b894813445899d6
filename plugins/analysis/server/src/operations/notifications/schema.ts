import type { InternalType } from '../../platform/strapi/internal-type';
import { TABLE } from '../../platform/strapi/uids';

export const NOTICE_KINDS = ['confirm', 'approved', 'reply', 'waiting', 'digest'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/**
 * The outbox: a mail that has to be sent, written in the transaction of what it is about, so that
 * none is lost and none is sent of what did not happen. It holds no address and no text.
 */
export const noticeSchema: InternalType = {
  collectionName: TABLE.notice,
  info: { singularName: 'notice', pluralName: 'notices', displayName: 'Analysis notice' },
  attributes: {
    /** One of `NOTICE_KINDS`. */
    kind: { type: 'string', required: true },
    /** What it is about and for whom, so that nobody is told twice. */
    noticeKey: { type: 'string', required: true },
    commentId: { type: 'string' },
    addressId: { type: 'string' },
    dueAt: { type: 'datetime', required: true },
    sentAt: { type: 'datetime' },
    /** The sender that has it now, and until when nobody else takes it. */
    claim: { type: 'string' },
    claimedUntil: { type: 'datetime' },
    attempts: { type: 'integer', default: 0 },
  },
  indexes: [
    { name: 'analysis_notices_key_uq', columns: ['notice_key'], type: 'unique' },
    { name: 'analysis_notices_due_idx', columns: ['sent_at', 'due_at'] },
    { name: 'analysis_notices_claim_idx', columns: ['claim'] },
  ],
};
