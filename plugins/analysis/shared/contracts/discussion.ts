/**
 * Whether the readers of an article may comment on it, for the panel beside it in the admin.
 *
 * GET  /analysis/articles/:documentId/discussion     moderation.read, or as PUT
 * PUT  /analysis/articles/:documentId/discussion     moderate, or who may change this field of
 *                                                    this article in the content manager
 */
import { z } from 'zod';
import type { Envelope } from './common';

/** Holds at once, whatever else waits in the draft to be published. */
export const discussionInput = z.strictObject({ closed: z.boolean() });
export type DiscussionInput = z.infer<typeof discussionInput>;

export interface DiscussionView {
  /** By an editor. */
  closed: boolean;
  /** Whether comments are taken now: not closed, the article published and not too old. */
  open: boolean;
  published: boolean;
}
export type DiscussionResponse = Envelope<DiscussionView, { mayChange: boolean }>;
