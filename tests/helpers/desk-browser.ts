import { randomUUID } from 'node:crypto';
import type { BrowserContext, Page } from 'playwright-core';
import { sharedApp, type TestApp } from './app';
import { openBrowser } from './browser';
import { expectCountersExact } from './discussion';
import { createArticle, type AdminPermission } from './factories';

const PASSWORD = 'Moderator-Of-The-Test-1';

export const MODERATOR = 'moderator@example.com';
export const DESK_PAGE = '/admin/plugins/analysis/moderation';

/** What the browser tests of the desk look at; filled in before each test. */
export interface DeskBrowser {
  app: TestApp;
  origin: string;
  article: string;
  slug: string;
  browser: BrowserContext & { dispose(): Promise<void> };
  page: Page;
}

/** Starts Strapi for a file of tests, with a moderator, and a browser and an article for each. */
export function deskBrowser(): DeskBrowser {
  const at = {} as DeskBrowser;
  beforeAll(async () => {
    at.app = await sharedApp();
    at.origin = await at.app.listen();
    await makeUser(at.app, MODERATOR, 'Moderator');
  });
  beforeEach(async () => {
    const { documentId, slug } = await createArticle(at.app);
    Object.assign(at, { article: documentId, slug });
    at.browser = await openBrowser();
    // A browser without a screen may never be idle, and Strapi draws the actions of a list when it
    // is; without the function it uses a timer.
    await at.browser.addInitScript(() => Reflect.deleteProperty(window, 'requestIdleCallback'));
    at.page = await at.browser.newPage();
  });
  afterEach(async () => {
    await at.browser.dispose();
    expect(at.app.errors.splice(0)).toEqual([]);
    await expectCountersExact(at.app);
  });
  afterAll(() => at.app.stop());
  return at;
}

/** Makes an administrator with a role that is there. */
export async function makeUser(app: TestApp, email: string, roleName: string): Promise<void> {
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

/** Makes an administrator with a role of their own, that allows these actions. */
export async function makeUserWith(
  app: TestApp,
  email: string,
  actions: (string | AdminPermission)[]
): Promise<void> {
  const roles = app.strapi.service('admin::role');
  const role = await roles.create({ name: email, description: 'made for a test' });
  await roles.assignPermissions(
    role.id,
    actions.map((each) => ({
      subject: null,
      conditions: [],
      properties: {},
      ...(typeof each === 'string' ? { action: each } : each),
    }))
  );
  await makeUser(app, email, email);
}

/**
 * Gives a page's browser an administrator's session, as the form of sign-in does, which
 * `admin.test.ts` uses; loading it takes longer than most tests. Opens nothing.
 * @returns the header that the session is sent with
 */
export async function signIn(
  { origin }: Pick<DeskBrowser, 'origin'>,
  page: Page,
  email: string
): Promise<string> {
  const context = page.context();
  // The cookie that renews the session is kept by the browser.
  const answer = await context.request.post(`${origin}/admin/login`, {
    data: { email, password: PASSWORD, deviceId: randomUUID(), rememberMe: false },
  });
  if (!answer.ok()) throw new Error(`${email} cannot sign in: ${await answer.text()}`);
  const { data } = (await answer.json()) as { data: { token: string } };
  await context.addCookies([{ name: 'jwtToken', value: data.token, url: origin }]);
  return `Bearer ${data.token}`;
}

/** Opens the queue of the test's article. */
export async function openQueue(
  { origin, article }: DeskBrowser,
  page: Page,
  query = ''
): Promise<void> {
  await page.goto(`${origin}${DESK_PAGE}?article=${article}${query}`);
  await page.getByRole('tab', { name: /Pending/ }).waitFor();
}

/** How many comments of the test's article are in each state. */
export async function statesOf({ app, article }: DeskBrowser): Promise<Record<string, number>> {
  const rows: { state: string; n: number | string }[] = await app.strapi.db
    .connection('analysis_comments')
    .where({ article_id: article })
    .groupBy('state')
    .orderBy('state')
    .select('state')
    .count({ n: '*' });
  return Object.fromEntries(rows.map(({ state, n }) => [state, Number(n)]));
}

/** Waits until the server, or the page, gives what the test expects, and fails when it does not. */
export async function eventually<T>(read: () => Promise<T>, expected: T): Promise<void> {
  for (const end = Date.now() + 20_000; ;) {
    const found = await read();
    try {
      // jest's own comparison: what comes from the page was made by Node's constructors, not the file's.
      expect(found).toEqual(expected);
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Puts comments that wait below an article, past the form, which would take minutes. */
export async function seedPending(app: TestApp, articleId: string, count: number): Promise<void> {
  const now = Date.now();
  const rows = Array.from({ length: count }, (_, n) => {
    const id = `${articleId.slice(0, 18)}${String(n).padStart(6, '0')}`;
    return {
      document_id: id,
      root_id: id,
      created_at: new Date(now - count + n),
      updated_at: new Date(now),
      published_at: new Date(now),
      article_id: articleId,
      depth: 0,
      state: 'pending',
      visible: false,
      content: `Waiting number ${n}.`,
      author_name: 'Ana',
      report_count: 0,
    };
  });
  await app.strapi.db.connection.batchInsert('analysis_comments', rows, 50);
  await app.strapi.plugin('analysis').service('housekeeping').recount();
}

/** How much wider than the window the page is. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
