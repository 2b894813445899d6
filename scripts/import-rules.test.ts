import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '..');
const CONFIG = path.join(ROOT, '.dependency-cruiser.cjs');
const S = 'plugins/analysis/server/src';

interface Violation {
  from: string;
  to: string;
  rule: { name: string };
}

/** Writes a tree of files, and finds what the rules say of it. */
async function violationsIn(files: Record<string, string>): Promise<Violation[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'import-rules-'));
  try {
    const all = { 'tsconfig.json': '{}', 'package.json': '{}', ...files };
    for (const [name, text] of Object.entries(all)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
    const program = path.join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const args = [program, '--config', CONFIG, '--output-type', 'json', 'plugins', 'src'];
    const output = await new Promise<string>((resolve) => {
      execFile(process.execPath, args, { cwd: folder, maxBuffer: 2 ** 26 }, (_error, stdout) =>
        resolve(stdout)
      );
    });
    return (JSON.parse(output) as { summary: { violations: Violation[] } }).summary.violations;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const value = (from: string) => `import { it } from '${from}';\nexport const other = it;\n`;
const type = (from: string) => `import type { It } from '${from}';\nexport type Other = It;\n`;
const IT = 'export const it = 1;\nexport interface It {}\n';

/** What is there in a tree in which nothing is wrong. */
const SOUND = {
  'src/index.ts': IT,
  [`${S}/config.ts`]: IT,
  [`${S}/registry.ts`]: value('./discussion/comments/api'),
  [`${S}/platform/errors.ts`]: value('../config'),
  [`${S}/content/stats/api.ts`]: value('./store'),
  [`${S}/content/stats/store.ts`]: value('../../platform/errors'),
  [`${S}/discussion/comments/api.ts`]: value('./create-comment'),
  [`${S}/discussion/comments/deps.ts`]: type('../../content/stats/api'),
  [`${S}/discussion/comments/create-comment.ts`]: value('./rules') + "import './store';\n",
  [`${S}/discussion/comments/rules.ts`]: IT,
  [`${S}/discussion/comments/store.ts`]: IT,
  [`${S}/discussion/comments/controller.ts`]: type('./api'),
  'plugins/analysis/shared/limits.ts': IT,
};

/** A planted violation of each rule: a file, what it says, and whether the other file is new. */
const PLANTED: [rule: string, files: Record<string, string>][] = [
  [
    'order-of-rooms: content/stats',
    { [`${S}/content/stats/deps.ts`]: type('../../discussion/comments/api') },
  ],
  ['every-room-has-its-place', { [`${S}/pipeline/unheard-of/api.ts`]: value('../../config') }],
  [
    'no-cycles',
    {
      [`${S}/discussion/comments/one.ts`]: type('./two') + IT,
      [`${S}/discussion/comments/two.ts`]: type('./one') + IT,
    },
  ],
  ['platform-knows-no-room', { [`${S}/platform/knowing.ts`]: type('../content/stats/api') }],
  [
    'rooms-meet-by-their-api',
    { [`${S}/discussion/comments/reaching.ts`]: type('../../content/stats/store') },
  ],
  [
    'rooms-are-given-each-other',
    { [`${S}/discussion/comments/taking.ts`]: value('../../content/stats/api') },
  ],
  [
    'wiring-is-nobodys-ground',
    { [`${S}/discussion/comments/looking-up.ts`]: type('../../registry') },
  ],
  ['rules-are-pure', { [`${S}/content/stats/rules.ts`]: value('./store') }],
  ['stores-know-no-use-case', { [`${S}/discussion/comments/list-store.ts`]: value('./api') }],
  [
    'use-cases-know-no-adapter',
    { [`${S}/discussion/comments/edit-comment.ts`]: type('./controller') },
  ],
  [
    'only-stores-use-knex',
    {
      'node_modules/knex/package.json': '{ "name": "knex", "version": "1.0.0" }',
      'node_modules/knex/index.js': 'module.exports = {};',
      [`${S}/discussion/comments/querying.ts`]: value('knex'),
    },
  ],
  ['shared-stands-alone', { 'plugins/analysis/shared/knowing.ts': value('../server/src/config') }],
  [
    'embeds-bring-little',
    { 'plugins/analysis/embed/src/heavy.ts': value('../../server/src/config') },
  ],
  [
    'the-application-uses-the-plugin-from-outside',
    { 'src/reaching.ts': value('../plugins/analysis/shared/limits') },
  ],
];

const ruleNames = (): string[] => {
  const { forbidden } = jest.requireActual<{ forbidden: { name: string }[] }>(CONFIG);
  return forbidden.map(({ name }) => name);
};

test('a sound tree breaks no rule', async () => {
  expect(await violationsIn(SOUND)).toEqual([]);
});

describe('a planted violation', () => {
  let found: Violation[];
  beforeAll(async () => {
    const planted = PLANTED.map(([, files]) => files);
    found = await violationsIn(Object.assign({}, SOUND, ...planted) as typeof SOUND);
  });

  test.each(PLANTED)('of %s is found', (rule, files) => {
    const broken = found.filter(({ from }) => from in files).map((each) => each.rule.name);
    expect(broken).toContain(rule);
  });
});

test('every rule has a planted violation, and every room but the last its place in the order', () => {
  const planted = PLANTED.map(([rule]) => rule);
  const names = ruleNames();
  const others = names.filter((name) => !name.startsWith('order-of-rooms: '));
  expect(others.filter((name) => !planted.includes(name))).toEqual([]);
  expect(names.length - others.length).toBe(24);
});

describe('a look-up by name', () => {
  const lint = async (text: string, file: string): Promise<string[]> => {
    const program = path.join(ROOT, 'node_modules/eslint/bin/eslint.js');
    const rules = path.join(ROOT, 'scripts/untyped.eslint.mjs');
    const args = [program, '-c', rules, '--stdin', '--stdin-filename', path.join(ROOT, file)];
    args.push('-f', 'json');
    const output = await new Promise<string>((resolve) => {
      const child = execFile(process.execPath, args, { cwd: ROOT }, (_error, out) => resolve(out));
      child.stdin?.end(text);
    });
    const [result] = JSON.parse(output) as { messages: { ruleId: string }[] }[];
    return (result?.messages ?? []).map(({ ruleId }) => ruleId);
  };

  test.each([
    ['of a room', "export const it = (s: any) => s.plugin('analysis').service('stats');"],
    ['of the application', 'export const it = () => strapi.db;'],
  ])('%s is refused in a room, and nowhere else', async (_what, text) => {
    const inRoom = await lint(text, `${S}/content/stats/store.ts`);
    expect(inRoom.filter((rule) => rule.startsWith('no-restricted-'))).toHaveLength(1);
    const inTest = await lint(text, 'tests/api/stats.test.ts');
    expect(inTest.filter((rule) => rule.startsWith('no-restricted-'))).toEqual([]);
  });
});
