import knexOf, { type Knex } from 'knex';
import { disableStatementCache, missingForStatements, statement } from './prepared-statement';

async function databaseOf(client: string | typeof Knex.Client): Promise<Knex> {
  const made = knexOf({
    client,
    connection: ':memory:',
    useNullAsDefault: true,
    pool: { min: 1, max: 1 },
  });
  await made.schema.createTable('things', (table) => {
    table.increments('id');
    table.string('name');
    table.boolean('open');
    table.datetime('at');
  });
  await made('things').insert(
    ['a', 'b', 'c', 'd'].map((name, at) => ({ name, open: at > 1, at: new Date(at) }))
  );
  return made;
}

let knex: Knex;
beforeEach(async () => {
  knex = await databaseOf('better-sqlite3');
});
afterEach(() => knex.destroy());

const built = jest.fn();
const named = statement<{ name: string }, { names: string[]; from: Date }>(
  (builder, { names, from }) => {
    built(names.length);
    return builder('things').whereIn('name', names).where('at', '>=', from).orderBy('id');
  }
);
const ask = async (on: Knex, names: string[], from = new Date(0)) =>
  (await named(on, { names, from })).map(({ name }) => name).join('');

test('is built once for lengths that are filled up alike', async () => {
  built.mockClear();
  expect(await ask(knex, ['a', 'b', 'c'])).toBe('abc');
  expect(await ask(knex, ['d', 'c', 'b', 'x'])).toBe('bcd');
  expect(await ask(knex, ['b', 'c', 'a'], new Date(2))).toBe('c');
  expect(built.mock.calls).toEqual([[4]]);
  expect(await ask(knex, ['d'])).toBe('d');
  expect(built.mock.calls).toEqual([[4], [1]]);
});

test('an empty list finds none', async () => {
  expect(await ask(knex, [])).toBe('');
});

test('runs in the transaction that it is given, as built outside', async () => {
  await ask(knex, ['a']);
  built.mockClear();
  const run = knex.transaction(async (trx) => {
    await trx('things').insert({ name: 'e', at: new Date(9) });
    expect(await ask(trx, ['e'])).toBe('e');
    throw new Error('back');
  });
  await expect(run).rejects.toThrow('back');
  expect(await ask(knex, ['e'])).toBe('');
  expect(built).not.toHaveBeenCalled();
});

test('each variant is a text of its own', async () => {
  const first = statement<{ name: string }, Record<string, never>, number>((builder, _, limit) =>
    builder('things').orderBy('id').limit(limit)
  );
  expect(await first(knex, {}, 2)).toHaveLength(2);
  expect(await first(knex, {}, 3)).toHaveLength(3);
});

test('limits stand in the text, and what only looks like one is left alone', async () => {
  const sent: { sql: string; bindings: unknown[] }[] = [];
  knex.on('query', ({ sql, bindings }) => sent.push({ sql, bindings }));
  const some = statement<{ name: string }, { name: string }, number>((builder, { name }, limit) =>
    builder('things')
      .whereNot({ name })
      .whereRaw("name <> 'limit \\\\?'")
      .where('id', '>', 1)
      .limit(limit)
      .offset(1)
  );
  expect((await some(knex, { name: 'limit ?' }, 2)).map(({ name }) => name)).toEqual(['c', 'd']);
  expect(sent).toEqual([
    { sql: expect.stringMatching(/limit 2 offset \?$/), bindings: ['limit ?', 1, 1] },
  ]);
});

test('writes rows, with nothing and dates and truth in them, as long as the lists are', async () => {
  type Columns = { name: (string | null)[]; open: boolean[]; at: (Date | null)[] };
  const add = statement<never, Columns>(
    (builder, { name, open, at }) =>
      builder('things').insert(name.map((_, n) => ({ name: name[n], open: open[n], at: at[n] }))),
    { exactLists: true }
  );
  for (const names of [['e', null, 'g'], ['h'], ['i', 'j', 'k']]) {
    await add(knex, {
      name: names,
      open: names.map((name) => name === null),
      at: names.map((name) => (name === 'e' ? null : new Date(7))),
    });
  }
  const rows = await knex('things').where('id', '>', 4).orderBy('id').select('name', 'open', 'at');
  expect(rows.map(({ name }) => name)).toEqual(['e', null, 'g', 'h', 'i', 'j', 'k']);
  expect(rows.slice(0, 2)).toEqual([
    { name: 'e', open: 0, at: null },
    { name: null, open: 1, at: 7 },
  ]);
});

test('changes rows, each by its own value', async () => {
  const rename = statement<never, { ids: number[]; names: string[] }>(
    (builder, { ids, names }) =>
      builder('things')
        .whereIn('id', ids)
        .update({
          name: builder.raw(`case id ${ids.map(() => 'when ? then ?').join(' ')} end`, [
            ...ids.flatMap((id, at) => [id, names[at] as string]),
          ]),
        }),
    { exactLists: true }
  );
  await rename(knex, { ids: [1, 3], names: ['x', 'z'] });
  expect((await knex('things').orderBy('id')).map(({ name }) => name)).toEqual([
    'x',
    'b',
    'z',
    'd',
  ]);
});

describe('where knex only runs what it has just built', () => {
  let other: Knex | undefined;
  afterEach(() => other?.destroy());

  /** A later knex: a query of rows has to carry what its builder gave it. */
  async function later(): Promise<Knex> {
    const Client = (knex.client as Knex.Client).constructor as typeof Knex.Client;
    class LaterClient extends Client {
      override query(connection: unknown, query: string | object): unknown {
        const { sql = '', __knexQueryUid: builtAs } = query as Record<string, string | undefined>;
        if (sql.startsWith('select') && !builtAs) throw new Error('no builder made this');
        return super.query(connection, query);
      }
    }
    other = await databaseOf(LaterClient);
    return other;
  }

  test('that is missing, and nothing is of the knex that there is', async () => {
    expect(await missingForStatements(knex)).toEqual([]);
    const changed = await later();
    expect(await missingForStatements(changed)).toEqual([
      expect.stringContaining('no builder made this'),
    ]);
  });

  test('statements are built each time and find the same rows, also in a transaction', async () => {
    const changed = await later();
    await expect(ask(changed, ['a'])).rejects.toThrow('no builder made this');
    disableStatementCache(changed);
    built.mockClear();
    expect(await ask(changed, ['a', 'b', 'c'])).toBe('abc');
    expect(await ask(changed, ['d', 'x'], new Date(2))).toBe('d');
    expect(await ask(changed, [])).toBe('');
    expect(built.mock.calls).toEqual([[3], [2]]);
    await changed.transaction(async (trx) => {
      await trx('things').insert({ name: 'e', at: new Date(9) });
      expect(await ask(trx, ['e'])).toBe('e');
    });
    // Other pools keep what they have built.
    await ask(knex, ['a']);
    built.mockClear();
    await ask(knex, ['b']);
    expect(built).not.toHaveBeenCalled();
  });
});
