import { summariesOf } from '../helpers/factories';
import { eventually } from '../helpers/desk-browser';
import {
  ENGLISH,
  FRENCH,
  formAddress,
  formBrowser,
  languageOf,
  openForm,
  press,
  summariesIn,
  summaryIn,
} from '../helpers/form-browser';

const at = formBrowser();

test('a word in a summary is mended and the post published in three clicks from the list', async () => {
  const { app, page } = at;
  const { documentId, slug } = await openForm(at);
  await page.goto(formAddress(at));
  let clicks = 0;
  const click = async (target: { click(): Promise<void> }): Promise<void> => {
    clicks += 1;
    await target.click();
  };
  await click(page.getByRole('row').nth(1));
  const text = summaryIn(page, 2).getByLabel('Text');
  await click(text);
  await text.fill(ENGLISH.replace('two hours', 'three hours'));
  await click(page.getByRole('button', { name: 'Publish', exact: true }));
  await page.getByText('Published document').waitFor();
  expect(clicks).toBe(3);
  expect(await page.getByRole('alertdialog').count()).toBe(0);
  expect(await page.getByRole('dialog').count()).toBe(0);

  const { body } = await app.http().get(`/api/analysis/posts/${slug}`).expect(200);
  const shown = body.data.summaries.map(({ text: words }: { text: string }) => words).sort();
  expect(shown).toEqual([FRENCH, ENGLISH.replace('two hours', 'three hours')].sort());
  await page.goto(`${at.origin}/posts/${slug}?lang=en`);
  await page.getByText('for three hours').waitFor();
  expect(await summariesOf(app, documentId)).toHaveLength(2);
});

test('a refused Save keeps what was typed in every field, and nothing of it comes back later', async () => {
  const { app, page } = at;
  const { documentId } = await openForm(at, { title: 'The first title' });
  const values = async () => ({
    title: await page.getByLabel('Title').inputValue(),
    language: await languageOf(page).inputValue(),
    link: await page.getByLabel('Original link').inputValue(),
    body: await page.locator('.CodeMirror').evaluate((box) => box.textContent?.includes('Typed')),
    source: await page.getByLabel('Source', { exact: true }).inputValue(),
    summary: await summaryIn(page, 1).getByLabel('Text').inputValue(),
  });
  await page.getByLabel('Title').fill('Ab');
  await languageOf(page).fill('english please');
  await page.locator('.CodeMirror').click();
  await page.keyboard.type('Typed');
  await summaryIn(page, 1).getByLabel('Text').fill('Too short.');
  await page.getByLabel('Original link').fill('not a link');
  await page.getByLabel('Source', { exact: true }).fill('The Gazette');
  const typed = await values();
  expect(typed).toEqual({
    title: 'Ab',
    language: 'english please',
    link: 'not a link',
    body: true,
    source: 'The Gazette',
    summary: 'Too short.',
  });

  for (const button of ['Save', 'Publish'] as const) {
    const answer = page.waitForResponse((response) => response.status() === 400);
    await press(page, button);
    await answer;
    await page
      .getByText('Title: at least 3 characters; this has 2.', { exact: false })
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Save', exact: true, disabled: false }).waitFor();
    expect(await values()).toEqual(typed);
  }
  for (const fault of [
    'At least 3 characters; this has 2.',
    'Must be a language: choose one from the list, or type a BCP 47 tag such as fr-CA.',
    'Must be a whole web address, with http:// or https:// and without a user name.',
    'At least 40 characters; this has 10.',
  ]) {
    await page.getByText(fault, { exact: true }).waitFor();
  }

  await page.getByLabel('Title').fill('The second title');
  await languageOf(page).fill('English');
  await summaryIn(page, 1).getByLabel('Text').fill(FRENCH);
  await page.getByLabel('Original link').fill('https://news.example.com/second');
  await press(page, 'Publish');
  await page.getByText('Published document').waitFor();
  await page.getByLabel('Title').fill('Ab');
  await press(page, 'Save');
  await page.getByText('At least 3 characters; this has 2.', { exact: true }).waitFor();
  await page.getByLabel('Title').fill('The third title');
  await press(page, 'Save');
  await page.getByText('Saved document').waitFor();
  await page.getByRole('button', { name: 'More document actions' }).last().click();
  await page.getByRole('menuitem', { name: 'Discard changes' }).click();
  await page.getByRole('button', { name: 'Confirm' }).click();
  await eventually(async () => (await values()).title, 'The second title');
  const draft = (await app.strapi
    .documents('plugin::analysis.article' as never)
    .findOne({ documentId })) as unknown as { title: string; language: string };
  expect(draft).toMatchObject({ title: 'The second title', language: 'en' });
});

test('a document that is made keeps what was typed when it is refused', async () => {
  const { page } = at;
  await page.goto(formAddress(at, 'create'));
  await page.getByText('No summary yet.', { exact: false }).waitFor();
  await page.getByLabel('Title').fill('Ab');
  await page.getByRole('button', { name: 'Add a summary' }).click();
  await summaryIn(page, 1).getByLabel('Text').fill('Too short.');
  await press(page, 'Save');
  await page.getByText('At least 40 characters; this has 10.', { exact: true }).waitFor();
  expect(await page.getByLabel('Title').inputValue()).toBe('Ab');
  await page.getByLabel('Title').fill('A title that is long enough');
  await summaryIn(page, 1)
    .getByRole('button', { name: /^Remove/ })
    .click();
  await press(page, 'Save');
  await page.getByText('Saved document').waitFor();
  await page.waitForURL((url) => !url.pathname.endsWith('/create'));
  expect(await summaryIn(page, 1).count()).toBe(0);
});

test('a refusal names the fields in the administrator’s language', async () => {
  const { page } = at;
  await page.addInitScript(() => window.localStorage.setItem('strapi-admin-language', 'fr'));
  await openForm(at, {
    originalLink: null,
    summaries: [{ language: 'fr', text: FRENCH }, { language: 'en' }],
  });
  await page.getByRole('button', { name: 'Publier', exact: true }).click();
  await page.getByText('Lien d’origine : à remplir avant la publication.').first().waitFor();
  await page.getByText('À remplir avant la publication.', { exact: true }).first().waitFor();
  await page.getByText('Résumé 2, texte : à remplir avant la publication.').first().waitFor();
});

test('the discussion follows a publication without a reload', async () => {
  const { page } = at;
  await openForm(at);
  const discussion = page.getByRole('region', { name: 'Discussion' });
  await discussion.getByText('Not published yet').waitFor();
  await press(page, 'Publish');
  await discussion.getByText('Open', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'More document actions' }).last().click();
  await page.getByRole('menuitem', { name: 'Unpublish' }).click();
  await discussion.getByText('Not published yet').waitFor();
});

test('the article’s language is chosen by name, offered from the text, and a mismatch shown', async () => {
  const { app, page } = at;
  const { documentId } = await openForm(at, { language: null, summaries: [] });
  expect(await languageOf(page).inputValue()).toBe('');
  await page.getByText('The text reads like English.').waitFor();
  await page.getByRole('button', { name: 'Choose English' }).click();
  expect(await languageOf(page).inputValue()).toBe('English');
  await page.getByText('The text reads like English.').waitFor({ state: 'detached' });

  await languageOf(page).click();
  await languageOf(page).fill('brazil');
  await page.getByRole('option', { name: /^Portuguese \(Brazil\)/ }).waitFor();
  await page.keyboard.press('Enter');
  expect(await languageOf(page).inputValue()).toBe('Portuguese (Brazil)');
  await page.getByText('The text reads like English.').waitFor();
  await press(page, 'Save');
  await page.getByText('Saved document').waitFor();
  const draft = await app.strapi
    .documents('plugin::analysis.article' as never)
    .findOne({ documentId });
  expect(draft).toMatchObject({ language: 'pt-BR' });
  expect(await summariesIn(page).getByText('No summary yet.', { exact: false }).count()).toBe(1);
});
