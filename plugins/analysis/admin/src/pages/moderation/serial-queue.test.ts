import { expect, test } from '@jest/globals';
import { createSerialQueue } from './serial-queue';

const deferred = () => {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
};

test('a task starts when the one before has ended', async () => {
  const run = createSerialQueue();
  const gate = deferred();
  const order: string[] = [];
  const first = run(async () => {
    await gate.promise;
    order.push('first');
  });
  const second = run(async () => {
    order.push('second');
  });
  await Promise.resolve();
  expect(order).toEqual([]);
  gate.resolve();
  await Promise.all([first, second]);
  expect(order).toEqual(['first', 'second']);
});

test('a failure reaches its caller and nobody else', async () => {
  const run = createSerialQueue();
  const failing = run(() => Promise.reject(new Error('no')));
  const following = run(() => Promise.resolve('yes'));
  await expect(failing).rejects.toThrow('no');
  await expect(following).resolves.toBe('yes');
});
