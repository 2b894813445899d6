import type { ClaimStatus } from '../../../../shared/contracts/claims';
import type { CommentStatus, ReportReason } from '../../../../shared/contracts/comments';
import type { BanKind, EventKind } from '../../../../shared/contracts/moderation';
import type { Disclosure } from '../../../../shared/contracts/posts';
import type { DocumentId } from '../strapi/uids';

/**
 * Rows as knex reads them from the plugin's tables, column by column. knex itself knows no columns;
 * a store declares what it selects as `Pick<CommentTable, 'document_id' | …>`. Nullability follows
 * the schemas: a column is null unless the schema or every writer of it says otherwise.
 */

/** Milliseconds on SQLite, a Date on PostgreSQL and MySQL; read by `toDate` or `toIso`. */
export type StoredDate = Date | number | string;
/** 0 or 1 on SQLite and MySQL; read by `Boolean`. */
export type StoredBoolean = boolean | number;
/** PostgreSQL gives sums and counts as text; read by `Number`. */
export type StoredCount = number | string;

/** The columns that Strapi gives every table. */
interface BaseTable {
  id: number;
  document_id: DocumentId;
  created_at: StoredDate;
}

export interface CommentTable extends BaseTable {
  article_id: DocumentId;
  parent_id: DocumentId | null;
  root_id: DocumentId;
  depth: number;
  state: CommentStatus;
  visible: StoredBoolean;
  content: string | null;
  content_hash: string | null;
  cleared_hash: string | null;
  language: string | null;
  author_name: string | null;
  author_email: string | null;
  author_url: string | null;
  author_key: string | null;
  user_id: string | null;
  edit_token_hash: string | null;
  moderator: StoredBoolean | null;
  /** Parsed on PostgreSQL, as text on the others. */
  held_reasons: unknown;
  reply_count: number | null;
  report_count: number | null;
  ip_hash: string | null;
  user_agent: string | null;
  address_id: DocumentId | null;
  edited_at: StoredDate | null;
  deleted_at: StoredDate | null;
}

export interface ReportTable extends BaseTable {
  comment_id: DocumentId;
  reason: ReportReason;
  note: string | null;
}

export interface EventTable extends BaseTable {
  kind: EventKind;
  comment_id: DocumentId;
  actor_name: string | null;
  from_status: CommentStatus | null;
  to_status: CommentStatus | null;
  reason: string | null;
  content_hash: string | null;
}

export interface BanTable extends BaseTable {
  kind: BanKind;
  value_hash: string;
  label: string;
  reason: string | null;
  actor_name: string | null;
  until: StoredDate | null;
  lifted_at: StoredDate | null;
}

export interface ClaimTable extends BaseTable {
  article_id: DocumentId;
  state: ClaimStatus;
  quote: string;
  note: string;
  source: string | null;
  content_hash: string | null;
  correction: string | null;
  corrected_at: StoredDate | null;
  actor_name: string | null;
  decided_at: StoredDate | null;
}

/** Drafts and published versions, whose `document_id` is the same. */
export interface ArticleTable extends BaseTable {
  title: string | null;
  slug: string | null;
  language: string | null;
  body: string | null;
  original_link: string | null;
  source_name: string | null;
  source_published_at: StoredDate | null;
  cover_alt: string | null;
  generator_provider: string | null;
  generator_model: string | null;
  prompt_version: string | null;
  generated_at: StoredDate | null;
  discussion_closed: StoredBoolean | null;
  reviewer: string | null;
  reviewed_at: StoredDate | null;
  disclosure: Disclosure | null;
  content_hash: string | null;
  first_published_at: StoredDate | null;
  published_at: StoredDate | null;
  updated_at: StoredDate;
}

export interface AddressTable extends BaseTable {
  email_hash: string;
  author_key: string | null;
  email: string;
  language: string | null;
  confirm_sent_at: StoredDate | null;
  confirmed_at: StoredDate | null;
  stopped_at: StoredDate | null;
}

export interface SearchTable {
  article_id: DocumentId;
  language: string | null;
  first_published_at: StoredDate | null;
  title_words: string | null;
  summary_words: string | null;
}
