import { BAN_KINDS } from '../../../shared/contracts/moderation';
import { TABLE } from '../common/uids';

/** Whose comments are spam on arrival. The value is kept as a hash: a ban needs no address. */
export const banSchema = {
  kind: 'collectionType',
  collectionName: TABLE.ban,
  info: { singularName: 'ban', pluralName: 'bans', displayName: 'Analysis ban' },
  options: { draftAndPublish: false },
  pluginOptions: {
    'content-manager': { visible: false },
    'content-type-builder': { visible: false },
  },
  attributes: {
    kind: { type: 'enumeration', enum: BAN_KINDS, required: true },
    valueHash: { type: 'string', required: true, private: true },
    label: { type: 'string', required: true },
    reason: { type: 'string' },
    actorName: { type: 'string' },
    until: { type: 'datetime' },
    /** Lifted before its time; kept for a day, so that it can be put back. */
    liftedAt: { type: 'datetime' },
  },
  indexes: [{ name: 'analysis_bans_value_uq', columns: ['value_hash'], type: 'unique' }],
} as const;
