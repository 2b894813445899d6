import type { Core } from '@strapi/strapi';
import type { RatingView } from '../../../../shared/contracts/ratings';
import type { Trx } from '../../platform/database/connection';
import type { DocumentId } from '../../platform/strapi/uids';
import { configOf } from '../../config';
import { movedBy, ratingView, voteDeltas, type RatingCounters, type VoteDeltas } from './rules';
import { toCounters, updateVotes } from './store';

/** A vote that changes: null as `from` is a new one, null as `to` a withdrawn one. */
export interface VoteMove {
  articleId: DocumentId;
  from: number | null;
  to: number | null;
}

/**
 * Moves the vote counters of some articles, whose rows the caller has locked.
 * @param moves none is allowed, and does nothing
 * @returns what the votes of each article moved by
 */
export async function moveVotes(
  strapi: Core.Strapi,
  trx: Trx,
  moves: readonly VoteMove[]
): Promise<Map<DocumentId, VoteDeltas>> {
  const deltas = voteDeltas(moves);
  if (deltas.size > 0) await updateVotes(trx, deltas, configOf(strapi).ratings);
  return deltas;
}

/**
 * The same for articles whose counters were read with their locks.
 * @param held the counters before the moves
 * @returns the rating after them, also of an article whose votes did not move
 */
export async function countVotes(
  strapi: Core.Strapi,
  trx: Trx,
  held: ReadonlyMap<DocumentId, RatingCounters>,
  moves: readonly VoteMove[]
): Promise<(articleId: DocumentId) => RatingView> {
  const deltas = await moveVotes(strapi, trx, moves);
  return (articleId) => {
    const counters = held.get(articleId) ?? toCounters(undefined);
    const delta = deltas.get(articleId);
    return ratingView(delta ? movedBy(counters, delta) : counters, configOf(strapi).ratings);
  };
}
