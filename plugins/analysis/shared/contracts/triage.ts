/**
 * How comments are triaged on arrival.
 *
 * GET  /analysis/triage/policy           moderation.settings
 * PUT  /analysis/triage/policy           moderation.settings
 * POST /analysis/triage/replay           moderation.settings
 *
 * GET  /api/analysis/comment-token       anyone who may comment
 */
import { z } from 'zod';
import type { EXTERNAL_KINDS } from '../vocabulary';
import type { CommentStatus } from './comments';
import { envelope, type Envelope } from './common';
import type { HeldReason } from './moderation';

/** Beside the policy: which service outside the operator configured. */
export interface PolicyMeta {
  external: (typeof EXTERNAL_KINDS)[number];
}

/** What a policy makes of decisions that people took. */
export interface ReplayScore {
  /** People approved it, the policy refuses it. */
  approvedTaken: number;
  /** People approved it, the policy makes it wait for its doubts. */
  approvedHeld: number;
  /** People refused it, the policy publishes it. */
  refusedPublic: number;
  /** People refused it, and so does the policy. */
  caught: number;
}

export interface ReplayCase {
  commentId: string;
  /** The first 500 characters. */
  content: string;
  decided: CommentStatus;
  wouldBe: CommentStatus;
  error: 'approvedTaken' | 'approvedHeld' | 'refusedPublic';
  reasons: HeldReason[];
}

export interface ReplayView {
  decisions: number;
  /** Of them, those that people refused. */
  refused: number;
  /** The policy in force … */
  now: ReplayScore;
  /** … and the one that was sent. */
  next: ReplayScore;
  /** What the one that was sent gets wrong; up to fifty of each kind. */
  cases: ReplayCase[];
}
export type ReplayResponse = Envelope<ReplayView>;

export const commentTokenResponse = envelope(
  z.object({
    token: z
      .string()
      .describe('Send as `formToken` with the comment: it says when the form was shown.'),
  })
);
export type CommentTokenResponse = z.infer<typeof commentTokenResponse>;
