import { WindowCounter } from './window-counter';

/** One whose time is set by hand; a clock never says nought. */
function counterAt(windowMs: number, most?: number) {
  const clock = { now: () => 1 + at };
  let at = 0;
  const counter = new WindowCounter(windowMs, { clock, ...(most ? { most } : {}) });
  return {
    counter,
    take: (key: string, ms: number) => {
      at = ms;
      return counter.take(key);
    },
  };
}

test('attempts of one key add up until its window ends, however often it is tried', () => {
  const { take } = counterAt(1_000);
  expect(take('a', 0)).toEqual({ count: 1, msLeft: 1_000 });
  expect(take('a', 400)).toEqual({ count: 2, msLeft: 600 });
  expect(take('b', 400)).toEqual({ count: 1, msLeft: 1_000 });
  expect(take('a', 999)).toEqual({ count: 3, msLeft: 1 });
  expect(take('a', 1_001)).toEqual({ count: 1, msLeft: 1_000 });
});

test('200,000 new keys in one window keep within the bound', () => {
  const counter = new WindowCounter(86_400_000);
  for (let n = 0; n < 200_000; n += 1) counter.take(`network-${n}`);
  expect(counter.size).toBe(20_000);
  expect(counter.take('network-199999').count).toBe(2);
  expect(counter.take('network-0').count).toBe(1);
});

test('who goes on while others come in great numbers stays counted', () => {
  const { take } = counterAt(60_000, 100);
  take('attacker', 0);
  for (let n = 0; n < 1_000; n += 1) {
    take(`other-${n}`, n);
    if (n % 50 === 0) take('attacker', n);
  }
  expect(take('attacker', 1_000).count).toBe(22);
});
