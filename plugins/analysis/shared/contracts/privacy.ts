/**
 * What is kept of a person, by e-mail address. The address comes in the body, so that no log keeps
 * it.
 *
 * POST /analysis/privacy/export    moderation.personal-data
 * POST /analysis/privacy/erase     moderation.personal-data and moderate
 */
import { z } from 'zod';
import { email, line } from '../fields';
import type { CommentStatus } from './comments';
import type { DateTime, Envelope } from './common';
import type { EventKind, HeldReason } from './moderation';

export const personalExportInput = z.strictObject({
  email: email(),
  /** `nextCursor` of the page before. */
  cursor: line({ max: 64 }).nullish(),
});
export type PersonalExportInput = z.infer<typeof personalExportInput>;

export const personalAddressInput = z.strictObject({ email: email() });
export type PersonalAddressInput = z.infer<typeof personalAddressInput>;

/** What was decided about a comment. The moderator's name is theirs, and not told. */
export interface PersonalEvent {
  kind: EventKind;
  at: DateTime;
  from: CommentStatus | null;
  to: CommentStatus | null;
  reason: string | null;
}

/** All that is kept of one comment. */
export interface PersonalComment {
  documentId: string;
  articleId: string;
  createdAt: DateTime;
  editedAt: DateTime | null;
  status: CommentStatus;
  content: string;
  language: string | null;
  name: string | null;
  email: string;
  url: string | null;
  /** The documentId of the account that it was written with. */
  account: string | null;
  networkHash: string | null;
  browser: string | null;
  /** Why it was held or marked on arrival. */
  heldReasons: HeldReason[];
  record: PersonalEvent[];
}

/** A ban on the address itself. Of the address it keeps a hash; the label is masked. */
export interface PersonalBan {
  kind: 'email';
  label: string;
  reason: string | null;
  createdAt: DateTime;
  until: DateTime | null;
  inForce: boolean;
}

/** The address as one author gave it to be told by mail. */
export interface PersonalAddress {
  email: string;
  askedAt: DateTime;
  confirmedAt: DateTime | null;
  stoppedAt: DateTime | null;
}

/** What is kept beside comments, by who keeps it; `privacy/parts.ts` says where it comes from. */
export interface PersonalParts {
  bans: PersonalBan[];
  addresses: PersonalAddress[];
}

/** A page: comments oldest first, the parts whole. */
export interface PersonalPage {
  data: { email: string } & PersonalParts & { comments: PersonalComment[] };
  /** `total` counts the comments. */
  meta: { total: number; nextCursor: string | null };
}
export type PersonalExportResponse = Envelope<PersonalPage['data'], PersonalPage['meta']>;

export interface ErasureView {
  erased: Record<'comments' | keyof PersonalParts, number>;
  /** What stays although it was asked for, such as a ban in force. */
  kept: Record<keyof PersonalParts, number>;
  /** There are more comments; send it again. */
  more: boolean;
}
export type PersonalEraseResponse = Envelope<ErasureView>;
