import type {
  CommentNode,
  CommentPageMeta,
  CommentThread,
  CommentView,
} from '../../../shared/contracts/comments';
import type { OwnComment } from './own-comments';

/** A comment as it is shown: with what its author alone sees. */
export interface Entry extends CommentView {
  replies: Entry[];
  own: OwnComment | null;
  /** `waiting` for a moderator; `sent` when the page does not reach far enough to know. */
  state: 'public' | 'waiting' | 'sent';
  /** Of a thread: replies that are not here yet. */
  missing: number;
}

type Ends = Pick<CommentPageMeta, 'nextCursor' | 'sort'>;

const walk = <Node extends { replies: Node[] }>(nodes: readonly Node[]): Node[] =>
  nodes.flatMap((node) => [node, ...walk(node.replies)]);

export const find = (nodes: readonly CommentNode[], documentId: string): CommentNode | null =>
  walk<CommentNode>(nodes).find((node) => node.documentId === documentId) ?? null;

/** Comments below, at any depth, as the server counts them: without the places of deleted ones. */
export const countReplies = ({ replies }: CommentNode): number =>
  walk(replies).filter(({ deleted }) => !deleted).length;

/** The next page behind those that are there; one that moved between pages stays where it was. */
export function append(items: readonly CommentThread[], more: readonly CommentThread[]) {
  const known = new Set(items.map(({ documentId }) => documentId));
  return [...items, ...more.filter(({ documentId }) => !known.has(documentId))];
}

const withReply = <Node extends CommentNode>(node: Node, reply: CommentView): Node => {
  if (node.documentId !== reply.parent) {
    return { ...node, replies: node.replies.map((each) => withReply(each, reply)) };
  }
  const known = node.replies.some(({ documentId }) => documentId === reply.documentId);
  return known ? node : { ...node, replies: [...node.replies, { ...reply, replies: [] }] };
};

/** Hangs a page of a thread's further replies under their parents. */
export const graft = (
  thread: CommentThread,
  replies: readonly CommentView[],
  repliesCursor: string | null
): CommentThread => ({ ...replies.reduce(withReply, thread), repliesCursor });

const pruned = <Node extends CommentNode>(nodes: readonly Node[], documentId: string): Node[] =>
  nodes.flatMap((node) => {
    if (node.documentId === documentId) return [];
    const replies = pruned(node.replies, documentId);
    // An empty place that held the thread together has nothing left to hold.
    const stands = !node.deleted || replies.length > 0 || node.replies.length === 0;
    return stands ? [{ ...node, replies }] : [];
  });

/** Takes a comment out with all below it: what waits for a moderator hides its replies too. */
export const prune = (items: readonly CommentThread[], documentId: string): CommentThread[] => {
  return recounted(items, pruned(items, documentId));
};

/** Threads with their numbers of replies, after some were taken out of what is loaded of them. */
function recounted(
  before: readonly CommentThread[],
  after: readonly CommentThread[]
): CommentThread[] {
  const counts = new Map(before.map((thread) => [thread.documentId, countReplies(thread)]));
  return after.map((thread) => {
    const lost = (counts.get(thread.documentId) ?? 0) - countReplies(thread);
    return { ...thread, replyTotal: thread.replyTotal - lost };
  });
}

const emptied = <Node extends CommentNode>(node: Node, documentId: string): Node =>
  node.documentId === documentId
    ? { ...node, author: null, content: null, contentHtml: null, editedAt: null, deleted: true }
    : { ...node, replies: node.replies.map((each) => emptied(each, documentId)) };

/** Takes away a comment that its author deleted; with replies it leaves an empty place. */
export function remove(items: readonly CommentThread[], documentId: string): CommentThread[] {
  const found = find(items, documentId);
  const hasMore = items.some((each) => each.documentId === documentId && each.repliesCursor);
  const answered = found && (found.replies.length > 0 || hasMore);
  return answered
    ? recounted(
        items,
        items.map((thread) => emptied(thread, documentId))
      )
    : prune(items, documentId);
}

/** Puts a changed comment in the place of its earlier form. */
export const replace = (items: readonly CommentThread[], view: CommentView): CommentThread[] => {
  const changed = <Node extends CommentNode>(node: Node): Node =>
    node.documentId === view.documentId
      ? { ...node, content: view.content, contentHtml: view.contentHtml, editedAt: view.editedAt }
      : { ...node, replies: node.replies.map(changed) };
  return items.map(changed);
};

/** Whether a list that is loaded in part would hold a thread of that time, were it public. */
function reaches(items: readonly CommentThread[], { nextCursor, sort }: Ends, at: string): boolean {
  const last = items.at(-1);
  if (nextCursor === null || !last) return true;
  // A new thread has no replies yet, and stands among those of its kind by time.
  if (sort === 'discussed' && last.replyTotal > 0) return false;
  return sort === 'oldest' ? last.createdAt > at : last.createdAt < at;
}

/** The same of the replies of a thread, which come oldest first. */
function reachesReply(thread: CommentThread, at: string): boolean {
  if (thread.repliesCursor === null) return true;
  return walk(thread.replies).some(({ createdAt }) => createdAt > at);
}

/**
 * The public discussion with its reader's own comments in it, those that wait included.
 * @param fresh documentIds of those sent since the page was loaded: they show in any case
 */
export function mergeOwn(
  items: readonly CommentThread[],
  meta: Ends,
  own: readonly OwnComment[],
  fresh: ReadonlySet<string>
): Entry[] {
  const mine = new Map(own.map((each) => [each.documentId, each]));
  const entryOf = (node: CommentNode): Entry => ({
    ...node,
    replies: node.replies.map(entryOf),
    own: mine.get(node.documentId) ?? null,
    state: 'public',
    missing: 0,
  });
  const entries = items.map((thread): Entry => ({
    ...entryOf(thread),
    missing:
      thread.repliesCursor === null ? 0 : Math.max(1, thread.replyTotal - countReplies(thread)),
  }));
  const byId = new Map(walk(entries).map((entry) => [entry.documentId, entry]));
  for (const each of own) {
    if (byId.has(each.documentId)) continue;
    const parent = each.parent === null ? null : byId.get(each.parent);
    if (parent === undefined) continue;
    const thread = each.parent === null ? null : items.find((item) => holds(item, each.parent));
    const known = thread
      ? reachesReply(thread, each.createdAt)
      : reaches(items, meta, each.createdAt);
    const isFresh = fresh.has(each.documentId);
    // It was public, and is not there any more: a moderator took it away.
    if (!each.waits && known && !isFresh) continue;
    const state = each.waits
      ? known || isFresh
        ? 'waiting'
        : 'sent'
      : isFresh
        ? 'public'
        : 'sent';
    const entry: Entry = { ...each, replies: [], own: each, state, missing: 0 };
    const siblings = parent ? parent.replies : entries;
    if (parent === null && meta.sort === 'newest') siblings.unshift(entry);
    else siblings.push(entry);
    byId.set(entry.documentId, entry);
  }
  return entries;
}

const holds = (thread: CommentThread, documentId: string | null): boolean =>
  documentId !== null && find([thread], documentId) !== null;
