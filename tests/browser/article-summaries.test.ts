import type { Page } from 'playwright-core';
import { summariesOf } from '../helpers/factories';
import { makeUser, overflowOf, signIn } from '../helpers/desk-browser';
import { openBrowser } from '../helpers/browser';
import {
  ENGLISH,
  focused,
  formAddress,
  formBrowser,
  FRENCH,
  openForm,
  press,
  summariesIn,
  summaryIn,
} from '../helpers/form-browser';

const at = formBrowser();

const textOf = (page: Page, number: number) =>
  summaryIn(page, number).getByLabel('Text').inputValue();

test('faults stand at the very summary and go with it', async () => {
  const { page } = at;
  await openForm(at);
  await summaryIn(page, 2).getByLabel('Text').fill('Too short.');
  await summaryIn(page, 2).getByText('At least 40 characters.', { exact: true }).waitFor();
  await press(page, 'Save');
  const fault = 'At least 40 characters; this has 10.';
  await summaryIn(page, 2).getByText(fault, { exact: true }).waitFor();
  expect(await summaryIn(page, 1).getByText(fault, { exact: true }).count()).toBe(0);

  await summaryIn(page, 2)
    .getByRole('button', { name: /^Move up/ })
    .click();
  await summaryIn(page, 1).getByText(fault, { exact: true }).waitFor();
  expect(await summaryIn(page, 2).getByText(fault, { exact: true }).count()).toBe(0);

  await summaryIn(page, 1)
    .getByRole('button', { name: /^Remove/ })
    .click();
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  expect(await page.getByText(fault, { exact: true }).count()).toBe(0);
  expect(await textOf(page, 1)).toBe(FRENCH);
  await page.getByRole('button', { name: 'Undo' }).click();
  await summaryIn(page, 1).getByText(fault, { exact: true }).waitFor();
  expect(await textOf(page, 1)).toBe('Too short.');
});

test('two summaries in one language: the later is at fault, until it is in another', async () => {
  const { app, page } = at;
  const { documentId } = await openForm(at, { summaries: [{ language: 'fr', text: FRENCH }] });
  await page.getByRole('button', { name: 'Add a summary' }).click();
  await summaryIn(page, 2).getByLabel('Text').fill(ENGLISH);
  const language = summaryIn(page, 2).getByRole('combobox');
  await language.click();
  await language.fill('francais');
  await page
    .getByRole('option', { name: /^French/ })
    .first()
    .click();
  await press(page, 'Save');
  await summaryIn(page, 2)
    .getByText('The article has a summary in this language already.', { exact: true })
    .waitFor();
  await summaryIn(page, 2).getByText('The text reads like English.').waitFor();
  await summaryIn(page, 2).getByRole('button', { name: 'Choose English' }).click();
  await press(page, 'Save');
  await page.getByText('Saved document').waitFor();
  expect(await summariesOf(app, documentId)).toEqual([
    { language: 'fr', text: FRENCH },
    { language: 'en', text: ENGLISH },
  ]);
});

test('summaries are put in order, removed and brought back by the keyboard alone', async () => {
  const { app, page } = at;
  const { documentId } = await openForm(at, {
    summaries: [
      { language: 'fr', text: FRENCH },
      { language: 'en', text: ENGLISH },
      {
        language: 'de',
        text: 'Der Rat stritt zwei Stunden lang über den Plan für den Hafen der Stadt.',
      },
    ],
  });
  const said = (text: string) =>
    page.getByRole('status').or(page.getByRole('log')).getByText(text).first();
  await summaryIn(page, 3)
    .getByRole('button', { name: /^Move up/ })
    .focus();
  await page.keyboard.press('Enter');
  await said('Summary 3: German is now number 2 of 3.').waitFor({ state: 'attached' });
  expect(await focused(page)).toBe('Move up: Summary 2: German');
  await page.keyboard.press('Enter');
  await said('Summary 2: German is now number 1 of 3.').waitFor({ state: 'attached' });
  // At the top there is no way up: the focus stays with the summary.
  expect(await focused(page)).toBe('Move down: Summary 1: German');
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('Remove: Summary 1: German');
  await page.keyboard.press('Enter');
  await said('Summary 1: German was removed.').waitFor({ state: 'attached' });
  expect(await focused(page)).toBe('Undo');
  await page.keyboard.press('Enter');
  await summaryIn(page, 3).waitFor();
  expect(await page.evaluate(() => (document.activeElement as HTMLTextAreaElement).value)).toMatch(
    /^Der Rat/
  );
  await press(page, 'Save');
  await page.getByText('Saved document').waitFor();
  const languages = (await summariesOf(app, documentId)).map(({ language }) => language);
  expect(languages).toEqual(['de', 'fr', 'en']);
});

test('ten summaries are the most, and the form says why there are no more', async () => {
  const { page } = at;
  const tags = ['en', 'fr', 'de', 'es', 'it', 'nl', 'pt', 'pl', 'sv'];
  await openForm(at, {
    summaries: tags.map((language) => ({ language, text: `${language}: ${ENGLISH}` })),
  });
  const add = page.getByRole('button', { name: 'Add a summary' });
  await add.click();
  await page.getByText('10 of 10').waitFor();
  expect(await add.isDisabled()).toBe(true);
  await page.getByText('An article has at most 10 summaries. Remove one to add another.').waitFor();
});

test('the last summary that is removed is gone for good once it is saved', async () => {
  const { app, page } = at;
  const { documentId } = await openForm(at, { summaries: [{ language: 'fr', text: FRENCH }] });
  await summaryIn(page, 1)
    .getByRole('button', { name: /^Remove/ })
    .click();
  await press(page, 'Save');
  await page.getByText('Saved document').waitFor();
  expect(await summariesOf(app, documentId)).toEqual([]);
});

test('every control has a name, and the form is as wide as a telephone', async () => {
  const { page } = at;
  await openForm(at, { language: null });
  const nameless = /^\s*- (textbox|combobox|button|group)(?! "|:? ')/m;
  for (const snapshot of [
    await summariesIn(page).ariaSnapshot(),
    await page.getByRole('main').ariaSnapshot().then(languagePart),
  ]) {
    expect(snapshot).toMatch(/combobox "Language/);
    expect(snapshot).not.toMatch(nameless);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  await summariesIn(page).scrollIntoViewIfNeeded();
  expect(await overflowOf(page)).toBe(0);

  function languagePart(whole: string): string {
    return whole
      .split('\n')
      .filter((line) => /Language/.test(line))
      .join('\n');
  }
});

test('who may only read an article reads its summaries', async () => {
  const { app, origin } = at;
  const email = 'reader@example.com';
  const roles = app.strapi.service('admin::role');
  const role = await roles.create({ name: 'Only reads', description: 'made for a test' });
  const fields = ['title', 'language', 'body', 'summaries'];
  await roles.assignPermissions(role.id, [
    {
      action: 'plugin::content-manager.explorer.read',
      subject: 'plugin::analysis.article',
      conditions: [],
      properties: { fields },
    },
  ]);
  await makeUser(app, email, 'Only reads');
  const { documentId } = await openForm(at);
  const other = await openBrowser();
  try {
    const page = await other.newPage();
    await signIn({ origin }, page, email);
    await page.goto(formAddress(at, documentId));
    await summaryIn(page, 2).waitFor();
    expect(await textOf(page, 1)).toBe(FRENCH);
    expect(await summaryIn(page, 1).getByLabel('Text').isDisabled()).toBe(true);
    expect(await summaryIn(page, 1).getByRole('combobox').isDisabled()).toBe(true);
    expect(
      await summariesIn(page)
        .getByRole('button', { name: /Add|Remove|Move|Undo|Choose/ })
        .count()
    ).toBe(0);
  } finally {
    await other.dispose();
  }
});
