import { reportClaim } from '../helpers/claims';
import { approvedComment, commentBody, commentsPath, postComment } from '../helpers/discussion';
import {
  deskBrowser,
  eventually,
  makeUser,
  makeUserWith,
  MODERATOR,
  openQueue,
  seedPending,
  signIn,
} from '../helpers/desk-browser';
import { ARTICLE, createArticle } from '../helpers/factories';

const ARTICLES = `/admin/content-manager/collection-types/${ARTICLE}`;

const at = deskBrowser();
beforeAll(async () => {
  await makeUser(at.app, 'chief@example.com', 'Super Admin');
  await makeUser(at.app, 'editor@example.com', 'Editor');
  await makeUserWith(at.app, 'closer@example.com', ['plugin::analysis.moderate']);
});
beforeEach(async () => {
  await at.app.strapi.db.connection('analysis_comments').delete();
  await at.app.strapi.db.connection('analysis_claims').delete();
  await at.app.strapi.plugin('analysis').service('housekeeping').recount();
});

const menu = () => at.page.getByRole('link', { name: 'Moderation', exact: true });
/** What the menu's entry shows, and how it is read out. */
const badge = (): Promise<{ shown: string; described: string | null }> =>
  menu().evaluate((link) => {
    const id = link.getAttribute('aria-describedby');
    const text = (id && document.getElementById(id)?.textContent) || null;
    const count = link.querySelector('span[aria-hidden="true"] + span[hidden]');
    return {
      shown: count?.previousElementSibling?.textContent ?? '',
      described: text,
    };
  });

test('the menu counts what waits, follows decisions at once, and says nothing of none', async () => {
  const { app, article, page } = at;
  await postComment(app, article, { content: 'One waits.' }, 'a');
  await postComment(app, article, { content: 'Two wait.' }, 'b');
  await reportClaim(app, article);
  await signIn(at, page, MODERATOR);
  await page.goto(`${at.origin}/admin`);
  await eventually(badge, { shown: '3', described: '2 comments wait, 1 claim is open' });

  await openQueue(at, page);
  await page.getByText('Two wait.').waitFor();
  await page.keyboard.press('a');
  await eventually(badge, { shown: '2', described: '1 comment waits, 1 claim is open' });
  await page.keyboard.press('a');
  await page.getByRole('tab', { name: 'Claims 1' }).click();
  await page.getByRole('article').waitFor();
  await page.keyboard.press('d');
  await eventually(badge, { shown: '', described: null });
  await page.keyboard.press('z');
  await eventually(badge, { shown: '1', described: 'No comment waits, 1 claim is open' });

  await seedPending(app, article, 120);
  await page.reload();
  await eventually(badge, { shown: '99+', described: '120 comments wait, 1 claim is open' });
});

test('who may not read the queue does not ask what waits', async () => {
  const { page } = at;
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await signIn(at, page, 'editor@example.com');
  await page.goto(`${at.origin}/admin`);
  await page.getByRole('link', { name: 'Content Manager' }).first().waitFor();
  await page.goto(`${at.origin}${ARTICLES}`);
  await page.getByRole('gridcell', { name: 'Disclosure', exact: true }).waitFor();
  expect(await menu().count()).toBe(0);
  expect(await page.getByRole('gridcell', { name: 'Comments', exact: true }).count()).toBe(0);
  expect(asked.filter((url) => /\/analysis\/(moderation|claims)/.test(url))).toEqual([]);
});

test('the list of articles has a column of comments, for which it asks once', async () => {
  const { app, article, origin, page } = at;
  await createArticle(app);
  await approvedComment(app, article, { content: 'Public.' });
  await postComment(app, article, { content: 'One waits.' }, 'a');
  await postComment(app, article, { content: 'Two wait.' }, 'b');
  await signIn(at, page, 'chief@example.com');
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/moderation/articles')) asked.push(request.url());
  });
  await page.goto(`${origin}${ARTICLES}`);
  await page.getByRole('gridcell', { name: 'Comments', exact: true }).waitFor();
  const row = page.getByRole('row').filter({ hasText: '2 pending' });
  await row.getByText('1 approved').waitFor();
  expect(await page.getByRole('row').count()).toBeGreaterThan(2);
  expect(asked).toHaveLength(1);
  await row.getByRole('link', { name: '2 pending' }).click();
  await page.getByText('Two wait.').waitFor();
  expect(page.url()).toContain(`article=${article}`);
  expect(await page.getByRole('article').count()).toBe(2);
});

const comment = () =>
  at.app
    .http()
    .post(commentsPath(at.article))
    .send(commentBody({ content: 'Is it open?' }));
const save = () => at.page.getByRole('button', { name: 'Save', exact: true });

test('an editor closes the discussion beside the article; it holds at once, and over a save', async () => {
  const { article, origin, page } = at;
  await signIn(at, page, 'chief@example.com');
  await page.goto(`${origin}${ARTICLES}/${article}`);
  const panel = page.getByRole('region', { name: 'Discussion' });
  await panel.getByText('Open', { exact: true }).waitFor();
  await comment().expect(201);
  await panel.getByRole('button', { name: 'Close the discussion' }).click();
  await panel.getByText('Closed', { exact: true }).waitFor();
  const { body } = await comment().expect(403);
  expect(body.error.message).toMatch(/closed/);
  // The form has loaded the new value: there is nothing to save, and nothing waits to be published.
  await page.getByRole('checkbox', { name: 'The discussion is closed', checked: true }).waitFor();
  expect(await save().isDisabled()).toBe(true);
  expect(await page.getByText('Modified', { exact: true }).count()).toBe(0);

  // With changes of its own the form keeps them, and saving it does not close it again.
  await page.getByLabel('Title', { exact: true }).fill('A title that is being written');
  await panel.getByRole('button', { name: 'Open the discussion' }).click();
  await panel.getByText('Open', { exact: true }).waitFor();
  await comment().expect(201);
  expect(await page.getByLabel('Title', { exact: true }).inputValue()).toBe(
    'A title that is being written'
  );
  await save().click();
  await page.getByText('Saved document').waitFor();
  await comment().expect(201);
  const { body: post } = await at.app.http().get(`/api/analysis/posts/${at.slug}`).expect(200);
  expect(post.data.article.title).not.toBe('A title that is being written');
});
