import { complaints, openBrowser } from '../helpers/browser';
import { decideClaim, PASSAGE } from '../helpers/claims';
import { madePost, newestIn, readerBrowser } from '../helpers/reader-browser';

const at = readerBrowser();

test.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('a reader reports a mistake by keyboard and sees the correction, %s', async (_what, enabled) => {
  const { url, documentId } = await madePost(at);
  const browser = await openBrowser({ javaScriptEnabled: enabled });
  try {
    const page = await browser.newPage();
    const heard = complaints(page);
    await page.goto(url);
    await page.getByText('Report a mistake').focus();
    await page.keyboard.press('Enter');
    const passage = page.getByLabel('The passage, copied from this page');
    await passage.fill('Everybody disputed the figures');
    await page.getByLabel('What is wrong with it?').fill('Two engineers did dispute them.');
    await page.getByLabel('A link where it can be looked up').fill('minutes of the council');
    await page.getByRole('button', { name: 'Send the report' }).click();
    const alert = page.getByRole('alert');
    await alert.getByText('We cannot find this passage').waitFor();
    await alert.getByText('Please give a web address').waitFor();
    expect(await passage.inputValue()).toBe('Everybody disputed the figures');
    expect(await passage.getAttribute('aria-invalid')).toBe('true');
    await passage.fill(PASSAGE);
    await page.getByLabel('A link where it can be looked up').fill('https://example.com/minutes');
    await page.keyboard.press('Enter');
    await page.getByText('A person will look into it').waitFor();

    await decideClaim(at.app, await newestIn(at, 'analysis_claims', documentId), {
      status: 'upheld',
      correction: 'Two engineers disputed the figures.',
    });
    await page.goto(url);
    await page.getByRole('link', { name: /^Corrected on / }).click();
    const corrections = page.getByRole('region', { name: 'Corrections' });
    await corrections.getByText('Two engineers disputed the figures.').waitFor();
    expect(await corrections.locator('q').innerText()).toBe(PASSAGE);
    expect(heard.filter((line) => !line.includes('400 (Bad Request)'))).toEqual([]);
  } finally {
    await browser.dispose();
  }
});

test('a passage that was marked on the page stands in the form when it is opened', async () => {
  const { url } = await madePost(at);
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(url);
    await page.locator('.prose p').first().selectText();
    await page.getByText('Report a mistake').click();
    const passage = page.getByLabel('The passage, copied from this page');
    await page.waitForFunction(
      ([field, words]) => (field as HTMLTextAreaElement).value.includes(words as string),
      [await passage.elementHandle(), PASSAGE] as const
    );
  } finally {
    await browser.dispose();
  }
});

test('on a phone nothing of a long correction is beyond the edge', async () => {
  const { url, documentId } = await madePost(at);
  const browser = await openBrowser({ locale: 'fr-FR', viewport: { width: 360, height: 740 } });
  try {
    const page = await browser.newPage();
    await page.goto(url);
    await page.getByText('Signaler une erreur').click();
    await page.getByLabel('Le passage').fill(PASSAGE);
    await page.getByLabel('Qu’est-ce qui est faux ?').fill('Deux ingénieurs les ont contestés.');
    await page.getByRole('button', { name: 'Envoyer le signalement' }).click();
    await page.getByText('Une personne va vérifier').waitFor();
    await decideClaim(at.app, await newestIn(at, 'analysis_claims', documentId), {
      status: 'upheld',
      correction: `Deux ingénieurs : https://example.com/${'long'.repeat(60)}`,
    });
    await page.goto(url);
    await page.getByRole('heading', { name: 'Corrections' }).waitFor();
    await page.getByText('Signaler une erreur').click();
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth
    );
    expect(overflow).toBe(0);
  } finally {
    await browser.dispose();
  }
});
