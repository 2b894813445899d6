import { defined } from '../../../../shared/defined';
import type { CommentStatus } from '../../../../shared/contracts/comments';
import type { HeldReason } from '../../../../shared/contracts/moderation';
import type { Actor } from '../../audience/identity/api';
import type { PublishedArticle } from '../../content/articles/api';
import type { Trx } from '../../platform/database/connection';
import { emailHash } from '../../platform/security/email-hash';
import type { DocumentId } from '../../platform/strapi/uids';
import { configOf } from '../../config';
import type { ActiveBan } from '../bans/api';
import type { TriageDeps } from './deps';
import type { TriageContext } from './gather-context';
import { halvesOf, isNear } from './near-duplicates';
import { runUnnoticed } from './run-phases';
import {
  LATEST,
  selectAuthorSignals,
  selectLatest,
  type AuthorSignals,
  type Latest,
} from './store';

/** A comment to be judged. */
export interface ToJudge {
  actor: Actor;
  article: PublishedArticle;
  contentHash: string;
  /** The comment itself, when it is there already and was edited. */
  exceptId: DocumentId | null;
  context: TriageContext;
}

/** What a comment starts as, and why. */
export interface Judgement {
  status: CommentStatus;
  reasons: HeldReason[];
  /** Detected in the text; null where it is too short. */
  language: string | null;
  fingerprint: string | null;
}

const detected = ({ signals, fingerprint }: TriageContext) => ({
  language: signals.detectedLanguage,
  fingerprint,
});

const selectAuthors = (trx: Trx, comments: readonly ToJudge[]): Promise<AuthorSignals[]> =>
  selectAuthorSignals(
    trx,
    comments.map(({ actor, contentHash, exceptId, context }) => {
      const { email } = context.signals.author;
      return {
        authorKey: actor.key,
        emailHash: email === null ? null : emailHash(email),
        contentHash,
        exceptId,
      };
    })
  );

/** Judges one comment by what is known of its author and of the latest comments. */
function judgeOne(
  { strapi }: TriageDeps,
  { article, context }: ToJudge,
  { author, ban, latest }: { author: AuthorSignals; ban: ActiveBan | null; latest: Latest[] }
): Judgement {
  const { signals, policy, external } = context;
  const { bySameAuthor, history, confirmedEmail } = author;
  const mark = context.fingerprint === null ? null : halvesOf(context.fingerprint);
  const isEcho = (other: Latest): boolean =>
    mark !== null &&
    other.articleId !== article.documentId &&
    other.fingerprint !== null &&
    isNear(mark, other.fingerprint);
  const { status, reasons, trace } = runUnnoticed(
    {
      ...signals,
      external,
      duplicate: { bySameAuthor, nearElsewhere: latest.filter(isEcho).length },
      blockedBy: ban,
      history,
      confirmedEmail,
      discussion: { open: true, closed: null },
    },
    policy,
    configOf(strapi).comments.initialStatus
  );
  for (const { phase, error } of trace) {
    if (error !== undefined) strapi.log.error(`Triage: ${phase} failed: ${error}`);
  }
  // Why an author is trusted is no doubt about the comment.
  return { status, reasons: status === 'approved' ? [] : reasons, ...detected(context) };
}

/**
 * Says what comments start as, each as if those before it were stored; their articles' locks are
 * held. Of one author there may be only one.
 */
export const judge =
  (deps: TriageDeps) =>
  async (trx: Trx, comments: readonly ToJudge[]): Promise<Judgement[]> => {
    const { initialStatus, triage } = configOf(deps.strapi).comments;
    if (!triage) {
      return comments.map(({ context }) => ({
        status: initialStatus,
        reasons: [],
        ...detected(context),
      }));
    }
    const authors = await selectAuthors(trx, comments);
    const marked = comments.some(({ context }) => context.fingerprint !== null);
    const latest = marked ? await selectLatest(trx) : [];
    const bans = await deps.bans.find(
      trx,
      comments.map(({ actor, context }) => ({
        authorKey: actor.key,
        email: context.signals.author.email,
        network: actor.ipHash,
      }))
    );
    return comments.map((comment, at) => {
      const { article, context, exceptId } = comment;
      const author = defined(authors[at]);
      const judgement = judgeOne(deps, comment, { author, ban: bans[at] ?? null, latest });
      // Those after it see it as they would, were it stored already.
      if (exceptId === null) {
        const fingerprint = context.fingerprint === null ? null : halvesOf(context.fingerprint);
        latest.unshift({ articleId: article.documentId, fingerprint });
      }
      if (latest.length > LATEST) latest.pop();
      return judgement;
    });
  };
