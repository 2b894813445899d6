import { createTtlValue } from './ttl-value';

/** A value whose reads end when the test says so. */
function make() {
  const ends: ((value: string) => void)[] = [];
  const clock = { now: 1 };
  const value = createTtlValue<string>(
    () => new Promise((resolve) => ends.push(resolve)),
    1_000,
    () => clock.now
  );
  return { value, clock, ends };
}

test('those who ask at once share a read, whose value is fresh for its time to live', async () => {
  const { value, clock, ends } = make();
  const asked = [value.get(), value.get()];
  clock.now = 401;
  ends[0]?.('one');
  expect(await Promise.all(asked)).toEqual(['one', 'one']);
  clock.now = 1_000;
  expect(await value.get()).toBe('one');
  clock.now = 1_002;
  const later = value.get();
  ends[1]?.('two');
  expect(await later).toBe('two');
  expect(ends).toHaveLength(2);
});

test('a change is met by whoever asks after it, also while it is being read', async () => {
  const { value, ends } = make();
  const before = value.get();
  value.drop();
  const after = value.get();
  ends[0]?.('old');
  ends[1]?.('new');
  expect([await before, await after, await value.get()]).toEqual(['old', 'new', 'new']);
});

test.each([
  ['before', [0, 1]],
  ['after', [1, 0]],
])('what was read before a change is not stored when it comes %s the new', async (_when, order) => {
  const { value, ends } = make();
  const old = value.get();
  value.drop();
  const fresh = value.get();
  for (const at of order) {
    ends[at]?.(['old', 'new'][at] as string);
    await (at === 0 ? old : fresh);
    // Whoever asks now asks after the change.
    const now = value.get();
    ends[1]?.('new');
    expect(await now).toBe('new');
  }
  expect(await value.get()).toBe('new');
  expect(ends).toHaveLength(2);
});

test('what was dropped while it was read is not stored when nobody has asked since', async () => {
  const { value, ends } = make();
  const before = value.get();
  value.drop();
  ends[0]?.('old');
  expect(await before).toBe('old');
  const after = value.get();
  ends[1]?.('new');
  expect(await after).toBe('new');
});

test('a read that failed is not stored', async () => {
  let fails = true;
  const value = createTtlValue(() => {
    if (!fails) return Promise.resolve('read');
    fails = false;
    return Promise.reject(new Error('gone'));
  }, 1_000);
  await expect(value.get()).rejects.toThrow('gone');
  expect(await value.get()).toBe('read');
});
