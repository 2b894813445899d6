import type { InternalType } from '../../platform/strapi/internal-type';
import { TABLE } from '../../platform/strapi/uids';

/**
 * An address that an author gave, and what its owner said about it. One row for each author, since
 * anyone may write an address: that its owner confirms it says that this author is its owner.
 */
export const addressSchema: InternalType = {
  collectionName: TABLE.address,
  info: { singularName: 'address', pluralName: 'addresses', displayName: 'Analysis address' },
  attributes: {
    emailHash: { type: 'string', required: true, private: true },
    authorKey: { type: 'string', required: true, private: true },
    email: { type: 'string', required: true, private: true },
    /** Of the article, and so of the mails. */
    language: { type: 'string' },
    confirmSentAt: { type: 'datetime' },
    confirmedAt: { type: 'datetime' },
    stoppedAt: { type: 'datetime' },
  },
  indexes: [
    {
      name: 'analysis_addresses_author_uq',
      columns: ['email_hash', 'author_key'],
      type: 'unique',
    },
    { name: 'analysis_addresses_document_uq', columns: ['document_id'], type: 'unique' },
  ],
};
