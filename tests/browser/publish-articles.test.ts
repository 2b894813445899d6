import type { Page } from 'playwright-core';
import { deskBrowser, eventually, makeUser, overflowOf, signIn } from '../helpers/desk-browser';
import { ARTICLE, createArticle, documents } from '../helpers/factories';

const EDITOR = 'editor@example.com';
const LIST = `/admin/content-manager/collection-types/${ARTICLE}?page=1&pageSize=50&sort=title:ASC`;

const at = deskBrowser();
beforeAll(() => makeUser(at.app, EDITOR, 'Editor'));
beforeEach(async () => {
  // Each test has a list of its own.
  const all = await documents(at.app, ARTICLE).findMany({ limit: 100 });
  for (const { documentId } of all) await documents(at.app, ARTICLE).delete({ documentId });
});

const isPublic = async (documentId: string): Promise<boolean> =>
  (await documents(at.app, ARTICLE).findOne({ documentId, status: 'published' })) !== null;

async function drafts(count: number): Promise<string[]> {
  const made: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const title = `Harbour report ${String(n).padStart(2, '0')}`;
    made.push((await createArticle(at.app, { published: false, title })).documentId);
  }
  return made;
}

/** Opens the list and asks to publish all of it. */
async function askForAll(page: Page): Promise<void> {
  await page.goto(`${at.origin}${LIST}`);
  const all = page.getByLabel('Select all entries');
  const publish = page.getByRole('button', { name: 'Publish', exact: true });
  // The list may be drawn once more after its first rows, without what was selected.
  await eventually(async () => {
    await all.check();
    return publish.count();
  }, 1);
  await publish.click();
}

test('of ten with one at fault nine are published, and the one is named with its faults', async () => {
  const { page, origin } = at;
  const broken: Error[] = [];
  page.on('pageerror', (error) => broken.push(error));
  const [faulty, ...others] = await drafts(10);
  await documents(at.app, ARTICLE).update({
    documentId: faulty as string,
    data: { title: 'The one at fault', originalLink: null, body: 'Too short.' } as never,
  });
  await signIn(at, page, EDITOR);
  await askForAll(page);

  const dialog = page.getByRole('dialog', { name: 'Publish 10 articles' });
  await dialog.getByRole('button', { name: 'Publish' }).click();
  const result = page.getByRole('dialog', { name: '9 of 10 published' });
  const notPublished = result.getByRole('list', { name: 'Not published' });
  await notPublished.waitFor();
  expect(await result.getByRole('status').innerText()).toMatch(/9 articles are published/);
  const faults = notPublished.getByRole('list').getByRole('listitem');
  expect((await faults.allInnerTexts()).sort()).toEqual([
    'Article – At least 200 characters; this has 10.',
    'Original link – Must be filled in before publishing.',
  ]);
  for (const id of others) expect(await isPublic(id)).toBe(true);
  expect(await isPublic(faulty as string)).toBe(false);

  // The list shows it without being loaded anew by hand, with the one still selected.
  // Not by its role: the dialog hides what is behind it.
  const draftRows = page.locator('tr').filter({ hasText: 'Draft' });
  await eventually(() => draftRows.count(), 1);
  await result.getByRole('button', { name: 'Close' }).last().click();
  await page.getByText('1 entry selected').waitFor();
  const focusedInList = () =>
    page.evaluate(() => document.activeElement?.closest('#main-content') !== null);
  await eventually(focusedInList, true);

  // And its name leads to its form, where the rest is mended.
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('dialog').getByRole('link', { name: 'The one at fault' }).click();
  await page.waitForURL(`${origin}/admin/content-manager/collection-types/${ARTICLE}/${faulty}`);
  await page.getByLabel('Original link').waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect(broken).toEqual([]);
});

test('when all goes well it says so, and the keyboard goes on in the list', async () => {
  const { page } = at;
  const ids = await drafts(3);
  await createArticle(at.app, { title: 'One that is public' });
  await signIn(at, page, EDITOR);
  await askForAll(page);
  const dialog = page.getByRole('dialog', { name: 'Publish 3 articles' });
  await dialog.getByText('1 more is published already, without changes since.').waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('All 3 articles are published.').first().waitFor();
  for (const id of ids) expect(await isPublic(id)).toBe(true);
  await dialog.waitFor({ state: 'detached' });
  const focused = () => page.evaluate(() => document.activeElement?.id);
  await eventually(focused, 'main-content');
  expect(await page.getByRole('row').filter({ hasText: 'Draft' }).count()).toBe(0);
});

test('it can be stopped, and what was not reached is said and stays as it was', async () => {
  const { page } = at;
  await page.setViewportSize({ width: 390, height: 844 });
  const ids = await drafts(12);
  await signIn(at, page, EDITOR);
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/analysis/articles/publish', async (route) => {
    await held;
    await route.continue();
  });
  await askForAll(page);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Publish' }).click();
  await dialog.getByText('0 of 12 are dealt with.').waitFor();
  expect(await overflowOf(page)).toBe(0);
  await page.keyboard.press('Escape');
  await dialog.getByText('Stopping…').waitFor();
  release();
  await dialog.getByText('You stopped before 7 articles; they are as they were.').waitFor();
  expect(await Promise.all(ids.map(isPublic))).toEqual(ids.map((_, n) => n < 5));
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await page.getByText('7 entries selected').waitFor();
});
