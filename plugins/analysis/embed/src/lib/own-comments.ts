import type {
  CommentReceipt,
  CommentReceiptMeta,
  CommentView,
} from '../../../shared/contracts/comments';
import type { Place } from './storage';

/** A comment of this browser's reader, as the API answered when it was sent. */
export interface OwnComment extends CommentView {
  articleId: string;
  /** Whether it waited for a moderator then. */
  waits: boolean;
  /** Proves whose it is, until `editableUntil`. */
  editToken: string | null;
  editableUntil: string | null;
}

const MAX_COMMENTS = 50;
/** After so many days nobody waits any more. */
const MAX_AGE_MS = 14 * 86_400_000;

const isOwn = (value: unknown): value is OwnComment => {
  // Looked at part by part below.
  const { documentId, articleId, createdAt, author } = (value ?? {}) as Partial<OwnComment>;
  return (
    [documentId, articleId, createdAt].every((each) => typeof each === 'string') &&
    typeof author?.name === 'string'
  );
};

/** What a place holds: of what somebody else wrote there, nothing is believed. */
export function readOwn(place: Place, now: number): OwnComment[] {
  try {
    const found: unknown = JSON.parse(place.read() ?? '[]');
    if (!Array.isArray(found)) return [];
    return found.filter(isOwn).filter(({ createdAt }) => now - Date.parse(createdAt) < MAX_AGE_MS);
  } catch {
    return [];
  }
}

/** Adds a comment or puts it in the place of its earlier form; the oldest make room. */
export const withOwn = (all: readonly OwnComment[], one: OwnComment): OwnComment[] =>
  [...all.filter(({ documentId }) => documentId !== one.documentId), one].slice(-MAX_COMMENTS);

export const withoutOwn = (all: readonly OwnComment[], documentId: string): OwnComment[] =>
  all.filter((each) => each.documentId !== documentId);

/** What is stored of an answer to a new or changed comment; only what the page shows. */
export function ownOf(
  articleId: string,
  { status, reason: _reason, ...view }: CommentReceipt,
  meta: CommentReceiptMeta,
  before: OwnComment | null = null
): OwnComment {
  return {
    ...view,
    articleId,
    waits: status === 'pending',
    editToken: meta.editToken ?? before?.editToken ?? null,
    editableUntil: meta.editableUntil ?? before?.editableUntil ?? null,
  };
}

/** Whether its author may still change it. */
export const isEditable = (
  { editToken, editableUntil }: Pick<OwnComment, 'editToken' | 'editableUntil'>,
  now: number
): boolean => editToken !== null && editableUntil !== null && now < Date.parse(editableUntil);
