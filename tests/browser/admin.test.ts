import { sharedApp, type TestApp } from '../helpers/app';
import { openBrowser } from '../helpers/browser';
import { postComment } from '../helpers/discussion';
import { createArticle } from '../helpers/factories';

const EMAIL = 'editor@example.com';
const PASSWORD = 'Editor-Of-The-Test-1';

let app: TestApp;
let origin: string;
beforeAll(async () => {
  app = await sharedApp();
  origin = await app.listen();
  const role = await app.strapi.service('admin::role').getSuperAdmin();
  await app.strapi.service('admin::user').create({
    email: EMAIL,
    firstname: 'Edith',
    lastname: 'Test',
    password: PASSWORD,
    isActive: true,
    registrationToken: null,
    roles: [role.id],
  });
});
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(() => app.stop());

const contentManager = (type: string, documentId = '') =>
  `${origin}/admin/content-manager/collection-types/plugin::analysis.${type}${documentId && `/${documentId}`}`;

test('an editor meets each fault at its field, publishes, and a moderator approves', async () => {
  const draft = await createArticle(app, { published: false, originalLink: null });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`${origin}/admin`);
    await page.getByLabel(/^Email/).fill(EMAIL);
    await page.getByLabel(/^Password/).fill(PASSWORD);
    await page.getByRole('button', { name: 'Login' }).click();
    await page.getByRole('link', { name: 'Content Manager' }).first().waitFor();

    await page.goto(contentManager('article', draft.documentId));
    await page.getByLabel('Original link').waitFor();
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('Original link: must be filled in before publishing.').first().waitFor();
    await page.getByLabel('Original link').fill('https://news.example.com/found-it');
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('Published document').waitFor();
    await app.http().get(`/api/analysis/posts/${draft.slug}`).expect(200);

    const comment = await postComment(app, draft.documentId, { content: 'Please approve.' });
    await page.goto(contentManager('comment'));
    await page.getByText('Please approve.').click();
    await page.getByRole('combobox', { name: 'Status' }).click();
    await page.getByRole('option', { name: 'approved' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved document').waitFor();
    const { body } = await app
      .http()
      .get(`/api/analysis/articles/${draft.documentId}/comments`)
      .expect(200);
    expect(body.data).toMatchObject([{ documentId: comment.documentId }]);
  } finally {
    await browser.dispose();
  }
});
