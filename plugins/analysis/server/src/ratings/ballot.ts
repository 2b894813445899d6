import { AsyncResource } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import type { MyRatingView } from '../../../shared/contracts/ratings';
import type { Actor } from '../common/actor';
import { inTransaction, type Trx } from '../common/database';
import { notFound } from '../common/errors';
import { isDocumentId } from '../common/ids';
import type { PublishedArticle } from '../common/service-types';
import { services } from '../common/services';
import type { DocumentId } from '../common/uids';
import { together, voteMove, type Vote } from './rules';
import { insertVotes, selectVotes, updateVotes } from './store';

/** Votes that one transaction counts at most. */
const MAX_TOGETHER = 64;

/** Turns of the event loop in which a request that has arrived is read, with its body. */
const TURNS = 2;

/**
 * Lets those in that have arrived already: SQLite answers so fast that a transaction would begin
 * and end between one vote and the next.
 */
async function gathered(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn += 1) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}

/** A vote as it was asked for. */
export interface Cast {
  actor: Actor;
  articleId: DocumentId;
  value: number;
}

interface Waiting extends Cast {
  resolve: (view: MyRatingView) => void;
  reject: (error: unknown) => void;
}

/**
 * Counts votes. Those that come while others are written share the next transaction (a group
 * commit), so that many at once cost little more than one; nobody hears of a vote before it is
 * committed, and one that fails takes no other with it.
 */
export class Ballot {
  private waiting: Waiting[] = [];
  private running = false;
  /** The transactions are in nobody's request. */
  private readonly outside = new AsyncResource('analysis-ballot');

  constructor(private readonly strapi: Core.Strapi) {}

  /** @throws NotFoundError unless the article is published */
  async cast(vote: Cast): Promise<MyRatingView> {
    // Within a transaction of the caller's it is part of that.
    if (this.strapi.db.inTransaction()) {
      return viewIn(await inTransaction(this.strapi, (trx) => this.count(trx, [vote])), 0);
    }
    return new Promise((resolve, reject) => {
      this.waiting.push({ ...vote, resolve, reject });
      if (!this.running) this.outside.runInAsyncScope(() => void this.run());
    });
  }

  private async run(): Promise<void> {
    this.running = true;
    while (this.waiting.length > 0) {
      await gathered();
      const { now, later } = together(this.waiting, MAX_TOGETHER);
      this.waiting = later;
      await this.settle(now);
    }
    this.running = false;
  }

  private async settle(votes: Waiting[]): Promise<void> {
    try {
      const views = await inTransaction(this.strapi, (trx) => this.count(trx, votes));
      votes.forEach((vote, at) => {
        try {
          vote.resolve(viewIn(views, at));
        } catch (error) {
          vote.reject(error);
        }
      });
    } catch (error) {
      if (votes.length === 1) votes[0]?.reject(error);
      else for (const vote of votes) await this.settle([vote]);
    }
  }

  /** @returns what each voter is told, null where the article is not public */
  private async count(trx: Trx, votes: readonly Cast[]): Promise<(MyRatingView | null)[]> {
    const { articles, events, stats } = services(this.strapi);
    const asked = [...new Set(votes.map(({ articleId }) => articleId))].filter(isDocumentId);
    const held = await stats.lockRatings(trx, asked);
    let published = await articles.published(asked);
    const unheld = [...published.keys()].filter((articleId) => !held.has(articleId));
    if (unheld.length > 0) {
      // Brought in past the hooks, they have no row to lock: only what is there is given one.
      await stats.lockAll(trx, unheld);
      for (const [id, counters] of await stats.lockRatings(trx, unheld)) held.set(id, counters);
      published = await articles.published(asked);
    }
    const open = votes.filter(({ articleId }) => published.has(articleId));
    if (open.length === 0) return votes.map(() => null);

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
      published.has(articleId) ? { ...ratingOf(articleId), mine: value } : null
    );
  }
}

/** @throws NotFoundError where the article is not public */
function viewIn(views: (MyRatingView | null)[], at: number): MyRatingView {
  const view = views[at];
  if (!view) throw notFound('Article');
  return view;
}
