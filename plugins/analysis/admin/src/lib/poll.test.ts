import { describe, expect, test } from '@jest/globals';
import { createPoll, type PollEnvironment } from './poll';

const EVERY = 60_000;
const noop = () => undefined;
/** Lets answers that are there arrive. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

/** An environment whose time passes when the test says so. */
function environmentOf() {
  let time = 0;
  let seen = true;
  let timers: { at: number; task: () => void }[] = [];
  let watchers: (() => void)[] = [];
  const environment: PollEnvironment = {
    now: () => time,
    later(task, after) {
      const timer = { at: time + after, task };
      timers.push(timer);
      return () => void (timers = timers.filter((other) => other !== timer));
    },
    visible: () => seen,
    onVisibility(task) {
      watchers.push(task);
      return () => void (watchers = watchers.filter((other) => other !== task));
    },
  };
  return {
    environment,
    waiting: () => timers.length,
    watched: () => watchers.length,
    async pass(milliseconds: number) {
      const until = time + milliseconds;
      for (;;) {
        const [next] = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
        if (!next) break;
        time = next.at;
        timers = timers.filter((other) => other !== next);
        next.task();
        await settle();
      }
      time = until;
      await settle();
    },
    async look(now: boolean) {
      seen = now;
      for (const watcher of watchers) watcher();
      await settle();
    },
  };
}

function pollOf(answers: (number | null | Error)[]) {
  const outside = environmentOf();
  let asked = 0;
  const poll = createPoll<number>({
    every: EVERY,
    environment: outside.environment,
    async ask() {
      const answer = asked < answers.length ? answers[asked] : asked + 1;
      asked += 1;
      if (answer instanceof Error) throw answer;
      return answer ?? null;
    },
  });
  return { ...outside, poll, asked: () => asked };
}

describe('a poll', () => {
  test('asks nothing before somebody listens, then at once and every minute', async () => {
    const { poll, asked, pass } = pollOf([]);
    await pass(EVERY * 3);
    expect(asked()).toBe(0);
    expect(poll.current()).toBeNull();
    const heard: (number | null)[] = [];
    poll.subscribe(() => heard.push(poll.current()));
    await settle();
    expect(heard).toEqual([1]);
    await pass(EVERY - 1);
    expect(asked()).toBe(1);
    await pass(1);
    await pass(EVERY);
    expect(heard).toEqual([1, 2, 3]);
  });

  test('asks once for all who listen', async () => {
    const { poll, asked, pass } = pollOf([]);
    poll.subscribe(noop);
    poll.subscribe(noop);
    await pass(EVERY);
    expect(asked()).toBe(2);
  });

  test('does not ask anew when its listener is drawn again', async () => {
    const { poll, asked, pass } = pollOf([]);
    const leave = poll.subscribe(noop);
    await settle();
    leave();
    poll.subscribe(noop);
    await pass(10);
    expect(asked()).toBe(1);
    await pass(EVERY);
    expect(asked()).toBe(2);
  });

  test('stops when everybody has left, and asks at once when someone comes much later', async () => {
    const { poll, asked, pass, waiting, watched } = pollOf([]);
    const leave = poll.subscribe(noop);
    await settle();
    leave();
    await pass(EVERY * 5);
    expect([asked(), waiting(), watched()]).toEqual([1, 0, 0]);
    poll.refresh();
    expect(asked()).toBe(1);
    poll.subscribe(noop);
    expect(asked()).toBe(2);
  });

  test('pauses while nobody looks, and catches up when somebody does', async () => {
    const { poll, asked, pass, look } = pollOf([]);
    poll.subscribe(noop);
    await look(false);
    await pass(EVERY * 5);
    expect(asked()).toBe(1);
    await look(true);
    expect(asked()).toBe(2);
    await look(true);
    expect(asked()).toBe(2);
  });

  test('asks at once when it is told to', async () => {
    const { poll, asked } = pollOf([]);
    poll.subscribe(noop);
    await settle();
    poll.refresh();
    await settle();
    expect([asked(), poll.current()]).toEqual([2, 2]);
  });

  test('keeps its number over a failure and asks again', async () => {
    const { poll, pass } = pollOf([7, new Error('offline'), 9]);
    poll.subscribe(noop);
    await settle();
    await pass(EVERY);
    expect(poll.current()).toBe(7);
    await pass(EVERY);
    expect(poll.current()).toBe(9);
  });

  test('stops when it is refused, until everybody has left and someone comes again', async () => {
    const { poll, asked, pass, look } = pollOf([7, null]);
    const leave = poll.subscribe(noop);
    await pass(EVERY);
    expect(poll.current()).toBeNull();
    await pass(EVERY * 5);
    poll.refresh();
    await look(true);
    expect(asked()).toBe(2);
    leave();
    await pass(EVERY);
    poll.subscribe(noop);
    await settle();
    expect(asked()).toBe(3);
  });

  test('an answer that comes late does not replace a later one', async () => {
    const answers: ((value: number) => void)[] = [];
    const { environment } = environmentOf();
    const poll = createPoll<number>({
      every: EVERY,
      environment,
      ask: () => new Promise((resolve) => answers.push(resolve)),
    });
    poll.subscribe(noop);
    poll.refresh();
    answers[1]?.(2);
    await settle();
    answers[0]?.(1);
    await settle();
    expect(poll.current()).toBe(2);
  });
});
