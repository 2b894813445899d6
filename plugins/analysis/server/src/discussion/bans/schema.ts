import type { InternalType } from '../../platform/strapi/internal-type';
import { TABLE } from '../../platform/strapi/uids';

/** Whose comments are spam on arrival. The value is kept as a hash: a ban needs no address. */
export const banSchema: InternalType = {
  collectionName: TABLE.ban,
  info: { singularName: 'ban', pluralName: 'bans', displayName: 'Analysis ban' },
  attributes: {
    /** One of `BAN_KINDS`. */
    kind: { type: 'string', required: true },
    valueHash: { type: 'string', required: true, private: true },
    label: { type: 'string', required: true },
    reason: { type: 'string' },
    actorName: { type: 'string' },
    until: { type: 'datetime' },
    /** Lifted before its time; kept for a day, so that it can be put back. */
    liftedAt: { type: 'datetime' },
  },
  indexes: [{ name: 'analysis_bans_value_uq', columns: ['value_hash'], type: 'unique' }],
};
