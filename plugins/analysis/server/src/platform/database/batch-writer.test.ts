import { AsyncLocalStorage } from 'node:async_hooks';
import { BatchWriter, takeBatch, type Outcome } from './batch-writer';

test.each([
  ['all in their order', ['a', 'b', 'c'], 9, ['a', 'b', 'c'], []],
  ['no more than may be', ['a', 'b', 'c'], 2, ['a', 'b'], ['c']],
  ['of one key the first', ['a1', 'b', 'a2', 'a3'], 9, ['a1', 'b'], ['a2', 'a3']],
  ['none past one of its key that waits', ['a', 'b1', 'c', 'b2'], 1, ['a'], ['b1', 'c', 'b2']],
  ['none', [], 9, [], []],
])('a group is %s', (_what, waiting, most, now, later) => {
  expect(takeBatch(waiting, most, (each) => [each.charAt(0)])).toEqual({ now, later });
});

test('what shares any of its keys with one that waits comes after it', () => {
  const [first, rotated, last] = [['old'], ['new', 'old'], ['new']];
  expect(takeBatch([first, rotated, last], 9, (keys) => keys)).toEqual({
    now: [first],
    later: [rotated, last],
  });
});

/** A database whose transactions are recorded: what was written in each, and whether it stayed. */
function make(write: (items: string[]) => Outcome<string>[], inside = false) {
  const log: string[] = [];
  const strapi = {
    db: {
      inTransaction: () => inside,
      async transaction(work: (given: { trx: object }) => Promise<unknown>) {
        try {
          const result = await work({ trx: {} });
          log.push('commit');
          return result;
        } catch (error) {
          log.push('rollback');
          throw error;
        }
      },
    },
  };
  const group = new BatchWriter<string, string>(strapi as never, {
    most: 3,
    keysOf: (item) => [item],
    write: (_trx, items) => {
      log.push(items.join(' '));
      return Promise.resolve(write(items));
    },
  });
  const add = async (item: string) => {
    try {
      const answer = await group.add(item);
      log.push(`${item} heard`);
      return answer;
    } catch (error) {
      return (error as Error).message;
    }
  };
  return { log, add, group };
}
const answers = (items: string[]) => items.map((answer) => ({ answer: answer.toUpperCase() }));

test('what comes together is written together, and heard of after the commit', async () => {
  const { log, add } = make(answers);
  expect(await Promise.all(['a', 'b', 'c', 'd'].map(add))).toEqual(['A', 'B', 'C', 'D']);
  expect(log).toEqual(
    ['a b c', 'commit', 'a heard', 'b heard', 'c heard'].concat(['d', 'commit', 'd heard'])
  );
});

test('it is in the context of nobody: neither who made it nor who adds to it', async () => {
  const context = new AsyncLocalStorage<string>();
  const seen: unknown[] = [];
  const { add } = context.run('maker', () =>
    make((items) => {
      seen.push(context.getStore());
      return answers(items);
    })
  );
  await context.run('caller', () => add('a'));
  expect(seen).toEqual([undefined]);
});

test('without a connection all hear so at once, and the next is tried', async () => {
  const unreachable = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
  let up = false;
  const { log, add } = make((items) => {
    if (!up) throw unreachable;
    return answers(items);
  });
  expect(await Promise.all(['a', 'b'].map(add))).toEqual(['refused', 'refused']);
  expect(log).toEqual(['a b', 'rollback']);
  up = true;
  expect(await add('c')).toBe('C');
});

test('an item that is not accounted for takes everything back', async () => {
  const { log, add } = make(() => []);
  expect(await add('a')).toBe('Some items are not accounted for');
  expect(log).toEqual(['a', 'rollback']);
});

test('two of one key are written one after the other', async () => {
  const { log, add } = make(answers);
  await Promise.all(['a', 'a', 'b'].map(add));
  expect(log.filter((line) => !line.includes('heard'))).toEqual(['a b', 'commit', 'a', 'commit']);
});

test('one that is refused takes nothing back', async () => {
  const { log, add } = make((items) =>
    items.map((item) => (item === 'b' ? { refusal: new Error('not b') } : { answer: item }))
  );
  expect(await Promise.all(['a', 'b', 'c'].map(add))).toEqual(['a', 'not b', 'c']);
  expect(log.slice(0, 2)).toEqual(['a b c', 'commit']);
});

test('one that fails takes no other with it', async () => {
  const { log, add } = make((items) => {
    if (items.includes('b')) throw new Error('broken');
    return answers(items);
  });
  expect(await Promise.all(['a', 'b', 'c'].map(add))).toEqual(['A', 'broken', 'C']);
  expect(log.filter((line) => !line.includes('heard'))).toEqual(
    ['a b c', 'rollback'].concat(['a', 'commit', 'b', 'rollback', 'c', 'commit'])
  );
  expect(await add('d')).toBe('D');
});

test("in a caller's transaction it is a part of that", async () => {
  const { log, add } = make(answers, true);
  await Promise.all(['a', 'b'].map(add));
  expect(log.filter((line) => line.length === 1)).toEqual(['a', 'b']);
});

describe('of what is prepared first', () => {
  const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

  test('it shares the transaction that was about to begin', async () => {
    const { log, add, group } = make(answers);
    const prepared = group.addPrepared(async () => {
      await soon();
      return 'b';
    });
    expect(await Promise.all([add('a'), prepared])).toEqual(['A', 'B']);
    expect(log[0]).toBe('a b');
  });

  test('it holds up nobody who is ready', async () => {
    const { log, add, group } = make(answers);
    let ready = () => undefined as void;
    const slow = group.addPrepared(async () => {
      await new Promise<void>((resolve) => (ready = resolve));
      return 'b';
    });
    expect(await add('a')).toBe('A');
    ready();
    expect(await slow).toBe('B');
    expect(log).toEqual(['a', 'commit', 'a heard', 'b', 'commit']);
  });

  test('it is waited for no more once it is refused', async () => {
    const { log, add, group } = make(answers);
    const refused = group.addPrepared(async () => {
      await soon();
      throw new Error('not open');
    });
    const [first, second] = await Promise.allSettled([add('a'), refused]);
    expect(first).toEqual({ status: 'fulfilled', value: 'A' });
    expect(second).toMatchObject({ reason: { message: 'not open' } });
    expect(await add('c')).toBe('C');
    expect(log.filter((line) => line.length === 1)).toEqual(['a', 'c']);
  });
});
