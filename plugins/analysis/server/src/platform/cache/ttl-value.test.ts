import { Kept } from './ttl-value';

/** A setting whose readings end when they are told to. */
function make() {
  const ends: ((value: string) => void)[] = [];
  const clock = { now: 0 };
  const kept = new Kept<string>(
    () => new Promise((resolve) => ends.push(resolve)),
    1_000,
    () => clock.now
  );
  return { kept, clock, ends };
}

test('those who ask at once share a reading, which is kept for its time', async () => {
  const { kept, clock, ends } = make();
  const asked = [kept.current(), kept.current()];
  clock.now = 400;
  ends[0]?.('one');
  expect(await Promise.all(asked)).toEqual(['one', 'one']);
  clock.now = 999;
  expect(await kept.current()).toBe('one');
  clock.now = 1_000;
  const later = kept.current();
  ends[1]?.('two');
  expect(await later).toBe('two');
  expect(ends).toHaveLength(2);
});

test('a change is met by whoever asks after it, also while it is being read', async () => {
  const { kept, ends } = make();
  const before = kept.current();
  kept.forget();
  const after = kept.current();
  ends[0]?.('old');
  ends[1]?.('new');
  expect([await before, await after, await kept.current()]).toEqual(['old', 'new', 'new']);
});

test.each([
  ['before', [0, 1]],
  ['after', [1, 0]],
])(
  'what was read from before a change is not kept when it comes %s the new',
  async (_when, order) => {
    const { kept, ends } = make();
    const old = kept.current();
    kept.forget();
    const fresh = kept.current();
    for (const at of order) {
      ends[at]?.(['old', 'new'][at] as string);
      await (at === 0 ? old : fresh);
      // Whoever asks now asks after the change.
      const now = kept.current();
      ends[1]?.('new');
      expect(await now).toBe('new');
    }
    expect(await kept.current()).toBe('new');
    expect(ends).toHaveLength(2);
  }
);

test('a reading that failed is not kept', async () => {
  let fails = true;
  const kept = new Kept(() => {
    if (!fails) return Promise.resolve('read');
    fails = false;
    return Promise.reject(new Error('gone'));
  }, 1_000);
  await expect(kept.current()).rejects.toThrow('gone');
  expect(await kept.current()).toBe('read');
});
