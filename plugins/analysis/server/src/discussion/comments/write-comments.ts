import { defined } from '../../../../shared/defined';
import type { PublishedArticle } from '../../content/articles/api';
import type { CommentDeltas } from '../../content/stats/api';
import type { Outcome } from '../../platform/database/batch-writer';
import type { Trx } from '../../platform/database/connection';
import { notFound } from '../../platform/errors';
import { randomToken, sha256 } from '../../platform/security/hash';
import type { DocumentId } from '../../platform/strapi/uids';
import type { Judgement } from '../triage/api';
import { assertOpen, checkComment, type GatheredComment } from './check-comment';
import { commentResponse, type CommentResponse } from './comment-response';
import type { CommentsDeps, CommentSnapshot } from './deps';
import { contentHash, refusalForAuthor } from './rules';
import { insertComments, selectComments, type CommentRow, type NewComment } from './store';
import { addReply } from './threads-store';

/** Comments of a batch after each step, which adds its findings. */
interface Checked extends GatheredComment {
  article: PublishedArticle;
  parent: CommentRow | null;
}
interface Judged extends Checked {
  contentHash: string;
  judgement: Judgement;
}
interface Subscribed extends Judged {
  /** Null for an author who gets no mail. */
  subscription: { addressId: DocumentId; confirmed: boolean } | null;
}
interface Written extends Subscribed {
  editToken: string;
  row: CommentRow;
}

const authorOf = ({ actor, input }: GatheredComment) => ({
  name: actor.user?.name ?? input.author?.name ?? '',
  email: actor.user?.email ?? input.author?.email ?? '',
  url: input.author?.url ?? null,
});

/**
 * Locks the articles of all comments, and finds the article and parent of each.
 * @returns for each comment, in their order, what was found, or why it is refused
 */
async function check(
  { articles }: CommentsDeps,
  trx: Trx,
  comments: readonly GatheredComment[]
): Promise<Outcome<Checked>[]> {
  const { published } = await articles.lockAllPublished(
    trx,
    comments.map(({ articleId }) => articleId)
  );
  const parents = await selectComments(
    trx,
    comments.flatMap(({ input }) => input.parent ?? [])
  );
  return comments.map((comment) => {
    try {
      const article = published.get(comment.articleId);
      if (article === undefined) throw notFound('Article');
      assertOpen(article);
      const parent = parents.get(comment.input.parent ?? '') ?? null;
      checkComment(comment, parent);
      return { answer: { ...comment, article, parent } };
    } catch (refusal) {
      return { refusal };
    }
  });
}

async function judge(
  { triage }: CommentsDeps,
  trx: Trx,
  comments: readonly Checked[]
): Promise<Judged[]> {
  const hashed = comments.map((comment) => ({
    ...comment,
    contentHash: contentHash(comment.input.content),
    exceptId: null,
  }));
  const judgements = await triage.judge(trx, hashed);
  return hashed.map((comment, at) => ({ ...comment, judgement: defined(judgements[at]) }));
}

/** Mail is for those who ask for it, where the publication sends any. */
async function subscribe(
  { subscriptions }: CommentsDeps,
  trx: Trx,
  comment: Judged
): Promise<Subscribed> {
  const { actor, article, input, judgement } = comment;
  const { email } = authorOf(comment);
  // Spam too: its author is answered as if it were pending.
  const asks = input.notify && judgement.status !== 'rejected';
  const subscription =
    asks && subscriptions.offered() && email !== ''
      ? await subscriptions.subscribe(trx, {
          email,
          authorKey: actor.key,
          language: article.language,
        })
      : null;
  return { ...comment, subscription };
}

const newComment = (comment: Subscribed, editToken: string): NewComment => {
  const { actor, articleId, input, judgement, parent, subscription } = comment;
  return {
    articleId,
    parent,
    status: judgement.status,
    visible: judgement.status === 'approved',
    content: input.content,
    contentHash: comment.contentHash,
    language: judgement.language,
    heldReasons: judgement.reasons,
    fingerprint: judgement.fingerprint,
    author: authorOf(comment),
    moderator: false,
    authorKey: actor.key,
    userId: actor.user?.documentId ?? null,
    editTokenHash: sha256(editToken),
    ipHash: actor.ipHash,
    userAgent: actor.userAgent,
    addressId: subscription?.addressId ?? null,
  };
};

/** Inserts the rows, in one statement and in their order. */
async function insert(
  { triage }: CommentsDeps,
  trx: Trx,
  comments: readonly Subscribed[]
): Promise<Written[]> {
  const made = comments.map((comment) => ({ comment, editToken: randomToken() }));
  const rows = await insertComments(
    trx,
    made.map(({ comment, editToken }) => newComment(comment, editToken))
  );
  const written = made.map(({ comment, editToken }, at) => ({
    ...comment,
    editToken,
    row: defined(rows[at]),
  }));
  for (const { context, parent, row } of written) {
    triage.remember(row.documentId, context);
    if (row.visible && parent !== null) await addReply(trx, parent.rootId);
  }
  return written;
}

/** Adds up what new comments mean for each article's counters. */
function deltasOf(written: readonly Written[]): Map<DocumentId, CommentDeltas> {
  const deltas = new Map<DocumentId, { byStatus: Record<string, number>; visible: number }>();
  for (const { articleId, row } of written) {
    const of = deltas.get(articleId) ?? { byStatus: {}, visible: 0 };
    of.byStatus[row.status] = (of.byStatus[row.status] ?? 0) + 1;
    if (row.visible) of.visible += 1;
    deltas.set(articleId, of);
  }
  return deltas;
}

/** The snapshot of a new comment, made from what is known here: a query would read the same. */
const snapshotOf = ({ actor, article, judgement, row }: Written): CommentSnapshot => ({
  documentId: row.documentId,
  parentId: row.parentId,
  status: row.status,
  visible: row.visible,
  content: row.content,
  authorName: row.authorName ?? '',
  authorKey: actor.key,
  moderator: row.moderator,
  language: judgement.language,
  createdAt: row.createdAt,
  reports: 0,
  article: {
    documentId: article.documentId,
    title: article.title,
    slug: article.slug,
    language: article.language,
  },
});

async function announce(
  { events }: CommentsDeps,
  trx: Trx,
  written: readonly Written[]
): Promise<void> {
  await events.emit('comment.created', { trx, snapshots: written.map(snapshotOf) });
  const articleIds = written.flatMap(({ articleId, row }) => (row.visible ? [articleId] : []));
  if (articleIds.length > 0) {
    await events.emit('discussion.changed', { articleIds: [...new Set(articleIds)] });
  }
}

function responseTo({ strapi }: CommentsDeps, comment: Written): CommentResponse {
  const { editToken, judgement, row, subscription } = comment;
  const why = refusalForAuthor(judgement.status, judgement.reasons);
  const { receipt, meta } = commentResponse(strapi, row, editToken, why);
  if (subscription === null) return { receipt, meta };
  return { receipt, meta: { ...meta, notify: subscription.confirmed ? 'on' : 'confirm' } };
}

/**
 * Writes a batch of comments in one transaction: under the locks of their articles each is checked
 * again, judged as if those before it were stored, inserted, counted and announced.
 * @returns for each, in their order, what its author gets back, or why it is refused
 */
export async function writeComments(
  deps: CommentsDeps,
  trx: Trx,
  comments: readonly GatheredComment[]
): Promise<Outcome<CommentResponse>[]> {
  const checked = await check(deps, trx, comments);
  const accepted = checked.flatMap((each) => ('answer' in each ? [each.answer] : []));
  if (accepted.length === 0) {
    return checked.flatMap((each) => ('refusal' in each ? [each] : []));
  }
  const subscribed: Subscribed[] = [];
  for (const comment of await judge(deps, trx, accepted)) {
    subscribed.push(await subscribe(deps, trx, comment));
  }
  const written = await insert(deps, trx, subscribed);
  await deps.stats.moveComments(trx, deltasOf(written));
  await announce(deps, trx, written);
  const responses = written.map((comment) => responseTo(deps, comment));
  return checked.map((each) => ('answer' in each ? { answer: defined(responses.shift()) } : each));
}
