import { defined } from '../../../../shared/defined';
import type { MyRatingView } from '../../../../shared/contracts/ratings';
import type { Actor } from '../identity/api';
import type { Trx } from '../../platform/database/connection';
import { notFound } from '../../platform/errors';
import { BatchWriter, type Outcome } from '../../platform/database/batch-writer';
import type { DocumentId } from '../../platform/strapi/uids';
import { configOf } from '../../config';
import type { RatingsDeps } from './deps';
import { voteMove, type Vote } from './rules';
import { insertVotes, selectVotes, updateVotes } from './store';

/** Votes that one transaction counts at most. */
const MAX_TOGETHER = 64;

const DAY_SECONDS = 24 * 60 * 60;
const TOO_MANY =
  'Many votes for this post came from your network today. Please try again tomorrow.';

/** A vote as it was asked for. */
export interface Cast {
  actor: Actor;
  articleId: DocumentId;
  value: number;
}

/** Counts votes; those that come together share a transaction (ADR 25). */
export const createVoteBatch = (deps: RatingsDeps): BatchWriter<Cast, MyRatingView> =>
  new BatchWriter(deps.strapi, {
    most: MAX_TOGETHER,
    // What a voter gave last has to stand.
    keysOf: ({ actor, articleId }) => actor.keys.map((key) => `${articleId} ${key}`),
    write: (trx, votes) => count(deps, trx, votes),
  });

async function count(
  deps: RatingsDeps,
  trx: Trx,
  votes: readonly Cast[]
): Promise<Outcome<MyRatingView>[]> {
  const { published, held } = await deps.articles.lockAllPublished(
    trx,
    votes.map(({ articleId }) => articleId)
  );
  const open = votes.filter(({ articleId }) => published.has(articleId));
  const refused = { refusal: notFound('Article') };
  if (open.length === 0) return votes.map(() => refused);

  const before = await selectVotes(
    trx,
    [...published.keys()],
    open.flatMap(({ actor }) => actor.keys)
  );
  const moves = open.map((cast) => {
    const { actor, articleId, value } = cast;
    const { contentHash, generatorModel, promptVersion } = defined(published.get(articleId));
    const vote: Vote = { value, voterKey: actor.key, contentHash };
    const context = { contentHash, model: generatorModel, promptVersion };
    const held = before.find(
      (each) => each.articleId === articleId && actor.keys.includes(each.voterKey)
    );
    const move = voteMove(held ?? null, vote);
    return { cast, articleId, vote, context, id: held?.id ?? 0, move };
  });
  // Checked under the locks: only here it is known which votes are new.
  const beyond = await refusalsOf(
    deps,
    moves.flatMap(({ cast, move }) => (move.kind === 'insert' ? [cast] : []))
  );
  const counted = moves.filter(({ cast }) => !beyond.has(cast));
  const inserted = counted.filter(({ move }) => move.kind === 'insert');
  const updated = counted.filter(({ move }) => move.kind === 'update');
  if (inserted.length > 0) await insertVotes(trx, inserted);
  if (updated.length > 0) await updateVotes(trx, updated);
  const moved = counted.flatMap(({ articleId, move }) =>
    move.kind === 'none' || move.from === move.to
      ? []
      : [{ articleId, from: move.from, to: move.to }]
  );
  const ratingOf = await deps.stats.countVotes(trx, held, moved);
  if (moved.length > 0) {
    const articleIds = [...new Set(moved.map(({ articleId }) => articleId))];
    await deps.events.emit('rating.changed', { articleIds, ratingOf });
  }
  return votes.map((cast) => {
    const { articleId, value } = cast;
    if (!published.has(articleId)) return refused;
    const refusal = beyond.get(cast);
    return refusal ? { refusal } : { answer: { ...ratingOf(articleId), mine: value } };
  });
}

/** Which of some new votes are beyond what one network may have counted today. */
async function refusalsOf(
  { limiter, strapi }: RatingsDeps,
  casts: readonly Cast[]
): Promise<Map<Cast, unknown>> {
  const bound = { most: configOf(strapi).ratings.votesPerNetwork, seconds: DAY_SECONDS };
  const refused = new Map<Cast, unknown>();
  await Promise.all(
    casts.map((cast) =>
      limiter
        .enforce('votes', `${cast.articleId}:${cast.actor.ipHash}`, bound, TOO_MANY)
        .catch((refusal: unknown) => refused.set(cast, refusal))
    )
  );
  return refused;
}
