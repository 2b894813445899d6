import { approvedComment, decide } from '../helpers/discussion';
import { createArticle } from '../helpers/factories';
import { comments, embedded, hostSite, rating, type HostSite } from '../helpers/host-page';
import { newestIn, readerBrowser } from '../helpers/reader-browser';

const at = readerBrowser();
let site: HostSite;
beforeAll(async () => {
  site = await hostSite(at.origin);
});
afterAll(() => site.stop());

/** Approved comments, one after the other; returns their documentIds. */
async function written(
  articleId: string,
  n: number,
  text: (i: number) => Record<string, unknown>
): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 0; i < n; i += 1) {
    ids.push((await approvedComment(at.app, articleId, text(i))).documentId);
  }
  return ids;
}
const authored = (i: number, content: string, parent?: string) => ({
  content,
  author: { name: `Reader ${i}`, email: `reader${i}@example.com` },
  ...(parent ? { parent } : {}),
});
const discussion = (articleId: string, n: number) =>
  written(articleId, n, (i) => authored(i, `Thread ${i}.`));
const repliesTo = (articleId: string, parent: string, n: number) =>
  written(articleId, n, (i) => authored(i, `Answer ${i}.`, parent));

test('a reader rates by keyboard, changes the vote, finds it again and takes it back', async () => {
  const { slug, documentId } = await createArticle(at.app);
  const url = site.put({ body: rating(slug) + rating(slug) });
  await embedded(url, async ({ page, context, told }) => {
    const [first, second] = [
      page.locator('analysis-rating').nth(0),
      page.locator('analysis-rating').nth(1),
    ];
    await first.getByText('[Total: 0 Average: 0]').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    // Keys that move do not vote.
    await first.getByText('[Total: 0 Average: 0]').waitFor();
    await page.keyboard.press('Enter');
    await first.getByText('Thank you, your rating counts: 4 stars.').waitFor();
    // Both of them know.
    await second.getByText('[Total: 1 Average: 4]').waitFor();
    expect(await second.getByRole('radio', { name: '4 stars' }).isChecked()).toBe(true);
    await page.keyboard.press('End');
    await page.keyboard.press('Space');
    await second.getByText('[Total: 1 Average: 5]').waitFor();

    await page.reload();
    const own = first.getByRole('radio', { name: '5 stars', checked: true });
    await own.waitFor();
    await first.getByText('Your rating', { exact: true }).waitFor();
    await first.getByRole('button', { name: 'Take my rating back' }).click();
    await second.getByText('[Total: 0 Average: 0]').waitFor();
    await first.getByText('Your rating has been taken back.').waitFor();
    const base = { slug, articleId: documentId };
    expect(await told()).toEqual([
      { type: 'analysis-rated', detail: { ...base, value: null, total: 0, average: 0 } },
    ]);
    expect(await context.cookies()).toEqual([]);
  });
});

test('a reader comments with faults and then without, and finds, edits and deletes it', async () => {
  const { slug, documentId } = await createArticle(at.app);
  const url = site.put({ body: comments(slug) });
  await embedded(url, async ({ page, told }) => {
    await page.getByText('No comments yet').waitFor();
    await page.getByRole('textbox', { name: 'Comment' }).fill('What about the ferries?');
    await page.getByLabel('E-mail').fill('no address');
    await page.getByLabel('Website').fill('nowhere');
    await page.getByRole('button', { name: 'Post comment' }).click();
    await page.getByText('Please give an e-mail address').waitFor();
    const name = page.getByLabel('Name');
    await page.getByText('Please fill this in.').waitFor();
    await page.getByText('Please give a web address').waitFor();
    expect(
      await name.evaluate((field) => (field.getRootNode() as ShadowRoot).activeElement === field)
    ).toBe(true);
    expect(await page.getByRole('textbox', { name: 'Comment' }).inputValue()).toBe(
      'What about the ferries?'
    );
    await name.fill('Ana');
    await page.getByLabel('E-mail').fill('ana@example.com');
    await page.getByLabel('Website').fill('https://ana.example.com');
    await page.keyboard.press('Enter');
    const mine = page.getByRole('article', { name: 'Ana' });
    await mine.getByText('Waiting for approval').waitFor();
    await page.getByRole('status').getByText('waiting for approval').waitFor();
    expect(await told()).toMatchObject([
      {
        type: 'analysis-commented',
        detail: { slug, articleId: documentId, parent: null, status: 'pending' },
      },
    ]);

    await page.reload();
    await mine.getByText('Waiting for approval').waitFor();
    await mine.getByRole('button', { name: 'Edit' }).click();
    const text = page.getByRole('form', { name: 'Edit your comment' }).getByRole('textbox');
    expect(await text.inputValue()).toBe('What about the ferries?');
    await text.fill('x');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Please write at least 2 characters.').waitFor();
    await text.fill('What about the ferries on Sundays?');
    await page.getByRole('button', { name: 'Save' }).click();
    await mine.getByText('What about the ferries on Sundays?').waitFor();
    await mine.getByText('(edited)').waitFor();

    // Approved, it is public, and still its author's.
    await decide(at.app, await newestIn(at, 'analysis_comments', documentId), 'approved');
    await page.reload();
    await mine.getByText('Your comment', { exact: true }).waitFor();
    await page.getByRole('heading', { name: 'Comments (1)' }).waitFor();
    await mine.getByRole('button', { name: 'Delete' }).click();
    await page.getByText('Delete your comment for good?').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Your comment was deleted.').waitFor();
    await page.getByText('No comments yet').waitFor();
    await page.reload();
    await page.getByText('No comments yet').waitFor();
  });
});

test('a reader replies to a comment, and reports one', async () => {
  const { slug, documentId } = await createArticle(at.app);
  await approvedComment(at.app, documentId);
  await embedded(site.put({ body: comments(slug) }), async ({ page }) => {
    const reply = page.getByRole('button', { name: 'Reply to Ana' });
    await reply.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('They sail on Sundays.');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Ben');
    await page.keyboard.press('Tab');
    await page.keyboard.type('ben@example.com');
    await page.keyboard.press('Enter');
    const mine = page.getByRole('article', { name: 'Ben' });
    await mine.getByText('Waiting for approval').waitFor();
    await page.reload();
    await page.locator('.replies').getByText('They sail on Sundays.').waitFor();
    expect(await mine.getByRole('button', { name: 'Report' }).count()).toBe(0);

    const report = page.getByRole('button', { name: 'Report the comment by Ana' });
    await report.click();
    await page.getByLabel('What is wrong with it?').selectOption('off-topic');
    await page.getByRole('button', { name: 'Send the report' }).click();
    await page.getByText('A moderator will look at this comment.').waitFor();
    await report.click();
    await page.getByRole('button', { name: 'Send the report' }).click();
    await page.getByText('You have reported this comment already.').waitFor();
  });
});

test('a long discussion comes page by page, in the order that is chosen', async () => {
  const { slug, documentId } = await createArticle(at.app);
  const [oldest] = await discussion(documentId, 22);
  await repliesTo(documentId, oldest as string, 23);
  await embedded(site.put({ body: comments(slug) }), async ({ page }) => {
    const threads = page.locator('.threads > li');
    await page.getByText('Thread 21.').waitFor();
    expect(await threads.count()).toBe(20);
    await page.getByRole('button', { name: 'More comments' }).click();
    await page.getByText('Thread 0.').waitFor();
    expect(await threads.count()).toBe(22);
    expect(await page.getByRole('button', { name: 'More comments' }).count()).toBe(0);
    // The focus goes on with what is new, since the button is gone.
    await page.waitForFunction(
      () =>
        document.activeElement?.shadowRoot?.activeElement?.getAttribute('aria-label') === 'Reader 1'
    );
    const replies = page.locator('.replies > li');
    expect(await replies.count()).toBe(20);
    await page.getByRole('button', { name: 'Show 3 more replies' }).click();
    await page.getByText('Answer 22.').waitFor();
    expect(await replies.count()).toBe(23);

    await page.getByLabel('Sort by').selectOption('Oldest');
    await threads.first().getByText('Thread 0.').waitFor();
    expect(await threads.count()).toBe(20);
  });
});
