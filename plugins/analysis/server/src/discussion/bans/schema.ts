import type { InternalType } from '../../platform/strapi/internal-type';
import { TABLE } from '../../platform/strapi/uids';

/** Authors whose new comments are spam. The value is stored as a hash: a ban needs no address. */
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
    /** Set when it is lifted early. The row stays for a day, so that this can be undone. */
    liftedAt: { type: 'datetime' },
  },
  indexes: [{ name: 'analysis_bans_value_uq', columns: ['value_hash'], type: 'unique' }],
};
