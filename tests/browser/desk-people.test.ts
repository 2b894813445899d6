import { openBrowser } from '../helpers/browser';
import { postComment } from '../helpers/discussion';
import {
  DESK_PAGE,
  deskBrowser,
  eventually,
  makeUser,
  makeUserWith,
  MODERATOR,
  openQueue,
  seedPending,
  signIn,
  statesOf,
} from '../helpers/desk-browser';
import { createArticle } from '../helpers/factories';

const MANY = 520;

const at = deskBrowser();
const states = (expected: Record<string, number>) => eventually(() => statesOf(at), expected);

beforeAll(async () => {
  await makeUser(at.app, 'second@example.com', 'Moderator');
  await makeUser(at.app, 'author@example.com', 'Author');
  await makeUserWith(at.app, 'reader@example.com', ['plugin::analysis.moderation.read']);
});

test('more than five hundred that match are moved by one action, and back by one key', async () => {
  const { app, article, page } = at;
  await seedPending(app, article, MANY);
  const elsewhere = (await createArticle(app)).documentId;
  await postComment(app, elsewhere, { content: 'Under another article.' });
  await signIn(at, page, MODERATOR);
  await openQueue(at, page);
  await page.getByText('Waiting number 0.').waitFor();
  await page.getByRole('tab', { name: `Pending ${MANY}` }).waitFor();

  await page.keyboard.press('Shift+X');
  await page.getByRole('button', { name: `Select all ${MANY} that match` }).click();
  const bulk = page.getByRole('group', { name: 'Selection' });
  await bulk.getByText(`All ${MANY} that match are selected`).waitFor();
  await bulk.getByRole('button', { name: 'Spam' }).click();
  const asked = page.getByRole('alertdialog');
  await asked.getByText(`Mark ${MANY} comments as spam?`).waitFor();
  await asked.getByRole('button', { name: 'Confirm' }).click();

  await page.getByText(`${MANY} marked as spam.`).waitFor();
  await states({ spam: MANY });
  await page.getByText('No comment here matches the filters.').waitFor();
  await page.getByRole('tab', { name: 'Pending 0' }).waitFor();
  const { state } = await app.strapi.db
    .connection('analysis_comments')
    .where({ article_id: elsewhere })
    .first('state');
  expect(state).toBe('pending');

  await page.keyboard.press('z');
  await states({ pending: MANY });
  await page.getByText('Waiting number 0.').waitFor();
  await page.getByRole('tab', { name: `Pending ${MANY}` }).waitFor();
});

test('of two moderators the second is shown what the first decided', async () => {
  const { app, article, page } = at;
  const { documentId } = await postComment(app, article, { content: 'Two look at this.' });
  await postComment(app, article, { content: 'And at this.' }, 'other');
  const second = await openBrowser();
  try {
    const other = await second.newPage();
    await signIn(at, page, MODERATOR);
    await signIn(at, other, 'second@example.com');
    await openQueue(at, page);
    await openQueue(at, other);
    await other.getByText('Two look at this.').waitFor();

    await page.locator(`[data-card-id="${documentId}"]`).focus();
    await page.keyboard.press('a');
    await states({ approved: 1, pending: 1 });

    const card = other.locator(`[data-card-id="${documentId}"]`);
    await card.focus();
    await other.keyboard.press('s');
    await card.getByText('Changed while you were looking').waitFor();
    await card.getByText('Approved', { exact: true }).waitFor();
    expect(await card.getByRole('button', { name: 'Approve' }).count()).toBe(0);
    await states({ approved: 1, pending: 1 });

    // Having seen it as it is, the second may decide; then the first's undo does not undo that.
    await card.focus();
    await other.keyboard.press('s');
    await states({ pending: 1, spam: 1 });
    await page.keyboard.press('z');
    await page.getByText(/decided on again since and stays as it is/).waitFor();
    await states({ pending: 1, spam: 1 });
  } finally {
    await second.dispose();
  }
});

/** Calls of the desk's routes as the page makes them, with what each answers. */
async function answersTo(session: string, commentId: string): Promise<[string, number][]> {
  const { app, article } = at;
  const calls = [
    ['get', '/moderation/queue'],
    ['get', '/moderation/counts'],
    ['get', '/moderation/summary'],
    ['get', `/moderation/articles?ids=${article}`],
    ['get', `/moderation/comments/${commentId}`],
    ['get', '/claims'],
    ['get', '/claims/counts'],
    ['put', `/comments/${commentId}/status`, { status: 'approved' }],
    ['post', '/moderation/bulk', { status: 'spam', items: [{ documentId: commentId }] }],
    ['post', `/moderation/comments/${commentId}/replies`, { content: 'Hello there.' }],
    ['put', '/claims/none', { status: 'dismissed' }],
    ['put', `/articles/${article}/discussion`, { closed: true }],
    ['post', '/moderation/bans', { kind: 'author', commentId }],
  ] as const;
  const answers: [string, number][] = [];
  for (const [method, path, data] of calls) {
    const request = app.http()[method](`/analysis${path}`).set('Authorization', session);
    const { status } = await (data === undefined ? request : request.send({ data }));
    answers.push([`${method} ${path}`, status]);
  }
  return answers;
}

test('who lacks the permission sees nothing of the desk, and may call none of it', async () => {
  const { app, article, origin, page } = at;
  const { documentId } = await postComment(app, article, { content: 'Not for authors.' });
  const session = await signIn(at, page, 'author@example.com');
  await page.goto(`${origin}/admin`);
  await page.getByRole('link', { name: 'Content Manager' }).first().waitFor();
  expect(await page.getByRole('link', { name: 'Moderation' }).count()).toBe(0);
  for (const query of ['', '?tab=claims']) {
    await page.goto(`${origin}${DESK_PAGE}${query}`);
    await page
      .getByText(/permission/i)
      .first()
      .waitFor();
    expect(await page.getByRole('tab').count()).toBe(0);
    expect(await page.getByText('Not for authors.').count()).toBe(0);
  }
  const answers = await answersTo(session, documentId);
  expect(answers.filter(([, status]) => status !== 403)).toEqual([]);
  expect(await statesOf(at)).toEqual({ pending: 1 });
});

test('who may only read sees the queue, and can decide nothing by button, key or call', async () => {
  const { app, article, page } = at;
  const { documentId } = await postComment(app, article, { content: 'To be read.' });
  const session = await signIn(at, page, 'reader@example.com');
  await openQueue(at, page);
  const card = page.locator(`[data-card-id="${documentId}"]`);
  await card.getByText('To be read.').waitFor();
  expect(await page.getByText('ana@example.com').count()).toBe(0);
  for (const name of ['Approve', 'Reject', 'Spam', 'Trash', 'Reply', 'Ban']) {
    expect([name, await card.getByRole('button', { name }).count()]).toEqual([name, 0]);
  }
  await card.focus();
  await page.keyboard.press('a');
  await page.keyboard.press('b');
  // The help comes up, so the keys before it have been heard.
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys of the desk' }).waitFor();
  expect(await statesOf(at)).toEqual({ pending: 1 });
  const refused = (await answersTo(session, documentId)).filter(([, status]) => status === 403);
  expect(refused.map(([call]) => call.split(' ')[0])).toEqual([
    ...['put', 'post', 'post', 'put', 'put', 'post'],
  ]);
});
