/**
 * POST /analysis/articles/publish   who may publish articles in the content manager
 */
import { z } from 'zod';
import type { Fault } from '../faults';
import { LIMITS } from '../limits';
import type { Envelope } from './common';

export const publishArticlesInput = z.strictObject({
  documentIds: z.array(z.string()).min(1).max(LIMITS.publishAtOnce),
});
export type PublishArticlesInput = z.infer<typeof publishArticlesInput>;

/** Why an article was not published. */
export const PUBLISH_REFUSALS = ['faulty', 'not_found', 'not_allowed', 'failed'] as const;
export type PublishRefusal = (typeof PUBLISH_REFUSALS)[number];

export interface PublishedArticleView {
  documentId: string;
  /** Null where the draft has none, or the role may not read it. */
  title: string | null;
}

export interface RefusedArticleView extends PublishedArticleView {
  reason: PublishRefusal;
  /** What is wrong with a faulty one; empty for the other reasons. */
  faults: Fault[];
}

export interface PublishArticlesView {
  published: PublishedArticleView[];
  refused: RefusedArticleView[];
}
export type PublishArticlesResponse = Envelope<PublishArticlesView>;
