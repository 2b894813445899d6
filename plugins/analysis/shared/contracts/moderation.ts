/**
 * PUT /analysis/comments/:documentId/status   (admin, needs plugin::analysis.moderate)
 */
import { z } from 'zod';
import { line } from '../fields';
import { LIMITS } from '../limits';
import { COMMENT_STATUSES, type CommentStatus } from './comments';
import type { Envelope } from './common';

export const decisionInput = z.strictObject({
  status: z.enum(COMMENT_STATUSES),
  reason: line({ max: LIMITS.moderationReason.max }).nullish(),
});
export type DecisionInput = z.infer<typeof decisionInput>;

export interface DecisionView {
  documentId: string;
  status: CommentStatus;
  previousStatus: CommentStatus;
  /** Whether the public can see it now. */
  visible: boolean;
}
export type DecisionResponse = Envelope<DecisionView>;
