import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { sharedApp, type TestApp } from '../helpers/app';
import { complaints, openBrowser } from '../helpers/browser';
import { makeUser, signIn as signInAs } from '../helpers/desk-browser';
import { approvedComment, expectCountersExact, postComment } from '../helpers/discussion';
import { createArticle } from '../helpers/factories';

let app: TestApp;
let origin: string;
let article: string;
let browser: BrowserContext & { dispose(): Promise<void> };
let page: Page;
let heard: string[];

const signIn = (email: string) => signInAs({ origin }, page, email);

/** What the page complained about; Strapi's admin also asks for what only the internet has. */
const complained = (): string[] =>
  heard.splice(0).filter((line) => !line.includes('net::ERR_NAME_NOT_RESOLVED'));

const settings = (name: string) => `${origin}/admin/settings/analysis/${name}`;
const table = (name: string) => app.strapi.db.connection(name);
const bans = async () =>
  (await app.strapi.plugin('analysis').service('bans').list({ limit: 50 })).items as {
    label: string;
    until: string | null;
  }[];

beforeAll(async () => {
  app = await sharedApp();
  origin = await app.listen();
  await makeUser(app, 'moderator@example.com', 'Moderator');
  await makeUser(app, 'author@example.com', 'Author');
  await makeUser(app, 'chief@example.com', 'Super Admin');
});
beforeEach(async () => {
  article = (await createArticle(app)).documentId;
  browser = await openBrowser({ acceptDownloads: true });
  page = await browser.newPage();
  heard = complaints(page);
});
afterEach(async () => {
  await browser.dispose();
  expect(app.errors.splice(0)).toEqual([]);
  await expectCountersExact(app);
});
afterAll(() => app.stop());

test('a moderator bans a domain, lifts the ban by keyboard, and takes that back', async () => {
  await signIn('moderator@example.com');
  await page.goto(`${origin}/admin/plugins/analysis/moderation`);
  await page.getByRole('link', { name: 'Bans' }).click();
  await page.getByText('Nobody is banned.').waitFor();

  await page.getByRole('button', { name: 'Add a ban' }).click();
  await page.getByRole('combobox', { name: 'What is banned' }).click();
  await page.getByRole('option', { name: 'E-mail domain' }).click();
  await page.getByRole('textbox', { name: 'Domain' }).fill('not a domain');
  await page.getByRole('textbox', { name: 'Reason' }).fill('Link farm');
  await page.getByRole('button', { name: 'Ban', exact: true }).click();
  await page.getByText('This is not a mail domain, such as example.com.').waitFor();
  // That the server refuses it is heard, and meant.
  expect(complained()).toEqual([expect.stringContaining('400')]);
  await page.getByRole('textbox', { name: 'Domain' }).fill('Farm.example');
  await page.keyboard.press('Enter');
  const entry = page.getByRole('listitem').filter({ hasText: 'farm.example' });
  await entry.getByText('Link farm').waitFor();
  expect(await bans()).toMatchObject([{ label: 'farm.example', until: expect.any(String) }]);

  await entry.getByRole('button', { name: 'Lift the ban on farm.example' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('alertdialog').getByText('Lift the ban on farm.example?').waitFor();
  await page.getByRole('button', { name: 'Confirm' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('The ban on farm.example is lifted.').waitFor();
  await entry.waitFor({ state: 'detached' });
  expect(await bans()).toEqual([]);
  // The focus is on the way back.
  await page.locator('button:focus', { hasText: 'Undo' }).waitFor();
  await page.keyboard.press('Enter');
  await entry.getByText('Link farm').waitFor();
  expect(await bans()).toMatchObject([{ label: 'farm.example' }]);
  await page.reload();
  await entry.getByText('By Mo Moderator').waitFor();
  expect(complained()).toEqual([]);
});

test('bans are listed page by page; one that a colleague lifted is not there any more', async () => {
  const { documentId: by } = await postComment(app, article);
  const moderation = app.strapi.plugin('analysis').service('moderation');
  await table('analysis_bans').delete();
  for (let n = 0; n < 52; n += 1) {
    await moderation.banAuthor({ id: 1, name: 'Mo' }, { kind: 'domain', value: `d${n}.example` });
  }
  await moderation.banAuthor({ id: 1, name: 'Mo' }, { kind: 'author', commentId: by });
  await signIn('moderator@example.com');
  await page.goto(settings('bans'));
  const entries = page.getByRole('list', { name: 'Bans in force' }).getByRole('listitem');
  await page.getByRole('button', { name: 'Load more' }).click();
  await page.getByText('d0.example', { exact: true }).waitFor();
  expect(await entries.count()).toBe(53);
  await entries.first().getByText('Author').waitFor();
  const [, newest] = await bans();
  const service = app.strapi.plugin('analysis').service('bans');
  await service.lift((newest as unknown as { documentId: string }).documentId);
  await page.getByRole('button', { name: 'Lift the ban on d51.example' }).click();
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByText(/Not done/).waitFor();
  await page.getByText('d51.example', { exact: true }).waitFor({ state: 'detached' });
  await table('analysis_bans').delete();
});

test('what is kept of a person is shown, saved as a file, and erased once the address is typed', async () => {
  const author = { name: 'Lea', email: 'lea@example.org' };
  await approvedComment(app, article, { author, content: 'Lea wrote this.' });
  for (let n = 0; n < 101; n += 1) {
    await postComment(app, article, { author, content: `Number ${n}.` }, `lea-${n}`);
  }
  await app.strapi
    .plugin('analysis')
    .service('moderation')
    .banAuthor(
      { id: 1, name: 'Mo', personalData: true },
      { kind: 'email', value: author.email, reason: 'flood' }
    );
  await signIn('moderator@example.com');
  await page.goto(settings('personal-data'));
  const address = page.getByRole('textbox', { name: 'E-mail address' });
  await address.fill('no address');
  await page.keyboard.press('Enter');
  await page.getByText('This is not an e-mail address.').waitFor();
  await address.fill('nobody@example.org');
  await page.keyboard.press('Enter');
  await page.getByText('Nothing is kept under nobody@example.org.').waitFor();
  await address.fill('LEA@example.org');
  await page.getByRole('button', { name: 'Look up' }).click();
  await page.getByText('Kept under LEA@example.org: 102 comments, one ban').waitFor();
  await page.getByText('Lea wrote this.').waitFor();
  await page.getByText('flood', { exact: false }).first().waitFor();
  expect(await page.getByText('Number 100.').count()).toBe(0);
  await page.getByRole('button', { name: 'Load more' }).click();
  await page.getByText('Number 100.').waitFor();

  const started = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download as JSON' }).click();
  const download = await started;
  expect(download.suggestedFilename()).toMatch(/^personal-data-[\d-]+\.json$/);
  const file = JSON.parse(readFileSync((await download.path()) as string, 'utf8'));
  expect(file).toMatchObject({ email: 'LEA@example.org', bans: [{ reason: 'flood' }] });
  expect(file.comments).toHaveLength(102);

  await page.getByRole('button', { name: 'Erase', exact: true }).click();
  await page.getByRole('textbox', { name: 'Type the address again' }).fill('lea@example.com');
  await page.keyboard.press('Enter');
  await page.getByText('This is not the address.').waitFor();
  expect(await table('analysis_comments').where({ author_email: author.email })).toHaveLength(102);
  await page.getByRole('textbox', { name: 'Type the address again' }).fill('lea@example.org');
  await page.getByRole('button', { name: 'Erase for good' }).click();
  await page.getByRole('heading', { name: 'Erased: LEA@example.org' }).waitFor();
  await page.getByText('102 comments were deleted.').waitFor();
  await page.getByText('The ban on the address stays in force').waitFor();
  expect(await table('analysis_comments').where({ author_email: author.email })).toEqual([]);
});

test('a webhook is told of the plugin’s events, which Strapi’s own form leaves alone', async () => {
  const store = app.strapi.get('webhookStore') as {
    createWebhook(data: object): Promise<{ id: string }>;
    updateWebhook(id: string, data: object): Promise<unknown>;
    findWebhook(id: string): Promise<Record<string, unknown>>;
  };
  const hook = {
    name: 'Site',
    url: 'https://site.example.com/hook',
    headers: { 'X-Key': 'k' },
    events: ['entry.create', 'media.create'],
  };
  const { id } = await store.createWebhook(hook);
  await store.updateWebhook(id, { ...hook, isEnabled: false });
  await signIn('chief@example.com');

  // Strapi's form has read it before: what it remembers must not be saved over what comes now.
  const strapis = page.getByRole('link', { name: 'Strapi’s webhooks' });
  await page.goto(`${origin}/admin/settings/webhooks/${id}`);
  await page.getByRole('textbox', { name: /^Name/ }).waitFor();
  await page.getByRole('link', { name: 'Webhooks' }).last().click();
  const form = page.getByRole('form', { name: 'Site' });
  await form.getByText('Switched off').waitFor();
  const save = form.getByRole('button', { name: 'Save' });
  expect(await save.isDisabled()).toBe(true);
  await form.getByRole('checkbox', { name: 'a comment arrives' }).click();
  await form.getByRole('checkbox', { name: 'a rating changes' }).click();
  await save.click();
  await page.getByText('The events of Site are saved.').waitFor();
  const chosen = ['analysis.comment.created', 'analysis.rating.changed'];
  expect(await store.findWebhook(id)).toMatchObject({
    ...hook,
    events: ['entry.create', 'media.create', ...chosen],
    isEnabled: false,
  });

  await form.getByRole('link', { name: 'Site' }).click();
  await page.getByRole('textbox', { name: /^Name/ }).fill('Renamed');
  await page.getByRole('checkbox', { name: 'entry.update' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: 'Renamed' }).waitFor();
  const saved = await store.findWebhook(id);
  expect(saved).toMatchObject({ name: 'Renamed', headers: hook.headers });
  expect([...(saved.events as string[])].sort()).toEqual(
    [...hook.events, 'entry.update', ...chosen].sort()
  );

  await page.goto(settings('webhooks'));
  const renamed = page.getByRole('form', { name: 'Renamed' });
  expect(await renamed.getByRole('checkbox', { name: 'a rating changes' }).isChecked()).toBe(true);
  await renamed.getByRole('checkbox', { name: 'a rating changes' }).click();
  await renamed.getByRole('button', { name: 'Save' }).click();
  await page.getByText('The events of Renamed are saved.').waitFor();
  expect((await store.findWebhook(id)).events).not.toContain('analysis.rating.changed');
  await strapis.click();
  await page.getByText('https://site.example.com/hook').first().waitFor();
  expect(complained()).toEqual([]);
});

test.each(['bans', 'personal-data', 'webhooks'])(
  'who lacks the permission sees nothing of %s',
  async (name) => {
    await signIn('author@example.com');
    await page.goto(settings(name));
    await page
      .getByText(/permission/i)
      .first()
      .waitFor();
    expect(await page.getByRole('textbox').count()).toBe(0);
  }
);

test('who may look but not moderate is not offered to erase', async () => {
  const roles = app.strapi.service('admin::role');
  const role = await roles.create({ name: 'Data officer', description: 'Answers requests' });
  await roles.assignPermissions(role.id, [
    { action: 'plugin::analysis.moderation.personal-data', subject: null },
  ]);
  await makeUser(app, 'officer@example.com', 'Data officer');
  await postComment(app, article, { author: { name: 'Kim', email: 'kim@example.org' } });
  await signIn('officer@example.com');
  await page.goto(settings('personal-data'));
  await page.getByRole('textbox', { name: 'E-mail address' }).fill('kim@example.org');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Download as JSON' }).waitFor();
  expect(await page.getByRole('button', { name: 'Erase' }).count()).toBe(0);
});

test.each([
  ['bans', 'Bannissements'],
  ['personal-data', 'Données personnelles'],
  ['webhooks', 'Webhooks'],
])('%s fits a phone, and speaks French', async (name, title) => {
  await signIn('chief@example.com');
  await page.addInitScript(() => window.localStorage.setItem('strapi-admin-language', 'fr'));
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(settings(name));
  await page.getByRole('heading', { name: title, level: 1 }).waitFor();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth
  );
  expect(overflow).toBe(0);
});
