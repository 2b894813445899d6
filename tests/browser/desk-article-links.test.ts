import { reportClaim } from '../helpers/claims';
import {
  deskBrowser,
  DESK_PAGE,
  makeUserWith,
  MODERATOR,
  openQueue,
  signIn,
} from '../helpers/desk-browser';
import { postComment } from '../helpers/discussion';
import { ARTICLE, documents } from '../helpers/factories';

const READER = 'reader-of-articles@example.com';
const FORM = `/admin/content-manager/collection-types/${ARTICLE}`;

const at = deskBrowser();
beforeAll(() =>
  makeUserWith(at.app, READER, [
    'plugin::analysis.moderation.read',
    'plugin::analysis.moderate',
    {
      action: 'plugin::content-manager.explorer.read',
      subject: ARTICLE,
      properties: { fields: ['title', 'language', 'body', 'originalLink'] },
    },
  ])
);

const titleOf = async (): Promise<string> => {
  const article = await documents(at.app, ARTICLE).findOne({ documentId: at.article });
  return (article as unknown as { title: string }).title;
};

test('who may read articles in the content manager is led to the form', async () => {
  const { app, article, origin, page, slug } = at;
  await postComment(app, article, { content: 'One waits.' });
  await signIn(at, page, READER);
  await openQueue(at, page);
  const card = page.getByRole('article').filter({ hasText: 'One waits.' });
  const site = card.getByRole('link', { name: 'See on site' });
  await site.waitFor();
  expect(await site.getAttribute('href')).toMatch(new RegExp(`/posts/${slug}$`));
  await card.getByRole('link', { name: await titleOf() }).click();
  await page.waitForURL(`${origin}${FORM}/${article}`);
  await page.getByLabel('Original link').waitFor();
});

test('a moderator is led to the page that readers see, by comments and by claims', async () => {
  const { app, article, origin, page, slug } = at;
  await postComment(app, article, { content: 'One waits.' });
  await reportClaim(app, article);
  await signIn(at, page, MODERATOR);
  const title = await titleOf();
  for (const query of [`article=${article}`, `tab=claims&article=${article}`]) {
    await page.goto(`${origin}${DESK_PAGE}?${query}`);
    const card = page.getByRole('article').first();
    const link = card.getByRole('link', { name: title });
    await link.waitFor();
    const href = (await link.getAttribute('href')) as string;
    expect(new URL(href, origin).pathname).toBe(`/posts/${slug}`);
    expect(await link.getAttribute('target')).toBe('_blank');
    expect(await card.getByRole('link', { name: 'See on site' }).count()).toBe(0);
  }
  await app.http().get(`/posts/${slug}`).expect(200);
});

test('of an article that is not public a moderator is told the title, without a way to nowhere', async () => {
  const { app, article, page } = at;
  await postComment(app, article, { content: 'One waits.' });
  const title = await titleOf();
  await documents(app, ARTICLE).unpublish({ documentId: article });
  await signIn(at, page, MODERATOR);
  await openQueue(at, page);
  const card = page.getByRole('article').filter({ hasText: 'One waits.' });
  await card.getByText(title).waitFor();
  expect(await card.getByRole('link').count()).toBe(0);
});
