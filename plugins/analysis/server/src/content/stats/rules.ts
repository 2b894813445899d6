import type { RatingView } from '../../../../shared/contracts/ratings';
import { LIMITS } from '../../../../shared/limits';

/** The rating counters of an article's row. */
export interface RatingCounters {
  sum: number;
  count: number;
  /** Votes for 1, 2, 3, 4 and 5, in that order. */
  histogram: [number, number, number, number, number];
}

export interface Prior {
  priorMean: number;
  priorVotes: number;
}

/**
 * Bayesian average: the mean that a post would have if `priorVotes` readers had given it
 * `priorMean` before anyone voted, so that one five-star vote does not beat a hundred fours.
 * Formula: (C·m + Σv) / (C + n), see "Bayesian average" (Masterov, 2013; IMDb's weighted rating).
 */
export function bayesianAverage(
  sum: number,
  count: number,
  { priorMean, priorVotes }: Prior
): number {
  const votes = priorVotes + count;
  return votes === 0 ? 0 : (priorVotes * priorMean + sum) / votes;
}

/** The mean of the votes; 0 when there are none. */
export const average = (sum: number, count: number): number => (count === 0 ? 0 : sum / count);

/**
 * A mean on the scale of votes to two decimals, as readers see it: whole stars at either end only
 * where no vote and no prior says otherwise. 4.996 is 4.99, so that 5 is a perfect record.
 */
function shownMean(value: number): number {
  const { min, max } = LIMITS.ratingValue;
  const rounded = Math.round(value * 100) / 100;
  if (rounded >= max && value < max) return max - 0.01;
  if (rounded <= min && value > min) return min + 0.01;
  return rounded;
}

/** The public form of the counters; average and score by `shownMean`. */
export function ratingView({ sum, count, histogram }: RatingCounters, prior: Prior): RatingView {
  const [one, two, three, four, five] = histogram;
  return {
    total: count,
    average: shownMean(average(sum, count)),
    histogram: { 1: one, 2: two, 3: three, 4: four, 5: five },
    score: shownMean(bayesianAverage(sum, count, prior)),
  };
}

/** What one article's votes move by. */
export interface VoteDeltas {
  sum: number;
  count: number;
  /** Votes for 1, 2, 3, 4 and 5, in that order. */
  histogram: RatingCounters['histogram'];
}

/** The counters after votes have moved them. */
export const movedBy = (
  { sum, count, histogram }: RatingCounters,
  delta: VoteDeltas
): RatingCounters => ({
  sum: sum + delta.sum,
  count: count + delta.count,
  histogram: histogram.map(
    (votes, at) => votes + (delta.histogram[at] ?? 0)
  ) as RatingCounters['histogram'],
});

/**
 * Adds up what votes move, article by article.
 * @param moves null as `from` is a new vote, null as `to` a withdrawn one
 */
export function voteDeltas<Id>(
  moves: readonly { articleId: Id; from: number | null; to: number | null }[]
): Map<Id, VoteDeltas> {
  const deltas = new Map<Id, VoteDeltas>();
  for (const { articleId, from, to } of moves) {
    const delta: VoteDeltas = deltas.get(articleId) ?? {
      sum: 0,
      count: 0,
      histogram: [0, 0, 0, 0, 0],
    };
    deltas.set(articleId, delta);
    for (const [value, by] of [
      [from, -1],
      [to, 1],
    ] as const) {
      if (value === null) continue;
      delta.sum += by * value;
      delta.count += by;
      delta.histogram[value - 1] = (delta.histogram[value - 1] ?? 0) + by;
    }
  }
  return deltas;
}
