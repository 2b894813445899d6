import { inTransaction } from '../../platform/database/connection';
import { assertNoFaults } from '../../platform/errors';
import { refuseMany, type LifecycleEvent, type WriteEvent } from '../../platform/strapi/lifecycles';
import type { DocumentId } from '../../platform/strapi/uids';
import type { RatingsDeps } from './deps';
import { voteFaults } from './rules';
import { findVotes, lockValue, type VoteEntity } from './store';

/** Moves the counters of a vote that Strapi's query layer wrote. */
const move = (
  { events, stats, strapi }: RatingsDeps,
  articleId: DocumentId,
  from: number | null,
  to: number | null
): Promise<void> =>
  inTransaction(strapi, async (trx) => {
    await stats.lock(trx, articleId);
    await stats.moveVotes(trx, [{ articleId, from, to }]);
    const rating = await stats.rating(articleId);
    await events.emit('rating.changed', { articleIds: [articleId], ratingOf: () => rating });
  });

/** Reads votes under their articles' locks, which are released with the caller's transaction. */
async function lockVotes(
  { stats, strapi }: RatingsDeps,
  where: Record<string, unknown>
): Promise<VoteEntity[]> {
  const found = await findVotes(strapi, where);
  return inTransaction(strapi, async (trx) => {
    const votes: VoteEntity[] = [];
    // In one order, so that two who remove votes of the same articles wait and do not deadlock.
    for (const vote of found.sort((left, right) => (left.articleId < right.articleId ? -1 : 1))) {
      await stats.lock(trx, vote.articleId);
      const value = await lockValue(trx, vote.id);
      if (value !== null) votes.push({ ...vote, value });
    }
    return votes;
  });
}

/** What the hooks before a change and a removal leave to those after. */
export interface Corrected {
  before?: VoteEntity;
}
export interface Removed {
  before: VoteEntity[];
}

/**
 * Votes that are written past the service: an editor who changes or removes one in the content
 * manager, an import. The counters move with them.
 */
export const ratingHooks = (deps: RatingsDeps) => ({
  async beforeCreate(event: WriteEvent) {
    assertNoFaults(voteFaults(event.params.data));
  },

  async afterCreate(event: LifecycleEvent<VoteEntity>) {
    const { articleId, value } = event.result;
    await move(deps, articleId, null, value);
  },

  async beforeUpdate(event: WriteEvent<unknown, Corrected>) {
    const [before] = await lockVotes(deps, event.params.where ?? {});
    if (before === undefined) return;
    const data = event.params.data;
    // Whose vote it is and on what stays; only the stars may be corrected.
    delete data.voterKey;
    delete data.articleId;
    assertNoFaults(voteFaults({ ...before, ...data }));
    event.state.before = before;
  },

  async afterUpdate(event: LifecycleEvent<VoteEntity | null, Corrected>) {
    const { before } = event.state;
    const after = event.result;
    if (before === undefined || after === null || before.value === after.value) return;
    await move(deps, before.articleId, before.value, after.value);
  },

  async beforeDelete(event: LifecycleEvent<unknown, Removed>) {
    event.state.before = await lockVotes(deps, event.params.where ?? {});
  },

  async afterDelete(event: LifecycleEvent<unknown, Removed>) {
    for (const { articleId, value } of event.state.before) {
      await move(deps, articleId, value, null);
    }
  },

  async beforeDeleteMany(event: LifecycleEvent<unknown, Removed>) {
    event.state.before = await lockVotes(deps, event.params.where ?? {});
  },

  async afterDeleteMany(event: LifecycleEvent<unknown, Removed>) {
    for (const { articleId, value } of event.state.before) {
      await move(deps, articleId, value, null);
    }
  },

  beforeCreateMany: refuseMany('ratings'),
  beforeUpdateMany: refuseMany('ratings'),
});
