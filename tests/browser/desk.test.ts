import { commentPath, decide, postComment } from '../helpers/discussion';
import {
  DESK_PAGE,
  deskBrowser,
  eventually,
  makeUser,
  MODERATOR,
  openQueue,
  overflowOf,
  signIn,
  statesOf,
} from '../helpers/desk-browser';
import { until } from '../helpers/outside';

const at = deskBrowser();
const cards = () => at.page.getByRole('article');
const open = async (query = '') => {
  await signIn(at, at.page, MODERATOR);
  await openQueue(at, at.page, query);
};
const states = (expected: Record<string, number>) => eventually(() => statesOf(at), expected);

async function fill(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    await postComment(at.app, at.article, { content: `Comment number ${n}.` }, `g${n}`);
  }
}

test('a moderator clears fifty comments without touching the mouse', async () => {
  const { page } = at;
  await fill(50);
  await open();
  await cards().first().waitFor();
  const keys = ['a', 'r', 's', 't', 'a'];
  for (let n = 0; n < 50; n += 1) {
    // The next page is asked for by its button, which is reached like everything else by Tab.
    if ((await cards().count()) === 0) {
      const more = page.getByRole('button', { name: /Load more|Refresh/ }).first();
      await more.focus();
      await page.keyboard.press('Enter');
      await cards().first().waitFor();
    }
    await page.keyboard.press(keys[n % keys.length] as string);
  }
  await states({ approved: 20, rejected: 10, spam: 10, trash: 10 });
});

test('a decision is undone by a key, and the card is back in its place', async () => {
  const { page } = at;
  await fill(3);
  await open();
  await page.getByText('Comment number 1.').waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('s');
  await page.getByText('Comment number 1.').waitFor({ state: 'detached' });
  await states({ pending: 2, spam: 1 });
  await page.keyboard.press('z');
  await page.getByText('Comment number 1.').waitFor();
  await states({ pending: 3 });
  expect(await cards().nth(1).innerText()).toContain('Comment number 1.');
});

test('what changed or was decided meanwhile is not decided again, and is shown as it is', async () => {
  const { app, article, page } = at;
  const edited = await postComment(app, article, { content: 'Harmless at first.' });
  const taken = await postComment(app, article, { content: 'Two look at this.' }, 'other');
  await open();
  await page.getByText('Harmless at first.').waitFor();
  await app
    .http()
    .patch(commentPath(edited.documentId))
    .set('X-Analysis-Edit-Token', edited.editToken)
    .send({ data: { content: 'Changed while you looked.' } })
    .expect(200);
  await decide(app, taken.documentId, 'spam');
  await page.keyboard.press('a');
  await page.getByText('Changed while you looked.').waitFor();
  await page.locator(`[data-card-id="${taken.documentId}"]`).focus();
  await page.keyboard.press('a');
  await page
    .getByText(/changed while you were looking|decided/i)
    .first()
    .waitFor();
  await states({ pending: 1, spam: 1 });
});

test('filters stay over a reload, and all that match are moved at once', async () => {
  const { app, article, page } = at;
  await fill(4);
  await postComment(
    app,
    article,
    { content: 'Another thing.', author: { name: 'Zoë', email: 'zoe@example.com' } },
    'z'
  );
  await open('&author=zo');
  await page.getByText('Another thing.').waitFor();
  expect(await cards().count()).toBe(1);
  await page.reload();
  await page.getByText('Another thing.').waitFor();
  expect(await cards().count()).toBe(1);
  await openQueue(at, at.page);
  await page.getByText('Comment number 3.').waitFor();
  await page.keyboard.press('Shift+X');
  await page.getByRole('button', { name: /Spam/ }).last().waitFor();
  await page.getByText(/5 selected/).waitFor();
});

test('the desk fits a phone, and speaks French', async () => {
  const { article, origin, page } = at;
  await fill(1);
  await signIn(at, page, MODERATOR);
  await page.addInitScript(() => window.localStorage.setItem('strapi-admin-language', 'fr'));
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${origin}${DESK_PAGE}?article=${article}`);
  await page.getByRole('button', { name: 'Approuver' }).first().waitFor();
  expect(await overflowOf(page)).toBe(0);
});

test('rules are tried on past decisions and saved; the article says what waits below it', async () => {
  const { app, article, origin, page } = at;
  await makeUser(app, 'chief@example.com', 'Super Admin');
  await fill(2);
  await signIn(at, page, 'chief@example.com');
  await page.goto(`${origin}/admin/settings/analysis/triage`);
  await page.getByRole('switch').first().waitFor();
  await page.getByRole('button', { name: /^External service/ }).click();
  await page.getByText('No service is set up').waitFor();
  await page.getByRole('button', { name: 'Try on past decisions' }).click();
  await page.getByText('Approved by people, would be refused').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('switch').nth(2).click();
  await page.getByRole('button', { name: 'Save' }).click();
  const policy = () => app.strapi.plugin('analysis').service('triage').policy();
  await until(async () => !(await policy()).honeypot.enabled);
  expect(await policy()).toMatchObject({ timing: { enabled: true } });

  await page.goto(
    `${origin}/admin/content-manager/collection-types/plugin::analysis.article/${article}`
  );
  await page.getByRole('link', { name: /Pending/ }).click();
  await page.getByText('Comment number 1.').waitFor();
  expect(page.url()).toContain(`article=${article}`);
});
