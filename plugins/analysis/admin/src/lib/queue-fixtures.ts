/** Cards and lists for the tests of the queue's state. */
import type { QueueCard, QueueCounts } from '../../../shared/contracts/moderation';
import { initialQueue, visibleCards, type QueueState } from './queue-model';
import { queueReducer, type QueueAction } from './queue-state';

export const card = (documentId: string, changes: Partial<QueueCard> = {}): QueueCard => ({
  documentId,
  status: 'pending',
  visible: false,
  deleted: false,
  content: `Text of ${documentId}`,
  contentHash: `hash-${documentId}`,
  language: 'en',
  depth: 0,
  createdAt: '2026-01-01T00:00:00.000Z',
  editedAt: null,
  author: {
    name: 'Ann',
    email: null,
    url: null,
    network: null,
    signedIn: false,
    moderator: false,
    banned: false,
    history: { approved: 0, rejected: 0, spam: 0 },
  },
  article: {
    documentId: 'article',
    title: 'Article',
    slug: 'article',
    published: true,
    address: '/posts/article',
  },
  parent: null,
  heldReasons: [],
  reports: [],
  decided: null,
  ...changes,
});

export const COUNTS: QueueCounts = {
  pending: 10,
  reported: 3,
  spam: 5,
  approved: 20,
  rejected: 1,
  trash: 0,
};
export const AT = '2026-02-01T00:00:00.000Z';

export const run = (state: QueueState, ...actions: QueueAction[]) =>
  actions.reduce(queueReducer, state);

export const loadedWith = (ids: string[], nextCursor: string | null = null): QueueState =>
  run(
    initialQueue('', 'pending'),
    { type: 'loaded', key: '', cards: ids.map((id) => card(id)), nextCursor, at: AT },
    { type: 'counts', counts: COUNTS, capped: false }
  );

export const shown = (state: QueueState) => visibleCards(state).map(({ documentId }) => documentId);
export const decide = (token: string, ...ids: string[]): QueueAction => ({
  type: 'decide',
  token,
  ids,
  to: 'approved',
});
