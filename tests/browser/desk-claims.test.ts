import { decideClaim, forgetAttempts, PASSAGE, reportClaim } from '../helpers/claims';
import {
  DESK_PAGE,
  deskBrowser,
  eventually,
  makeUserWith,
  MODERATOR,
  openQueue,
  overflowOf,
  signIn,
} from '../helpers/desk-browser';
import { ARTICLE, documents } from '../helpers/factories';

const CORRECTION = 'Two engineers disputed the figures of the second stage.';

const at = deskBrowser();
beforeAll(() => makeUserWith(at.app, 'reader@example.com', ['plugin::analysis.moderation.read']));
afterEach(() => forgetAttempts(at.app));

const cards = () => at.page.getByRole('article');
const openClaims = async (query = '') => {
  await at.page.goto(`${at.origin}${DESK_PAGE}?tab=claims&article=${at.article}${query}`);
  await at.page.getByRole('tab', { name: /Claims/, selected: true }).waitFor();
};
/** What readers are told on the article's page. */
const corrections = async (): Promise<string[]> => {
  const { body } = await at.app.http().get(`/api/analysis/posts/${at.slug}`).expect(200);
  return body.data.corrections.map(({ text }: { text: string }) => text);
};
const statusOf = async (claimId: string): Promise<string> => {
  const row = await at.app.strapi.db
    .connection('analysis_claims')
    .where({ document_id: claimId })
    .first('state');
  return row.state;
};

test('a claim is upheld by keys, the correction is public, and undo takes it back', async () => {
  const { app, article, page } = at;
  await reportClaim(app, article, { source: 'https://example.com/report?page=4' });
  await signIn(at, page, MODERATOR);
  await openQueue(at, page);
  const tab = page.getByRole('tab', { name: 'Claims 1' });
  await tab.click();
  await page.getByText('Two engineers did dispute them.').waitFor();
  expect(page.url()).toContain(`tab=claims&article=${article}`);
  expect(await cards().innerText()).toContain(PASSAGE);
  await page.getByText('Still in the article').waitFor();
  const source = page.getByRole('link', { name: 'https://example.com/report?page=4' });
  expect(await source.getAttribute('rel')).toMatch(/noopener.*nofollow/);
  expect(await source.getAttribute('target')).toBe('_blank');

  await page.keyboard.press('u');
  const dialog = page.getByRole('dialog', { name: 'Uphold the claim' });
  await dialog.waitFor();
  await page.keyboard.type(CORRECTION);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('Upheld: readers see the correction.').waitFor();
  await page.getByText('No claim here matches the filters.').waitFor();
  expect(await corrections()).toEqual([CORRECTION]);
  await page.getByRole('tab', { name: 'Claims 0' }).waitFor();

  await page.keyboard.press('z');
  await cards().first().waitFor();
  await eventually(corrections, []);
  await page.getByRole('tab', { name: 'Claims 1' }).waitFor();
});

test('a correction’s words can be changed, and the claim dismissed and opened again', async () => {
  const { app, article, page } = at;
  const claim = await reportClaim(app, article);
  await decideClaim(app, claim, { status: 'upheld', correction: CORRECTION });
  await signIn(at, page, MODERATOR);
  await openClaims();
  await page.getByRole('button', { name: 'Upheld 1' }).click();
  await cards().getByText(CORRECTION).waitFor();
  expect(page.url()).toContain('status=upheld');
  await page.reload();
  await cards().getByText(CORRECTION).waitFor();

  await page.keyboard.press('u');
  const field = page.getByRole('textbox', { name: 'Correction' });
  await field.waitFor();
  expect(await field.inputValue()).toBe(CORRECTION);
  await field.fill('Three engineers disputed the figures.');
  await page.getByRole('button', { name: 'Publish the change' }).click();
  await cards().getByText('Three engineers disputed the figures.').waitFor();
  expect(await corrections()).toEqual(['Three engineers disputed the figures.']);
  await page.keyboard.press('z');
  await cards().getByText(CORRECTION).waitFor();
  expect(await corrections()).toEqual([CORRECTION]);

  await cards().focus();
  await page.keyboard.press('d');
  await eventually(() => statusOf(claim), 'dismissed');
  expect(await corrections()).toEqual([]);
  await page.getByRole('button', { name: 'Dismissed 1' }).click();
  await cards().waitFor();
  await page.keyboard.press('o');
  await eventually(() => statusOf(claim), 'open');
  await page.keyboard.press('z');
  await eventually(() => statusOf(claim), 'dismissed');
  await cards().waitFor();
});

test('a claim that someone else decided on is shown as it is now', async () => {
  const { app, article, page } = at;
  const first = await reportClaim(app, article);
  const second = await reportClaim(app, article, { quote: 'what divided the room' }, 'bo');
  await signIn(at, page, MODERATOR);
  await openClaims();
  const card = (id: string) => page.locator(`[data-card-id="${id}"]`);
  await card(second).waitFor();
  await decideClaim(app, first, { status: 'upheld', correction: CORRECTION });
  await decideClaim(app, second, { status: 'dismissed' });

  await card(first).focus();
  await page.keyboard.press('d');
  await card(first).getByText('Changed while you were looking').waitFor();
  await card(first).getByText(CORRECTION).waitFor();
  expect(await statusOf(first)).toBe('upheld');

  await card(second).focus();
  await page.keyboard.press('u');
  await page
    .getByRole('textbox', { name: 'Correction' })
    .fill('It was the price that divided the room.');
  await page.getByRole('button', { name: 'Uphold and publish' }).click();
  await card(second).getByText('Changed while you were looking').waitFor();
  expect(await statusOf(second)).toBe('dismissed');
  expect(await page.getByRole('dialog').count()).toBe(0);
});

test('a passage that was rewritten is marked, and claims are searched and paged', async () => {
  const { app, article, page } = at;
  const claim = await reportClaim(app, article);
  await documents(app, ARTICLE).update({
    documentId: article,
    data: { body: 'Rewritten since. '.repeat(20) } as never,
    status: 'published',
  });
  const row = await app.strapi.db
    .connection('analysis_claims')
    .where({ document_id: claim })
    .first();
  const { id: _id, ...copied } = row;
  await app.strapi.db.connection.batchInsert(
    'analysis_claims',
    Array.from({ length: 30 }, (_, n) => ({
      ...copied,
      document_id: `copy${n}`.padEnd(24, 'x'),
      reporter_key: `reporter ${n}`,
      note: `Copy number ${n} of the note.`,
      created_at: new Date(Date.now() + n),
    })),
    10
  );
  await signIn(at, page, MODERATOR);
  await openClaims();
  await page.getByRole('button', { name: 'Open 31' }).waitFor();
  await page.getByText('No longer in the article').first().waitFor();
  expect(await cards().count()).toBe(25);
  await page.getByRole('button', { name: 'Load more' }).click();
  await eventually(() => cards().count(), 31);
  await page.keyboard.press('/');
  await page.keyboard.type('number 17');
  await page.keyboard.press('Enter');
  await eventually(() => cards().count(), 1);
  await page.getByText('Copy number 17 of the note.').waitFor();
  await page.reload();
  await page.getByText('Copy number 17 of the note.').waitFor();
  expect(await cards().count()).toBe(1);
});

test('who may only read decides on no claim; the tab fits a phone, and speaks French', async () => {
  const { app, article, page } = at;
  const claim = await reportClaim(app, article);
  await signIn(at, page, 'reader@example.com');
  await openClaims();
  await cards().waitFor();
  expect(await page.getByRole('button', { name: /Uphold|Dismiss$/ }).count()).toBe(0);
  await cards().focus();
  await page.keyboard.press('d');
  await page.keyboard.press('u');
  await page.keyboard.press('?');
  await page.getByText('Uphold, with a correction').waitFor();
  expect(await statusOf(claim)).toBe('open');
  await page.keyboard.press('Escape');

  await page.addInitScript(() => window.localStorage.setItem('strapi-admin-language', 'fr'));
  await page.setViewportSize({ width: 360, height: 740 });
  await openClaimsInFrench();
  expect(await overflowOf(page)).toBe(0);
});

async function openClaimsInFrench(): Promise<void> {
  await at.page.goto(`${at.origin}${DESK_PAGE}?tab=claims&article=${at.article}`);
  await at.page.getByText('Ce qui est faux').waitFor();
  await at.page.getByText('Toujours dans l’article').waitFor();
}
