/**
 * GET, PUT and DELETE /articles/:documentId/rating
 */
import { z } from 'zod';
import { LIMITS } from '../limits';
import { amount, envelope } from './common';
import { input, view } from './named-schemas';

export const rateInput = input(
  'RateInput',
  z.strictObject({
    value: z.int().min(LIMITS.ratingValue.min).max(LIMITS.ratingValue.max),
  })
);
export type RateInput = z.infer<typeof rateInput>;

const ratingFields = {
  total: amount().describe('Number of votes.'),
  average: z
    .number()
    .describe('Mean of the votes, 0 when there are none, rounded to two decimals.'),
  histogram: z
    .object({ '1': amount(), '2': amount(), '3': amount(), '4': amount(), '5': amount() })
    .describe('Votes by value.'),
  score: z.number().describe('Bayesian average: what rankings sort by.'),
};

export const ratingView = view('Rating', z.object(ratingFields));
export type RatingView = z.infer<typeof ratingView>;

export const myRatingView = view(
  'MyRating',
  z.object({
    ...ratingFields,
    mine: z.int().nullable().describe('The caller’s own vote; null for one who has not voted.'),
  })
);
export type MyRatingView = z.infer<typeof myRatingView>;

export const ratingResponse = envelope(myRatingView);
export type RatingResponse = z.infer<typeof ratingResponse>;
