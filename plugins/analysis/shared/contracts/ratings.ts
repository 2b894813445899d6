/**
 * GET, PUT and DELETE /articles/:documentId/rating
 */
import { z } from 'zod';
import { LIMITS } from '../limits';
import type { Envelope } from './common';

export const rateInput = z.strictObject({
  value: z.int().min(LIMITS.ratingValue.min).max(LIMITS.ratingValue.max),
});
export type RateInput = z.infer<typeof rateInput>;

export interface RatingView {
  /** Number of votes. */
  total: number;
  /** Mean of the votes, 0 when there are none, rounded to two decimals. */
  average: number;
  /** Votes by value. */
  histogram: Record<'1' | '2' | '3' | '4' | '5', number>;
  /** Bayesian average: what rankings sort by. */
  score: number;
}

/** `mine` is the caller's own vote, and null for one who has not voted. */
export interface MyRatingView extends RatingView {
  mine: number | null;
}

export type RatingResponse = Envelope<MyRatingView>;
