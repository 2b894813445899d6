import type { Locator, Page } from 'playwright-core';
import {
  deskBrowser,
  eventually,
  makeUser,
  makeUserWith,
  overflowOf,
  signIn,
} from '../helpers/desk-browser';
import { ARTICLE, documents } from '../helpers/factories';

const EDITOR = 'editor@example.com';
const VISITOR = 'may-only-read@example.com';
const LIST = `/admin/content-manager/collection-types/${ARTICLE}`;

const BODY =
  'The turbines turn with the tide, four times a day, whatever the weather does. What they earn ' +
  'depends on a price that was agreed before the first of them was built, and on who pays for the ' +
  'cable. Engineers on both shores call the project sound.\n\nFishers ask who will mend the nets.';

/** A page as a generator makes it; `mark` makes it another story. */
const pageOf = (mark: string, { title = 'Tides against the grid', body = BODY } = {}): string =>
  [
    `${title}, part ${mark}`,
    '',
    'Summary (French):',
    '',
    'Des turbines tournent avec la marée, mais le prix du câble reste une question ouverte.',
    '',
    'Original Link:',
    '',
    `https://news.example.com/tides/${mark}?utm_source=letter`,
    '',
    'Generated Article:',
    '',
    body,
  ].join('\n');

const at = deskBrowser();
beforeAll(async () => {
  await makeUser(at.app, EDITOR, 'Editor');
  await makeUserWith(at.app, VISITOR, [
    {
      action: 'plugin::content-manager.explorer.read',
      subject: ARTICLE,
      properties: { fields: ['title', 'language'] },
    },
  ]);
});

/** Opens the dialog above the list. */
async function openPaste(page: Page): Promise<Locator> {
  await page.goto(`${at.origin}${LIST}`);
  await page.getByRole('button', { name: 'Paste a generated post' }).click();
  const dialog = page.getByRole('dialog', { name: 'Paste a generated post' });
  await dialog.waitFor();
  return dialog;
}

const box = (dialog: Locator): Locator => dialog.getByLabel('The page as it was generated');
const send = (dialog: Locator, name: string): Locator =>
  dialog.getByRole('button', { name, exact: true });
/** What a field of the page becomes. */
const field = (dialog: Locator, name: string): Promise<string> =>
  dialog
    .locator('dt')
    .filter({ hasText: new RegExp(`^${name}$`) })
    .locator('xpath=following-sibling::dd[1]')
    .innerText();

interface Stored {
  documentId: string;
  title: string;
  originalLink: string;
  summaries: { language: string; text: string }[];
}
const draftsOf = async (mark: string): Promise<Stored[]> =>
  (await documents(at.app, ARTICLE).findMany({
    filters: { originalLink: { $contains: `/tides/${mark}` } } as never,
    status: 'draft',
  })) as unknown as Stored[];

test('a page that is pasted is shown field by field, and becomes the draft that opens', async () => {
  const { page, origin } = at;
  await signIn(at, page, EDITOR);
  const dialog = await openPaste(page);
  // The box has the focus, and nothing can be made of nothing.
  await page.keyboard.insertText(pageOf('one'));
  await dialog.getByText('This is what it becomes:').waitFor();
  expect(await field(dialog, 'Title')).toBe('Tides against the grid, part one');
  expect(await field(dialog, 'Language')).toBe('English (en)');
  expect(await field(dialog, 'Original link')).toContain('https://news.example.com/tides/one');
  expect(await field(dialog, 'Summary 1')).toMatch(/^French \(fr\)\s+Des turbines tournent/);
  expect(await field(dialog, 'Article')).toMatch(/^The turbines turn with the tide/);

  await send(dialog, 'Create draft').click();
  await page.waitForURL(`${origin}${LIST}/*`);
  await eventually(
    () => page.getByLabel('Title').first().inputValue(),
    'Tides against the grid, part one'
  );
  const [draft, ...others] = await draftsOf('one');
  expect(others).toEqual([]);
  expect(page.url()).toContain(draft?.documentId ?? 'none');
  expect(draft?.summaries).toMatchObject([{ language: 'fr' }]);
});

test('faults and what was left out are named by their fields, and nothing can be made until then', async () => {
  const { page } = at;
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(at, page, EDITOR);
  const dialog = await openPaste(page);
  expect(await send(dialog, 'Create draft').isDisabled()).toBe(true);
  const spoilt = pageOf('two').replace(/Des turbines.*\n/, 'Trop court.\n');
  await box(dialog).fill(spoilt);
  const faults = dialog.getByRole('region', { name: /1 fault to mend/ });
  await faults.waitFor();
  expect(await faults.getByRole('listitem').innerText()).toBe(
    'Summary 1, text – At least 40 characters; this has 11.'
  );
  expect(await send(dialog, 'Create draft').isDisabled()).toBe(true);
  expect(await overflowOf(page)).toBe(0);

  // Closed by mistake, the text is still there; mended, it can be made.
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Paste a generated post' }).click();
  expect(await box(dialog).inputValue()).toBe(spoilt);
  await box(dialog).fill(pageOf('two'));
  await eventually(() => send(dialog, 'Create draft').isEnabled(), true);
  expect(await draftsOf('two')).toEqual([]);
});

test('a file is read as it is written, or refused', async () => {
  const { page } = at;
  await signIn(at, page, EDITOR);
  const dialog = await openPaste(page);
  const file = dialog.locator('input[type=file]');
  await file.setInputFiles({
    name: 'page.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(pageOf('three', { title: 'Marées' }), 'latin1'),
  });
  await dialog.getByText('page.txt is not a text in UTF-8.').waitFor();
  expect(await box(dialog).inputValue()).toBe('');
  await file.setInputFiles({
    name: 'page.md',
    mimeType: 'text/markdown',
    buffer: Buffer.from(pageOf('three', { title: 'Marées' })),
  });
  await dialog.getByText('This is what it becomes:').waitFor();
  expect(await field(dialog, 'Title')).toBe('Marées, part three');
});

test('a draft that a person has edited is replaced only when that is agreed', async () => {
  const { app, page, origin } = at;
  await signIn(at, page, EDITOR);
  let dialog = await openPaste(page);
  await box(dialog).fill(pageOf('four'));
  await send(dialog, 'Create draft').click();
  await page.waitForURL(`${origin}${LIST}/*`);
  const [{ documentId }] = (await draftsOf('four')) as [Stored];

  dialog = await openPaste(page);
  await box(dialog).fill(pageOf('four'));
  await dialog.getByText('This very post is there already.').waitFor();
  await send(dialog, 'Open article').click();
  await page.waitForURL(`${origin}${LIST}/${documentId}`);

  await documents(app, ARTICLE).update({
    documentId,
    data: { title: 'A title that an editor chose' } as never,
  });
  dialog = await openPaste(page);
  await box(dialog).fill(pageOf('four', { body: `${BODY}\n\nA later version.` }));
  await dialog.getByText('a person has edited its draft').waitFor();
  expect(await send(dialog, 'Replace draft').isDisabled()).toBe(true);
  await dialog.getByLabel('Replace the draft, and lose those edits').check();
  await send(dialog, 'Replace draft').click();
  await page.waitForURL(`${origin}${LIST}/${documentId}`);
  const after = await draftsOf('four');
  expect(after).toMatchObject([{ documentId, title: 'Tides against the grid, part four' }]);
});

test('who may not make articles is not offered it, and nobody is where other things are listed', async () => {
  const { page, origin } = at;
  await signIn(at, page, VISITOR);
  await page.goto(`${origin}${LIST}`);
  await page.getByRole('heading', { name: 'Analysis article' }).waitFor();
  await page.getByText(/entr(y|ies) found/).waitFor();
  expect(await page.getByRole('button', { name: 'Paste a generated post' }).count()).toBe(0);
});
