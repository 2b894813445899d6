import { complaints, openBrowser } from '../helpers/browser';
import { decide } from '../helpers/discussion';
import { createArticle } from '../helpers/factories';
import { madePost, newestIn, readerBrowser } from '../helpers/reader-browser';

const at = readerBrowser();

test.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('a reader rates by keyboard, comments, is approved and answered, %s', async (_what, enabled) => {
  const { url, documentId } = await madePost(at);
  const browser = await openBrowser({ javaScriptEnabled: enabled });
  try {
    const page = await browser.newPage();
    const heard = complaints(page);
    await page.goto(url);
    await page.getByText('[Total: 0 Average: 0]').waitFor();
    await page.getByText('No comments yet.').waitFor();

    await page.getByRole('radio', { name: '1 star' }).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('[Total: 1 Average: 4]').waitFor();
    await page.getByText('Thank you, your rating counts.').waitFor();

    // First with faults, which keep what was written.
    await page.getByRole('textbox', { name: 'Comment' }).fill('What about the ferries?');
    await page.getByLabel('Name').fill('Ana');
    await page.getByLabel('E-mail').fill('no address');
    await page.getByRole('button', { name: 'Post comment' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('textbox', { name: 'Comment' }).inputValue()).toBe(
      'What about the ferries?'
    );
    expect(await page.getByLabel('E-mail').getAttribute('aria-invalid')).toBe('true');
    await page.getByLabel('E-mail').fill('ana@example.com');
    await page.getByRole('button', { name: 'Post comment' }).click();
    await page.getByText('waiting for a moderator').waitFor();

    await page.goto(url);
    await page.getByText('No comments yet.').waitFor();
    await decide(at.app, await newestIn(at, 'analysis_comments', documentId), 'approved');
    await page.reload();
    await page.getByRole('article', { name: 'Ana' }).getByText('What about the ferries?').waitFor();

    await page.getByRole('link', { name: 'Reply to Ana' }).click();
    await page.getByText('You are replying to Ana.').waitFor();
    await page.getByRole('textbox', { name: 'Comment' }).fill('They sail on Sundays.');
    await page.getByLabel('Name').fill('Ben');
    await page.getByLabel('E-mail').fill('ben@example.com');
    await page.getByRole('button', { name: 'Post comment' }).click();
    await page.getByText('waiting for a moderator').waitFor();
    await decide(at.app, await newestIn(at, 'analysis_comments', documentId), 'approved');
    await page.goto(url);
    await page.locator('.replies').getByText('They sail on Sundays.').waitFor();
    // A refused form is an answer of 400, which the browser notes.
    expect(heard.filter((line) => !line.includes('400 (Bad Request)'))).toEqual([]);
  } finally {
    await browser.dispose();
  }
});

test('with a pointer one click votes, the vote is remembered, and it can be taken back', async () => {
  const { url } = await madePost(at);
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    const heard = complaints(page);
    await page.goto(url);
    await page.getByRole('radio', { name: '5 stars' }).click();
    await page.getByText('[Total: 1 Average: 5]').waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Take my rating back' }).waitFor();
    expect(await page.getByRole('radio', { name: '5 stars' }).isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Take my rating back' }).click();
    await page.getByText('[Total: 0 Average: 0]').waitFor();
    expect(heard).toEqual([]);
  } finally {
    await browser.dispose();
  }
});

test('French readers read French, on a phone too, with nothing beyond the edge', async () => {
  const { url } = await madePost(at);
  const browser = await openBrowser({ locale: 'fr-FR', viewport: { width: 360, height: 740 } });
  try {
    const page = await browser.newPage();
    await page.goto(url);
    await page.getByRole('heading', { name: 'Résumé (français)' }).waitFor();
    await page.getByText('Cliquez pour noter cet article !').waitFor();
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth
    );
    expect(overflow).toBe(0);
  } finally {
    await browser.dispose();
  }
});

test('a script that got into a text does not run', async () => {
  const evil = '<img src=x onerror="document.title=\'run\'"><script>document.title="run"</script>';
  const { slug } = await createArticle(at.app, {
    title: `Title ${evil}`,
    body: `${evil} ${'text '.repeat(60)}`,
  });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`${at.origin}/posts/${slug}`);
    await page.getByText('[Total: 0 Average: 0]').waitFor();
    expect(await page.title()).toMatch(/^Title <img/);
  } finally {
    await browser.dispose();
  }
});

test('several first clicks at once are one vote, the last; one too many is told in words', async () => {
  const { url, documentId } = await madePost(at);
  const browser = await openBrowser({});
  try {
    const page = await browser.newPage();
    await page.goto(url);
    await page.getByText('[Total: 0 Average: 0]').waitFor();
    await page.evaluate(() => {
      document.querySelectorAll('.rating input').forEach((star) => {
        star.dispatchEvent(new PointerEvent('click', { bubbles: true, pointerType: 'mouse' }));
      });
    });
    await page.getByText('[Total: 1 Average: 5]').waitFor();
    const rows = at.app.strapi.db.connection('analysis_ratings').where({ article_id: documentId });
    expect(await rows.select('value')).toEqual([{ value: 5 }]);

    at.app.strapi.config.set('plugin::analysis.ratings.votesPerNetwork', 1);
    await page.getByRole('button', { name: 'Take my rating back' }).click();
    await page.getByText('[Total: 0 Average: 0]').waitFor();
    await page.getByRole('radio', { name: '3 stars' }).click();
    await page.getByText('[Total: 1 Average: 3]').waitFor();
    await page.getByRole('button', { name: 'Take my rating back' }).click();
    await page.getByText('[Total: 0 Average: 0]').waitFor();
    await page.getByRole('radio', { name: '2 stars' }).click();
    await page.getByText('came from your network in a short time').waitFor();
  } finally {
    at.app.strapi.config.set('plugin::analysis.ratings.votesPerNetwork', 0);
    await browser.close();
  }
});
