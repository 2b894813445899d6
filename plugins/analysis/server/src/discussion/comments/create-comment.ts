import type { Core } from '@strapi/strapi';
import DataLoader from 'dataloader';
import { commentInput, type CommentInput } from '../../../../shared/contracts/comments';
import type { Actor } from '../../audience/identity/api';
import { onConnection, type Trx } from '../../platform/database/connection';
import { assertNoFaults, decode, forbidden, notFound } from '../../platform/errors';
import { GroupCommit, type Outcome } from '../../platform/database/batch-writer';
import { randomToken, sha256 } from '../../platform/security/hash';
import {
  services,
  type AnnouncedComment,
  type CommentDeltas,
  type PublishedArticle,
  type Services,
} from '../../common/services';
import type { DocumentId } from '../../platform/strapi/uids';
import type { TriageContext } from '../triage/api';
import { receiptOf } from './comment-response';
import { authorFaults, contentHash, refusalForAuthor, replyFaults } from './rules';
import { insertComments, selectComments, type CommentRow, type NewComment } from './store';
import { addReply } from './threads-store';
import { takeCommentTurn } from './rate-limits';

/** Comments that one transaction writes at most. */
const MAX_TOGETHER = 64;

/** A comment as it was sent, with what was asked of it before its article's lock is taken. */
interface Arrival {
  actor: Actor;
  articleId: DocumentId;
  input: CommentInput;
  context: TriageContext;
}

type Receipt = Awaited<ReturnType<Services['comments']['create']>>;

/** Where a comment goes: its article, and the comment that it answers. */
interface Place {
  article: PublishedArticle;
  parent: CommentRow | null;
}

/** @throws ForbiddenError when the article takes no comments any more */
function assertOpen(article: PublishedArticle): void {
  if (!article.discussionOpen) {
    throw forbidden('The discussion of this article is closed');
  }
}

/** Checks who writes and what is replied to. */
function checkPlace(
  { articleId, input, actor }: Omit<Arrival, 'context'>,
  parent: CommentRow | null
): void {
  const open = parent?.articleId === articleId && parent.visible && !parent.deleted;
  assertNoFaults([
    ...authorFaults(input, actor.user),
    ...(input.parent === undefined ? [] : replyFaults(open ? parent : null)),
  ]);
}

/** Mail is for those who ask for it, where the publication sends any. */
async function subscribe(
  strapi: Core.Strapi,
  trx: Trx,
  author: { email: string; authorKey: string },
  { language }: PublishedArticle
): Promise<{ addressId: DocumentId; confirmed: boolean } | null> {
  const { subscriptions } = services(strapi);
  if (!subscriptions.offered() || author.email === '') return null;
  return subscriptions.subscribe(trx, { ...author, language });
}

const authorOf = ({ actor, input }: Arrival) => ({
  name: actor.user?.name ?? input.author?.name ?? '',
  email: actor.user?.email ?? input.author?.email ?? '',
  url: input.author?.url ?? null,
});

/** Adds up what new comments mean for each article's counters. */
function deltasOf(made: readonly NewComment[]): Map<DocumentId, CommentDeltas> {
  const deltas = new Map<DocumentId, { byStatus: Record<string, number>; visible: number }>();
  for (const { articleId, status, visible } of made) {
    const of = deltas.get(articleId) ?? { byStatus: {}, visible: 0 };
    of.byStatus[status] = (of.byStatus[status] ?? 0) + 1;
    if (visible) of.visible += 1;
    deltas.set(articleId, of);
  }
  return deltas;
}

/** What others are told of a new comment: all of it is known here, and needs no reading. */
const announced = (
  row: CommentRow,
  { authorKey, language }: NewComment,
  { article }: Place
): AnnouncedComment => ({
  documentId: row.documentId,
  parentId: row.parentId,
  status: row.status,
  visible: row.visible,
  content: row.content,
  authorName: row.authorName ?? '',
  authorKey,
  moderator: row.moderator,
  language,
  createdAt: row.createdAt,
  reports: 0,
  article: {
    documentId: article.documentId,
    title: article.title,
    slug: article.slug,
    language: article.language,
  },
});

/**
 * Takes readers' comments. Those that come while others are written share the next transaction,
 * where each is checked and judged again in its turn, under its article's lock.
 */
export function makeArrivals(strapi: Core.Strapi) {
  /** Where each goes now that the locks are held, or why it is refused. */
  const places = async (trx: Trx, arrivals: Arrival[]): Promise<Outcome<Place>[]> => {
    const { published } = await services(strapi).articles.lockAllPublished(
      trx,
      arrivals.map(({ articleId }) => articleId)
    );
    const parents = await selectComments(
      trx,
      arrivals.flatMap(({ input }) => input.parent ?? [])
    );
    return arrivals.map((arrival) => {
      try {
        const article = published.get(arrival.articleId);
        if (article === undefined) throw notFound('Article');
        assertOpen(article);
        const parent = parents.get(arrival.input.parent ?? '') ?? null;
        checkPlace(arrival, parent);
        return { answer: { article, parent } };
      } catch (refusal) {
        return { refusal };
      }
    });
  };

  const store = async (trx: Trx, accepted: (Arrival & Place)[]): Promise<Receipt[]> => {
    const { events, postCache, stats, triage } = services(strapi);
    const hashed = accepted.map((each) => ({
      ...each,
      contentHash: contentHash(each.input.content),
      exceptId: null,
    }));
    const judged = await triage.judge(trx, hashed);
    const told: Awaited<ReturnType<typeof subscribe>>[] = [];
    const tokens = accepted.map(() => randomToken());
    const made: NewComment[] = [];
    for (const [at, arrival] of hashed.entries()) {
      const { status, reasons, language, fingerprint } = judged[at] as (typeof judged)[number];
      const { actor, articleId, parent, input, article } = arrival;
      const author = authorOf(arrival);
      // Spam too, whose author is told that it waits.
      const asks = input.notify && status !== 'rejected';
      told[at] = asks
        ? await subscribe(strapi, trx, { email: author.email, authorKey: actor.key }, article)
        : null;
      made.push({
        articleId,
        parent,
        status,
        visible: status === 'approved',
        content: input.content,
        contentHash: arrival.contentHash,
        language,
        heldReasons: reasons,
        fingerprint,
        author,
        moderator: false,
        authorKey: actor.key,
        userId: actor.user?.documentId ?? null,
        editTokenHash: sha256(tokens[at] as string),
        ipHash: actor.ipHash,
        userAgent: actor.userAgent,
        addressId: told[at]?.addressId ?? null,
      });
    }
    const rows = await insertComments(trx, made);
    for (const [at, { visible, parent }] of made.entries()) {
      triage.remember((rows[at] as CommentRow).documentId, (hashed[at] as Arrival).context);
      if (visible && parent !== null) await addReply(trx, parent.rootId);
    }
    await stats.moveComments(trx, deltasOf(made));
    await events.announce(
      trx,
      'created',
      rows.map((row, at) => announced(row, made[at] as NewComment, accepted[at] as Place))
    );
    const shown = new Set(made.filter(({ visible }) => visible).map(({ articleId }) => articleId));
    if (shown.size > 0) await postCache.drop([...shown]);
    return rows.map((row, at) => {
      const { status, heldReasons } = made[at] as NewComment;
      const why = refusalForAuthor(status, heldReasons);
      const { receipt, meta } = receiptOf(strapi, row, tokens[at] as string, why);
      const notify = told[at]?.confirmed ? ('on' as const) : ('confirm' as const);
      return { receipt, meta: { ...meta, ...(told[at] ? { notify } : {}) } };
    });
  };

  const write = async (trx: Trx, arrivals: Arrival[]): Promise<Outcome<Receipt>[]> => {
    const found = await places(trx, arrivals);
    const accepted = arrivals.flatMap((arrival, at) => {
      const place = found[at] as Outcome<Place>;
      return 'answer' in place ? [{ ...arrival, ...place.answer }] : [];
    });
    const receipts = accepted.length > 0 ? await store(trx, accepted) : [];
    return found.map((place) =>
      'answer' in place ? { answer: receipts.shift() as Receipt } : place
    );
  };

  const group = new GroupCommit<Arrival, Receipt>(strapi, {
    most: MAX_TOGETHER,
    // What an author sent before is a part of what the next is judged by.
    keysOf: ({ actor }) => [actor.key],
    write,
  });

  const together = new DataLoader<DocumentId, PublishedArticle | Error>(
    async (ids) => {
      const found = await services(strapi).articles.findPublished([...new Set(ids)]);
      return ids.map((id) => found.get(id) ?? notFound('Article'));
    },
    { cache: false, maxBatchSize: MAX_TOGETHER, batchScheduleFn: (read) => setImmediate(read) }
  );

  /** What comments of one turn of the event loop go to is read in one query. */
  const published = (articleId: DocumentId): Promise<PublishedArticle> =>
    strapi.db.inTransaction()
      ? services(strapi).articles.assertPublished(articleId)
      : (together.load(articleId) as Promise<PublishedArticle>);

  /** Refuses early what its transaction would refuse, and asks all that takes waiting. */
  const prepare = async (arrival: Omit<Arrival, 'context'>): Promise<Arrival> => {
    const { actor, articleId, input } = arrival;
    const article = await published(articleId);
    assertOpen(article);
    const { parent } = input;
    const found =
      parent === undefined
        ? null
        : await onConnection(strapi, (knex) => selectComments(knex, [parent]));
    checkPlace(arrival, found?.get(parent ?? '') ?? null);
    await takeCommentTurn(strapi, actor);
    const { triage } = services(strapi);
    const context = await triage.gatherContext({ actor, article, input, edited: false });
    return { ...arrival, context };
  };

  return async (actor: Actor, articleId: DocumentId, data: unknown): Promise<Receipt> => {
    const input = decode(commentInput(), data);
    return group.addPrepared(() => prepare({ actor, articleId, input }));
  };
}
