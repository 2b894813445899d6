import type { Core } from '@strapi/strapi';
import type { MyRatingView } from '../../../shared/contracts/ratings';
import type { Actor } from '../common/actor';
import type { Trx } from '../common/database';
import { notFound } from '../common/errors';
import { GroupCommit, type Outcome } from '../common/group-commit';
import type { PublishedArticle } from '../common/service-types';
import { services } from '../common/services';
import type { DocumentId } from '../common/uids';
import { voteMove, type Vote } from './rules';
import { insertVotes, selectVotes, updateVotes } from './store';

/** Votes that one transaction counts at most. */
const MAX_TOGETHER = 64;

/** A vote as it was asked for. */
export interface Cast {
  actor: Actor;
  articleId: DocumentId;
  value: number;
}

/** Counts votes; those that come together share a transaction (ADR 25). */
export const makeBallot = (strapi: Core.Strapi): GroupCommit<Cast, MyRatingView> =>
  new GroupCommit(strapi, {
    most: MAX_TOGETHER,
    // What a voter gave last has to stand.
    keysOf: ({ actor, articleId }) => actor.keys.map((key) => `${articleId} ${key}`),
    write: (trx, votes) => count(strapi, trx, votes),
  });

async function count(
  strapi: Core.Strapi,
  trx: Trx,
  votes: readonly Cast[]
): Promise<Outcome<MyRatingView>[]> {
  const { articles, events, stats } = services(strapi);
  const { published, held } = await articles.lockAllPublished(
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
  const moves = open.map(({ actor, articleId, value }) => {
    const { contentHash, generatorModel, promptVersion } = published.get(
      articleId
    ) as PublishedArticle;
    const vote: Vote = { value, voterKey: actor.key, contentHash };
    const context = { contentHash, model: generatorModel, promptVersion };
    const held = before.find(
      (each) => each.articleId === articleId && actor.keys.includes(each.voterKey)
    );
    return { articleId, vote, context, id: held?.id ?? 0, move: voteMove(held ?? null, vote) };
  });
  const inserted = moves.filter(({ move }) => move.kind === 'insert');
  const updated = moves.filter(({ move }) => move.kind === 'update');
  if (inserted.length > 0) await insertVotes(trx, inserted);
  if (updated.length > 0) await updateVotes(trx, updated);
  const moved = moves.flatMap(({ articleId, move }) =>
    move.kind === 'none' || move.from === move.to
      ? []
      : [{ articleId, from: move.from, to: move.to }]
  );
  const ratingOf = await stats.countVotes(trx, held, moved);
  await events.ratings([...new Set(moved.map(({ articleId }) => articleId))], ratingOf);
  return votes.map(({ articleId, value }) =>
    published.has(articleId) ? { answer: { ...ratingOf(articleId), mine: value } } : refused
  );
}
