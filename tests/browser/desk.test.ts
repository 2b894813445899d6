import { isDeepStrictEqual } from 'node:util';
import type { BrowserContext, Page } from 'playwright-core';
import { startApp, type TestApp } from '../helpers/app';
import { openBrowser } from '../helpers/browser';
import { commentPath, decide, expectCountersExact, postComment } from '../helpers/discussion';
import { createArticle } from '../helpers/factories';

const PASSWORD = 'Moderator-Of-The-Test-1';

let app: TestApp;
let origin: string;
let article: string;
let browser: BrowserContext & { dispose(): Promise<void> };
let page: Page;

async function makeUser(email: string, roleName: string): Promise<void> {
  const role = await app.strapi.service('admin::role').findOne({ name: roleName });
  await app.strapi.service('admin::user').create({
    email,
    firstname: 'Mo',
    lastname: roleName,
    password: PASSWORD,
    isActive: true,
    registrationToken: null,
    roles: [role.id],
  });
}

async function signIn(email: string): Promise<void> {
  await page.goto(`${origin}/admin`);
  await page.getByLabel(/^Email/).fill(email);
  await page.getByLabel(/^Password/).fill(PASSWORD);
  await page.getByRole('button', { name: 'Login' }).click();
  await page.getByRole('navigation').first().waitFor();
  await page.getByRole('heading', { name: /Hello/ }).waitFor();
}

const desk = `/admin/plugins/analysis/moderation`;
const cards = () => page.getByRole('article');
const openQueue = async (query = '') => {
  await page.goto(`${origin}${desk}?article=${article}${query}`);
  await page.getByRole('tab', { name: /Pending/ }).waitFor();
};
const statesOf = async (): Promise<Record<string, number>> => {
  const rows: { state: string; n: number | string }[] = await app.strapi.db
    .connection('analysis_comments')
    .where({ article_id: article })
    .groupBy('state')
    .orderBy('state')
    .select('state')
    .count({ n: '*' });
  return Object.fromEntries(rows.map(({ state, n }) => [state, Number(n)]));
};
/** Waits until the server holds what the screen has shown at once. */
const eventually = async (expected: Record<string, number>): Promise<void> => {
  const until = Date.now() + 20_000;
  while (!isDeepStrictEqual(await statesOf(), expected) && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(await statesOf()).toEqual(expected);
};

async function fill(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    await postComment(app, article, { content: `Comment number ${n}.` }, `g${n}`);
  }
}

beforeAll(async () => {
  app = await startApp();
  origin = await app.listen();
  await makeUser('moderator@example.com', 'Moderator');
  await makeUser('author@example.com', 'Author');
});
beforeEach(async () => {
  article = (await createArticle(app)).documentId;
  browser = await openBrowser();
  page = await browser.newPage();
});
afterEach(async () => {
  await browser.dispose();
  expect(app.errors.splice(0)).toEqual([]);
  await expectCountersExact(app);
});
afterAll(() => app.stop());

test('a moderator clears fifty comments without touching the mouse', async () => {
  await fill(50);
  await signIn('moderator@example.com');
  await openQueue();
  await cards().first().waitFor();
  const keys = ['a', 'r', 's', 't', 'a'];
  for (let n = 0; n < 50; n += 1) {
    // The next page is asked for by its button, which is reached like everything else by Tab.
    if ((await cards().count()) === 0) {
      const more = page.getByRole('button', { name: /Load more|Refresh/ }).first();
      await more.focus();
      await page.keyboard.press('Enter');
      await cards().first().waitFor();
    }
    await page.keyboard.press(keys[n % keys.length] as string);
  }
  await eventually({ approved: 20, rejected: 10, spam: 10, trash: 10 });
});

test('a decision is undone by a key, and the card is back in its place', async () => {
  await fill(3);
  await signIn('moderator@example.com');
  await openQueue();
  await page.getByText('Comment number 1.').waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('s');
  await page.getByText('Comment number 1.').waitFor({ state: 'detached' });
  await eventually({ pending: 2, spam: 1 });
  await page.keyboard.press('z');
  await page.getByText('Comment number 1.').waitFor();
  await eventually({ pending: 3 });
  expect(await cards().nth(1).innerText()).toContain('Comment number 1.');
});

test('what changed or was decided meanwhile is not decided again, and is shown as it is', async () => {
  const edited = await postComment(app, article, { content: 'Harmless at first.' });
  const taken = await postComment(app, article, { content: 'Two look at this.' }, 'other');
  await signIn('moderator@example.com');
  await openQueue();
  await page.getByText('Harmless at first.').waitFor();
  await app
    .http()
    .patch(commentPath(edited.documentId))
    .set('X-Analysis-Edit-Token', edited.editToken)
    .send({ data: { content: 'Changed while you looked.' } })
    .expect(200);
  await decide(app, taken.documentId, 'spam');
  await page.keyboard.press('a');
  await page.getByText('Changed while you looked.').waitFor();
  await page.locator(`[data-card-id="${taken.documentId}"]`).focus();
  await page.keyboard.press('a');
  await page
    .getByText(/changed while you were looking|decided/i)
    .first()
    .waitFor();
  await eventually({ pending: 1, spam: 1 });
});

test('filters stay over a reload, and all that match are moved at once', async () => {
  await fill(4);
  await postComment(
    app,
    article,
    { content: 'Another thing.', author: { name: 'Zoë', email: 'zoe@example.com' } },
    'z'
  );
  await signIn('moderator@example.com');
  await openQueue('&author=zo');
  await page.getByText('Another thing.').waitFor();
  expect(await cards().count()).toBe(1);
  await page.reload();
  await page.getByText('Another thing.').waitFor();
  expect(await cards().count()).toBe(1);
  await openQueue();
  await page.getByText('Comment number 3.').waitFor();
  await page.keyboard.press('Shift+X');
  await page.getByRole('button', { name: /Spam/ }).last().waitFor();
  await page.getByText(/5 selected/).waitFor();
});

test('who lacks the permission sees nothing of the desk', async () => {
  await fill(1);
  await signIn('author@example.com');
  expect(await page.getByRole('link', { name: 'Moderation' }).count()).toBe(0);
  await page.goto(`${origin}${desk}`);
  await page
    .getByText(/permission/i)
    .first()
    .waitFor();
  expect(await page.getByText('Comment number 0.').count()).toBe(0);
});

test('the desk fits a phone, and speaks French', async () => {
  await fill(1);
  await signIn('moderator@example.com');
  await page.evaluate(() => window.localStorage.setItem('strapi-admin-language', 'fr'));
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${origin}${desk}?article=${article}`);
  await page.getByRole('button', { name: 'Approuver' }).first().waitFor();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth
  );
  expect(overflow).toBe(0);
});

test('rules are tried on past decisions and saved; the article says what waits below it', async () => {
  await makeUser('chief@example.com', 'Super Admin');
  await fill(2);
  await signIn('chief@example.com');
  await page.goto(`${origin}/admin/settings/analysis/triage`);
  await page.getByRole('switch').first().waitFor();
  await page.getByRole('button', { name: /^External service/ }).click();
  await page.getByText('No service is set up').waitFor();
  await page.getByRole('button', { name: 'Try on past decisions' }).click();
  await page.getByText('Approved by people, would be refused').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('switch').nth(2).click();
  await page.getByRole('button', { name: 'Save' }).click();
  const policy = () => app.strapi.plugin('analysis').service('triage').policy();
  const until = Date.now() + 10_000;
  while ((await policy()).honeypot.enabled && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(await policy()).toMatchObject({ honeypot: { enabled: false }, timing: { enabled: true } });

  await page.goto(
    `${origin}/admin/content-manager/collection-types/plugin::analysis.article/${article}`
  );
  await page.getByRole('link', { name: /Pending/ }).click();
  await page.getByText('Comment number 1.').waitFor();
  expect(page.url()).toContain(`article=${article}`);
});
