import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sharedApp, type TestApp } from '../helpers/app';
import { ROOT } from '../helpers/database';
import { approvedComment, postComment } from '../helpers/discussion';
import { createArticle } from '../helpers/factories';

const SCRIPT = path.join(ROOT, 'scripts/privacy.mjs');
const email = 'gone@example.org';
const author = { name: 'Gone', email };

let app: TestApp;
let article: string;
let folder: string;
beforeAll(async () => {
  app = await sharedApp();
  folder = mkdtempSync(path.join(tmpdir(), 'analysis-privacy-'));
});
beforeEach(async () => {
  article = (await createArticle(app)).documentId;
  await approvedComment(app, article, { author, content: 'The first.' });
  await postComment(app, article, { author, content: 'The second.' });
});
afterEach(async () => {
  await app.strapi.db.connection('analysis_comments').delete();
  await app.strapi.plugin('analysis').service('housekeeping').recount();
  expect(app.errors.splice(0)).toEqual([]);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await app.stop();
});

interface Ended {
  status: number;
  stdout: string;
  stderr: string;
}

/** Jest's own copy of the environment, which says where the test's database is. */
const environment = () => ({ env: { ...process.env } });

/** The command as a person runs it, in a process of its own on the test's database. */
const run = (...args: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [SCRIPT, ...args],
      environment(),
      (error, stdout, stderr) => {
        resolve({ status: error === null ? 0 : Number(error.code), stdout, stderr });
      }
    );
    child.stdin?.end();
  });

/** The same on a terminal that `script` makes, on which something is typed once it asks. */
const runOnTerminal = (typed: string, ...args: string[]): Promise<Omit<Ended, 'stderr'>> =>
  new Promise((resolve, reject) => {
    const line = [process.execPath, SCRIPT, ...args].map((arg) => `'${arg}'`).join(' ');
    const child = spawn('script', ['-qec', line, '/dev/null'], environment());
    let stdout = '';
    let answered = false;
    child.stdout.on('data', (data) => {
      stdout += String(data);
      if (answered || !stdout.includes('Type the address again')) return;
      answered = true;
      child.stdin.write(`${typed}\n`);
    });
    child.on('error', reject);
    child.on('close', (status) => resolve({ status: status ?? -1, stdout }));
  });

const left = async () =>
  Number(
    (
      await app.strapi.db
        .connection('analysis_comments')
        .where({ author_email: email })
        .count({ n: '*' })
    )[0]?.n
  );

test('export writes one JSON file that only its owner reads, and leaves an older one alone', async () => {
  const out = path.join(folder, 'gone.json');
  const done = await run('export', 'GONE@example.org', '--out', out);
  expect(done).toMatchObject({ status: 0, stdout: '' });
  expect(done.stderr).toContain('2 comments, 0 bans');
  expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({
    email: 'GONE@example.org',
    bans: [],
    comments: [{ content: 'The first.' }, { content: 'The second.', status: 'pending' }],
  });
  expect(statSync(out).mode & 0o777).toBe(0o600);
  writeFileSync(out, 'mine');
  expect(await run('export', email, '--out', out)).toMatchObject({
    status: 1,
    stderr: `${out} is there already.\n`,
  });
  expect(readFileSync(out, 'utf8')).toBe('mine');
  const shown = await run('export', email);
  expect(JSON.parse(shown.stdout).comments).toHaveLength(2);
});

test('erase asks on a terminal for the address again', async () => {
  const wrong = await runOnTerminal('yes', 'erase', email);
  expect(wrong).toMatchObject({ status: 1 });
  expect(wrong.stdout).toContain(`Kept under ${email}: 2 comments, 0 bans`);
  expect(await left()).toBe(2);
  const right = await runOnTerminal(email, 'erase', email);
  expect(right).toMatchObject({ status: 0 });
  expect(right.stdout).toContain('Erased: 2 comments');
  expect(await left()).toBe(0);
});

test('without a terminal nothing is erased unless told so', async () => {
  const refused = await run('erase', email);
  expect(refused).toMatchObject({ status: 1, stdout: '' });
  expect(refused.stderr).toContain('--yes');
  expect(await left()).toBe(2);
  const done = await run('erase', email, '--yes');
  expect(done.status).toBe(0);
  expect(done.stderr).toContain(
    'Erased: 2 comments, 0 bans, 0 addresses. Kept: 0 bans, 0 addresses.'
  );
  expect(await left()).toBe(0);
});

test.each([
  ['nothing', []],
  ['no address', ['export']],
  ['another word', ['show', email]],
  ['an unknown option', ['export', email, '--all']],
  ['another command’s option', ['export', email, '--yes']],
  ['two addresses', ['erase', email, 'other@example.org', '--yes']],
])('%s is answered with how it is used', async (_what, args) => {
  const { status, stderr } = await run(...args);
  expect(status).toBe(1);
  expect(stderr).toContain('npm run privacy -- erase');
  expect(await left()).toBe(2);
});

test('what is no address is refused in a sentence', async () => {
  const { status, stderr } = await run('erase', 'no address', '--yes');
  expect(status).toBe(1);
  expect(stderr.trim().split('\n')).toEqual(['email: must be an e-mail address']);
});
