import type {
  CommentNode,
  CommentReceipt,
  CommentStatus,
  CommentThread,
  CommentView,
} from '../../../../shared/contracts/comments';
import { webHref } from '../../../../shared/values';
import type { DocumentId } from '../../platform/strapi/uids';
import { encodeCursor } from '../../platform/http/pagination';
import { memoized } from '../../platform/cache/memoize';
import { commentHtml } from '../../platform/text/plain-text-html';
import { REASON_FOR_AUTHOR } from './rules';

/** What the public may see of a comment's row. */
export interface PublicRow {
  id: number;
  documentId: DocumentId;
  parentId: DocumentId | null;
  rootId: DocumentId;
  depth: number;
  content: string;
  authorName: string | null;
  authorUrl: string | null;
  moderator: boolean;
  createdAt: Date;
  editedAt: Date | null;
  deleted: boolean;
}

/** Cached, as a page of a discussion is rendered again with every comment to it. */
const cachedHtml = memoized(commentHtml, { characters: 1_000_000 });

/** The public form of a comment; a deleted one is an empty place. */
export function commentView(row: Omit<PublicRow, 'id' | 'rootId'>): CommentView {
  const shown = !row.deleted;
  return {
    documentId: row.documentId,
    parent: row.parentId,
    depth: row.depth,
    author: shown
      ? { name: row.authorName ?? '', url: webHref(row.authorUrl), moderator: row.moderator }
      : null,
    content: shown ? row.content : null,
    contentHtml: shown ? cachedHtml(row.content) : null,
    createdAt: row.createdAt.toISOString(),
    editedAt: shown ? (row.editedAt?.toISOString() ?? null) : null,
    deleted: row.deleted,
  };
}

/**
 * A root comment with replies hung under their parents.
 * @param found the thread's first replies, oldest first, so that parents come before children; one
 *   more than the limit when there are others
 */
export function threadView(
  root: PublicRow & { count: number },
  found: PublicRow[],
  limit: number
): CommentThread {
  const replies = found.slice(0, limit);
  const last = replies.at(-1);
  const top: CommentThread = Object.assign(commentView(root), {
    replies: [],
    replyTotal: root.count,
    repliesCursor: last !== undefined && found.length > limit ? encodeCursor(last) : null,
  });
  if (last === undefined) return top;
  const nodes = new Map<DocumentId, CommentNode>([[root.documentId, top]]);
  for (const row of replies) {
    const node: CommentNode = Object.assign(commentView(row), { replies: [] });
    nodes.set(row.documentId, node);
    nodes.get(row.parentId ?? '')?.replies.push(node);
  }
  return top;
}

/**
 * What an author gets back of their own comment. Spam is shown as pending: who is told
 * otherwise tries another wording.
 * @param why in place of the usual words for the status
 */
export function receiptView(
  row: Omit<PublicRow, 'id' | 'rootId'> & { status: CommentStatus },
  why: string | null
): CommentReceipt {
  const status = row.status === 'spam' ? 'pending' : row.status;
  return Object.assign(commentView(row), { status, reason: why ?? REASON_FOR_AUTHOR[status] });
}
