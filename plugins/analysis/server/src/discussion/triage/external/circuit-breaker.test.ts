import { makeCircuitBreaker } from './circuit-breaker';
import { NoAnswer } from '../../../platform/http/outbound-request';

const PAUSE = 30_000;

/** A gate with its log and its clock. */
function gated() {
  const lines: string[] = [];
  const clock = { now: 1_000 };
  const log = {
    info: (line: string) => lines.push(`info ${line}`),
    warn: (line: string) => lines.push(`warn ${line}`),
  };
  const through = makeCircuitBreaker(log, () => clock.now);
  let asked = 0;
  const ask = async (work: () => Promise<string>, pause = PAUSE): Promise<string> => {
    try {
      return await through(pause, () => {
        asked += 1;
        return work();
      });
    } catch (error) {
      return error instanceof NoAnswer ? error.why : 'other';
    }
  };
  return { ask, clock, lines, asked: () => asked };
}
const works = () => Promise.resolve('answer');
const fails = () => Promise.reject(new NoAnswer('timeout', 'slow'));

test('an answer comes through, and nobody hears of it', async () => {
  const { ask, lines } = gated();
  expect(await ask(works)).toBe('answer');
  expect(lines).toEqual([]);
});

test('after three failures in a row nobody is made to wait, until the pause is over', async () => {
  const { ask, clock, asked } = gated();
  for (let n = 0; n < 3; n += 1) expect(await ask(fails)).toBe('timeout');
  expect(await ask(works)).toBe('paused');
  clock.now += PAUSE - 1;
  expect(await ask(works)).toBe('paused');
  expect(asked()).toBe(3);
  clock.now += 1;
  expect(await ask(works)).toBe('answer');
  expect(await ask(works)).toBe('answer');
});

test('one caller finds out for the others; a further failure makes a further pause', async () => {
  const { ask, clock, asked } = gated();
  for (let n = 0; n < 3; n += 1) await ask(fails);
  clock.now += PAUSE;
  const [first, second] = await Promise.all([ask(fails), ask(works)]);
  expect([first, second]).toEqual(['timeout', 'paused']);
  clock.now += PAUSE - 1;
  expect(await ask(works)).toBe('paused');
  expect(asked()).toBe(4);
});

test('failures between answers make no pause', async () => {
  const { ask } = gated();
  for (let n = 0; n < 4; n += 1) {
    expect([await ask(fails), await ask(fails), await ask(works)].at(-1)).toBe('answer');
  }
});

test('without a pause it is always asked', async () => {
  const { ask, asked } = gated();
  for (let n = 0; n < 9; n += 1) await ask(fails, 0);
  expect(asked()).toBe(9);
});

test('the log hears of an outage once, and of its end', async () => {
  const { ask, clock, lines } = gated();
  for (let n = 0; n < 9; n += 1) await ask(fails);
  clock.now += PAUSE;
  await ask(works);
  expect(lines).toEqual([expect.stringMatching(/^warn .*slow$/), expect.stringMatching(/^info /)]);
});

test('no more than fifty are open at once', async () => {
  const { ask } = gated();
  const ends: (() => void)[] = [];
  const slow = () => new Promise<string>((end) => ends.push(() => end('answer')));
  const open = Array.from({ length: 50 }, () => ask(slow));
  expect(await ask(works)).toBe('busy');
  ends.forEach((end) => end());
  expect(new Set(await Promise.all(open))).toEqual(new Set(['answer']));
  expect(await ask(works)).toBe('answer');
});
