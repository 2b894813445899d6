import { sharedApp, type TestApp } from '../helpers/app';
import { claimBody, claimsPath } from '../helpers/claims';
import { approvedComment, commentBody, commentPath, commentsPath } from '../helpers/discussion';
import { adminToken, createArticle, createUser } from '../helpers/factories';
import { graphql } from '../helpers/graphql';

let app: TestApp;
let article: { documentId: string; slug: string };
beforeAll(async () => {
  app = await sharedApp();
  article = await createArticle(app);
});
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(() => app.stop());

const author = { name: 'Ana', email: 'ana@example.com' };
const faultsOf = ({ body }: { body: { error: { details: { errors: object[] } } } }) =>
  body.error.details.errors.map((each) => {
    const { path, code } = each as { path: string[]; code: string };
    return `${path.join('.')}:${code}`;
  });
const stored = async (table: string): Promise<number> =>
  Number((await app.strapi.db.connection(table).count({ n: '*' }).first())?.n);

describe.each([
  ['U+200B', '\u200b'],
  ['U+3164', '\u3164'],
  ['U+2800', '\u2800'],
  ['U+00AD', '\u00ad'],
  ['U+2060', '\u2060'],
  ['tags', '\u{e0001}\u{e0061}'],
  ['several, blanks and line ends', ' \ufeff\u180e\u115f\n\u17b4\ufe0f '],
])('what holds nothing but %s is empty', (_what, unit) => {
  const unseen = unit.repeat(12);
  const inLine = unseen.replaceAll('\n', '');

  test('in a comment and its author’s name', async () => {
    const before = await stored('analysis_comments');
    const data = { content: unseen, author: { ...author, name: inLine } };
    const answer = await app.http().post(commentsPath(article.documentId)).send({ data });
    expect(answer.status).toBe(400);
    expect(faultsOf(answer)).toEqual(['content:required', 'author.name:required']);
    const byGraphql = await graphql(
      app,
      `
        mutation ($id: ID!, $data: AnalysisCommentInput!) {
          createAnalysisComment(articleId: $id, data: $data) {
            status
          }
        }
      `,
      { id: article.documentId, data }
    );
    expect(byGraphql.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    const form = await app
      .http()
      .post(`/posts/${article.slug}/comments`)
      .type('form')
      .set('Sec-Fetch-Site', 'same-origin')
      .send({ ...author, name: inLine, content: unseen })
      .expect(400);
    expect(form.text.match(/class="field-error"[^>]*>Please fill this in/g)).toHaveLength(2);
    expect(await stored('analysis_comments')).toBe(before);
  });

  test('in an edit, and in a moderator’s answer', async () => {
    const { documentId, editToken } = await approvedComment(app, article.documentId);
    const edit = await app
      .http()
      .patch(commentPath(documentId))
      .set('X-Analysis-Edit-Token', editToken)
      .send({ data: { content: unseen } });
    expect(faultsOf(edit)).toEqual(['content:required']);
    const answer = await app
      .http()
      .post(`/analysis/moderation/comments/${documentId}/replies`)
      .set('Authorization', `Bearer ${await adminToken(app)}`)
      .send({ data: { content: unseen } });
    expect(faultsOf(answer)).toEqual(['content:required']);
  });

  test('in the report of a passage', async () => {
    const answer = await app
      .http()
      .post(claimsPath(article.documentId))
      .send(claimBody({ quote: unseen, note: unseen }));
    expect(faultsOf(answer)).toEqual(['quote:required', 'note:required']);
  });

  test('in the name of an account', async () => {
    const { jwt } = await createUser(app, { username: `${inLine}${inLine}` });
    const answer = await app
      .http()
      .post(commentsPath(article.documentId))
      .set('Authorization', `Bearer ${jwt}`)
      .send({ data: { content: commentBody().data.content } });
    expect(faultsOf(answer)).toEqual(['author.name:required']);
  });

  test('in a search, which finds nothing by it', async () => {
    const { body } = await app.http().get('/api/analysis/posts').query({ q: unseen }).expect(200);
    expect(body.data).toEqual([]);
  });
});
