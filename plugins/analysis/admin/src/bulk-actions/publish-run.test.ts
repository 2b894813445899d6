import { expect, test } from '@jest/globals';
import type { PublishArticlesView } from '../../../shared/contracts/articles';
import { isComplete, publishInBatches, remainingOf, unpublishedOf } from './publish-run';

const ids = Array.from({ length: 12 }, (_, n) => `a${n}`);

/** A server that publishes all but some. */
const server =
  (faulty: string[] = []) =>
  (documentIds: string[]): Promise<PublishArticlesView> =>
    Promise.resolve({
      published: documentIds
        .filter((id) => !faulty.includes(id))
        .map((documentId) => ({ documentId, title: null })),
      refused: documentIds
        .filter((id) => faulty.includes(id))
        .map((documentId) => ({ documentId, title: null, reason: 'faulty', faults: [] })),
    });

const idsOf = (articles: { documentId: string }[]) => articles.map(({ documentId }) => documentId);

test('all are sent in bounded batches, in their order, with the progress told after each', async () => {
  const sizes: number[] = [];
  const progress: number[] = [];
  const outcome = await publishInBatches(ids, {
    publish(batch) {
      sizes.push(batch.length);
      return server(['a3', 'a11'])(batch);
    },
    onProgress: (done) => progress.push(done),
    isStopped: () => false,
  });
  expect(sizes).toEqual([5, 5, 2]);
  expect(progress).toEqual([5, 10, 12]);
  expect(idsOf(outcome.refused)).toEqual(['a3', 'a11']);
  expect(idsOf(outcome.published)).toEqual(ids.filter((id) => !['a3', 'a11'].includes(id)));
  expect(outcome).toMatchObject({ left: [], error: null });
  expect(isComplete(outcome)).toBe(false);
});

test('stopping lets the batch that is on its way end, and names those that were not tried', async () => {
  let stopped = false;
  const outcome = await publishInBatches(ids, {
    publish: server(),
    onProgress: () => (stopped = true),
    isStopped: () => stopped,
  });
  expect(idsOf(outcome.published)).toEqual(ids.slice(0, 5));
  expect(outcome.left).toEqual(ids.slice(5));
  expect(outcome.error).toBeNull();
  expect(isComplete(outcome)).toBe(false);
});

test('a request that fails ends it, without losing what was published before', async () => {
  const down = new Error('down');
  let requests = 0;
  const outcome = await publishInBatches(ids, {
    publish(batch) {
      requests += 1;
      return requests === 2 ? Promise.reject(down) : server()(batch);
    },
    onProgress: () => undefined,
    isStopped: () => false,
  });
  expect(requests).toBe(2);
  expect(outcome.error).toBe(down);
  expect(idsOf(outcome.published)).toEqual(ids.slice(0, 5));
  expect(outcome.left).toEqual(ids.slice(5));
});

test('only what is not published stays selected', async () => {
  const rows = ids.map((documentId, id) => ({ id, documentId }));
  const outcome = await publishInBatches(ids, {
    publish: server(['a0', 'a7']),
    onProgress: () => undefined,
    isStopped: () => false,
  });
  expect(idsOf(remainingOf(rows, outcome))).toEqual(['a0', 'a7']);
});

test('what is public as it stands is not published again', () => {
  const rows = ['draft', 'published', 'modified', undefined].map((status, id) => ({
    id,
    documentId: `a${id}`,
    ...(status === undefined ? {} : { status }),
  }));
  expect(idsOf(unpublishedOf(rows))).toEqual(['a0', 'a2', 'a3']);
});
