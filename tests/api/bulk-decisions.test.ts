import { EDIT_TOKEN_HEADER } from '../../plugins/analysis/shared/headers';
import { startApp, type TestApp } from '../helpers/app';
import { DESK, deskOf } from '../helpers/desk';
import { commentPath, expectCountersExact, postComment } from '../helpers/discussion';
import { adminToken, createArticle, visitor } from '../helpers/factories';

/** Decisions on many comments at once, of what was seen and by who may see it. */
let app: TestApp;
let moderator: string;
let masked: string;
let article: string;
beforeAll(async () => {
  app = await startApp();
  moderator = await adminToken(app, DESK);
  masked = await adminToken(
    app,
    DESK.filter(({ action }) => !action.endsWith('personal-data'))
  );
});
beforeEach(async () => {
  article = (await createArticle(app)).documentId;
});
afterEach(async () => {
  expect(app.errors.splice(0)).toEqual([]);
  await expectCountersExact(app);
});
afterAll(() => app.stop());

const { call } = deskOf(() => ({ app, token: moderator }));
const from = (name: string) =>
  postComment(
    app,
    article,
    { content: `Words of ${name}.`, author: { name, email: `${name}@example.com` } },
    name
  );
const row = (documentId: string) =>
  app.strapi.db.connection('analysis_comments').where({ document_id: documentId }).first();
const states = async () =>
  (
    await app.strapi.db
      .connection('analysis_comments')
      .where({ article_id: article })
      .orderBy('id')
      .select('state')
  ).map(({ state }: { state: string }) => state);
const edit = ({ documentId, editToken }: Awaited<ReturnType<typeof from>>, who: string) =>
  app
    .http()
    .patch(commentPath(documentId))
    .set({ ...visitor(who), [EDIT_TOKEN_HEADER]: editToken })
    .send({ data: { content: 'Something else altogether.' } })
    .expect(200);

describe('by filters', () => {
  const bulk = (filters: object, { until = new Date(), token = moderator } = {}) =>
    call(
      'post',
      '/moderation/bulk',
      {
        status: 'spam',
        matching: { tab: 'pending', filters: { article, ...filters }, until: until.toISOString() },
      },
      token
    );

  test.each([
    ['email', async () => 'ana@example.com'],
    ['network', async (id: string) => (await row(id)).ip_hash],
  ] as const)(
    '%s is for those who may see it: nobody learns it by what moves',
    async (name, of) => {
      const ana = await from('ana');
      await from('bo');
      const filters = { [name]: await of(ana.documentId) };
      const { body } = await bulk(filters, { token: masked }).expect(400);
      expect(body.error.details.errors).toEqual([
        expect.objectContaining({ path: [name], code: 'not_allowed' }),
      ]);
      expect(await states()).toEqual(['pending', 'pending']);
      const changed = name === 'email' ? 1 : 2;
      const answer = await bulk(filters).expect(200);
      expect(answer.body.data).toMatchObject({ changed, skipped: [] });
      expect(await states()).toEqual(['spam', name === 'email' ? 'pending' : 'spam']);
    }
  );

  test('it leaves what came, or was edited, after it was looked at', async () => {
    const edited = await from('ana');
    await from('bo');
    const until = new Date();
    // Another moment, whichever the clock's steps are.
    while (Date.now() <= until.getTime()) await new Promise(setImmediate);
    await edit(edited, 'ana');
    await from('cy');
    const { body } = await bulk({}, { until }).expect(200);
    expect(body.data).toMatchObject({ changed: 1, more: false });
    expect(await states()).toEqual(['pending', 'spam', 'pending']);
  });
});

test('by choice, it leaves those whose text is another by now and says which', async () => {
  const edited = await from('ana');
  const same = await from('bo');
  const items = await Promise.all(
    [edited, same].map(async ({ documentId }) => ({
      documentId,
      contentHash: (await row(documentId)).content_hash,
    }))
  );
  await edit(edited, 'ana');
  const { body } = await call('post', '/moderation/bulk', { status: 'approved', items }).expect(
    200
  );
  expect(body.data).toMatchObject({ changed: 1, skipped: [edited.documentId] });
  expect(await states()).toEqual(['pending', 'approved']);
});
