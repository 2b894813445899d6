import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '..');
const PLUGIN = 'plugins/analysis';
const SERVER = `${PLUGIN}/server/src`;

const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const GUIDES = [
  ...['README.md', 'CONTRIBUTING.md'],
  ...readdirSync(path.join(ROOT, 'docs'))
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
];
const GUIDE = read('docs/architecture.md');

const { forbidden } = createRequire(__filename)('../.dependency-cruiser.cjs') as {
  forbidden: { name: string }[];
};

/** The rooms in their order; there is a rule for each but the last, which is after all others. */
const ROOMS = [
  ...forbidden.flatMap(({ name }) => /^order-of-rooms: (.+)$/.exec(name)?.[1] ?? []),
  'operations/housekeeping',
];

const within = (folder: string): string[] =>
  (readdirSync(path.join(ROOT, folder), { recursive: true }) as string[]).map((file) =>
    file.split(path.sep).join('/')
  );

const sources = within(SERVER)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => {
    const [area, room] = file.split('/');
    return { file, room: `${area}/${room}`, text: read(`${SERVER}/${file}`) };
  })
  .filter(({ room }) => ROOMS.includes(room));

/** The rows of the table below a heading, cell by cell. */
const tableBelow = (text: string, heading: string): string[][] => {
  const [, below = ''] = text.split(`\n${heading}\n`);
  const [body = ''] = below.split('\n#');
  const rows = body.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim())
  );
};

const inCode = (text: string): string[] =>
  [...text.matchAll(/`([^`\n]+)`/g)].map(([, it]) => it as string);

test('the diagram has the edges that the imports have', () => {
  const imported = sources.flatMap(({ file, room, text }) =>
    [...text.matchAll(/from '(\.[^']*)'/g)].flatMap(([, to]) => {
      const target = path.posix.join(path.posix.dirname(file), to as string);
      const other = target.split('/').slice(0, 2).join('/');
      return ROOMS.includes(other) && other !== room ? [`${room} ${other}`] : [];
    })
  );
  const named = (name: string) => ROOMS.find((room) => room.endsWith(`/${name}`)) ?? name;
  const drawn = [...GUIDE.matchAll(/^ +(\S+) --> (.+)$/gm)].flatMap(([, from, to]) =>
    (to as string).split(' & ').map((each) => `${named(from as string)} ${named(each)}`)
  );
  expect(drawn.sort()).toEqual([...new Set(imported)].sort());
});

test('the tree has the rooms in their order', () => {
  const [, tree = ''] = /```\n(platform\/[\s\S]*?)```/.exec(GUIDE) ?? [];
  let area = '';
  const rooms = tree.split('\n').flatMap((line) => {
    const [, indent, name] = /^( *)([a-z-]+)\//.exec(line) ?? [];
    if (indent === '') area = name as string;
    return indent === '' || name === undefined ? [] : [`${area}/${name}`];
  });
  expect(rooms.filter((room) => !room.startsWith('platform/'))).toEqual(ROOMS);
});

test('what a room reads of rooms after it is listed', () => {
  const owners = new Map(
    sources.flatMap(({ room, text }) =>
      [...text.matchAll(/collectionName: TABLE\.(\w+)/g)].map(([, table]) => [table, room] as const)
    )
  );
  const upwards = sources.flatMap(({ room, text }) =>
    [...text.matchAll(/\bTABLE\.(\w+)/g)].flatMap(([, table]) => {
      const owner = owners.get(table as string);
      const isAfter = owner !== undefined && ROOMS.indexOf(owner) > ROOMS.indexOf(room);
      return isAfter ? [`${room} ${table}`] : [];
    })
  );
  const listed = tableBelow(GUIDE, '## Reads upwards').map(
    ([room = '', table = '']) => `${inCode(room)[0]} ${inCode(table)[0]}`
  );
  expect(listed.sort()).toEqual([...new Set(upwards)].sort());
});

test('the events are those of the registry', () => {
  const registry = read(`${SERVER}/registry.ts`);
  const subscribed = [...registry.matchAll(/events\.on\('([\w.]+)'/g)].map(([, name]) => name);
  const listed = tableBelow(GUIDE, '## Domain events').map(([name = '']) => inCode(name)[0]);
  expect(listed.sort()).toEqual([...new Set(subscribed)].sort());
});

const FILES = [
  ...['server', 'shared', 'host', 'admin', 'embed', 'client'].map((each) => `${PLUGIN}/${each}`),
  ...['src', 'config', 'scripts', 'tests', 'examples'],
].flatMap((folder) => within(folder).map((file) => `${folder}/${file}`));

/** Files are named from wherever a reader knows them to be. */
const isThere = (name: string): boolean =>
  existsSync(path.join(ROOT, name)) || FILES.some((file) => file.endsWith(`/${name}`));

test.each(GUIDES)('the files that %s names are there', (guide) => {
  const isFile = (it: string) => /^\.?[\w-]+(\/[\w.-]+)*\.(tsx?|mjs|cjs)$/.test(it);
  const named = inCode(read(guide)).filter(isFile);
  expect(named.filter((name) => !isThere(name))).toEqual([]);
});

test('the tests that docs/security.md names are there', () => {
  const attacks = ['### Cost', '### Who is who', '### Confusion', '### Rights and traces'];
  const named = attacks.flatMap((heading) =>
    tableBelow(read('docs/security.md'), heading).flatMap((row) => inCode(row[2] ?? ''))
  );
  expect(named.length).toBeGreaterThan(50);
  const isTest = (name: string) => isThere(name.replace(/(\.test\.ts)?$/, '.test.ts'));
  expect(named.filter((name) => !isTest(name))).toEqual([]);
});

test('the index of decisions has each of them', () => {
  const files = within('docs/adr').filter((file) => file !== 'README.md');
  const listed = [...read('docs/adr/README.md').matchAll(/\((\d{4}-[\w-]+\.md)\)/g)];
  expect(listed.map(([, file]) => file)).toEqual(files.sort());
});
