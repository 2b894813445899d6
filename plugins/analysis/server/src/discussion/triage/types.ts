import type { CommentInput } from '../../../../shared/contracts/comments';
import type { HeldReason } from '../../../../shared/contracts/moderation';
import type { Actor } from '../../audience/identity/api';
import type { PublishedArticle } from '../../content/articles/api';
import type { ActiveBan } from '../bans/api';
import type { TriagePolicy } from './policy';

/** The verdict of one phase, or of an external service, on a comment. */
export type Verdict =
  { outcome: 'pass' } | { outcome: 'hold' | 'spam' | 'reject' | 'approve'; reason: HeldReason };

export type Outcome = Verdict['outcome'];

/** A comment as its request brings it. */
export interface SentComment {
  actor: Actor;
  article: PublishedArticle;
  input: CommentInput;
  /** Whether the comment is there already and was edited. */
  edited: boolean;
}

/** All that triage knows of a comment. Gathered beforehand, so that deciding needs no waiting. */
export interface Signals {
  content: string;
  articleLanguage: string | null;
  detectedLanguage: string | null;
  author: { name: string; email: string | null; url: string | null; signedIn: boolean };
  /** The caller's address, for the operator's blocked networks. It is never stored. */
  address: string | null;
  /** What came in the field that people do not see. */
  honeypot: string;
  /** Since the form was shown; null when no token came, `invalid` when it is not one of ours. */
  secondsToSubmit: number | 'invalid' | null;
  /** Comments already made within the policy's flood windows. */
  recent: { byIdentity: number; byNetwork: number };
  /** `nearElsewhere`: near-duplicates under other articles, whoever wrote them. */
  duplicate: { bySameAuthor: boolean; nearElsewhere: number };
  /** A moderator's ban that covers the comment's author. */
  blockedBy: ActiveBan | null;
  /** What moderators made of this author's earlier comments. */
  history: { approved: number; rejected: number; spam: number };
  confirmedEmail: boolean;
  discussion: { open: boolean; closed: 'editor' | 'age' | null };
  /** Whether the e-mail's domain gives out throw-away addresses. */
  disposable: boolean;
  /** What an outside service said, a doubt when it did not answer; null when none was asked. */
  external: Verdict | null;
}

/** What is known before the article is locked, without the database. */
export type EarlySignals = Omit<
  Signals,
  'duplicate' | 'blockedBy' | 'history' | 'confirmedEmail' | 'discussion' | 'external'
>;

/** Phases are switched and set under their own name in the policy. */
export type PhaseName = keyof TriagePolicy;

export interface Phase {
  name: PhaseName;
  run(signals: Signals, policy: TriagePolicy): Verdict;
}
