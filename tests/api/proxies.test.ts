import { startApp, type TestApp } from '../helpers/app';
import { createArticle } from '../helpers/factories';

/** What the server keeps of a reader's network when a request carries some X-Forwarded-For. */
async function networkOf(app: TestApp, articleId: string, forwardedFor: string): Promise<string> {
  const { body } = await app
    .http()
    .post(`/api/analysis/articles/${articleId}/comments`)
    .set('X-Forwarded-For', forwardedFor)
    .send({ data: { content: 'Well.', author: { name: 'Ana', email: 'ana@example.com' } } })
    .expect(201);
  const row = await app.strapi.db
    .connection('analysis_comments')
    .where({ document_id: body.data.documentId })
    .first('ip_hash');
  return row.ip_hash;
}

describe.each([
  // Proxies, what comes from one reader with any lie before it, and what is another reader's.
  ['', ['203.0.113.9', '198.51.100.1', 'x, 192.0.2.1'], null],
  ['false', ['203.0.113.9', '198.51.100.1', 'x, 192.0.2.1'], null],
  ['true', ['203.0.113.9', '198.51.100.1, 203.0.113.9', 'lie, ::1, 203.0.113.9'], '192.0.2.1'],
  ['1', ['203.0.113.9', '198.51.100.1, 203.0.113.9', 'lie, ::1, 203.0.113.9'], '192.0.2.1'],
  [
    '2',
    ['203.0.113.9, 10.0.0.1', '198.51.100.1, 203.0.113.9, 10.0.0.1', 'a, b, 203.0.113.9, 10.0.0.2'],
    '192.0.2.1, 10.0.0.1',
  ],
])('with TRUST_PROXY=%s', (proxies, same, other) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ env: { TRUST_PROXY: proxies } });
  });
  afterEach(() => expect(app.errors.splice(0)).toEqual([]));
  afterAll(async () => {
    await app.stop();
    process.env.TRUST_PROXY = '';
  });

  test('a forged X-Forwarded-For makes nobody another reader', async () => {
    const { documentId } = await createArticle(app);
    const networks = new Set<string>();
    for (const header of same) networks.add(await networkOf(app, documentId, header));
    expect([...networks]).toEqual([expect.stringMatching(/^[\w-]{43}$/)]);
    if (other === null) return;
    expect(networks).not.toContain(await networkOf(app, documentId, other));
  });
});

test.each(['yes', '-1', '1.5', 'two'])('TRUST_PROXY=%s stops the start', async (proxies) => {
  await expect(startApp({ env: { TRUST_PROXY: proxies } })).rejects.toThrow(/TRUST_PROXY/);
  process.env.TRUST_PROXY = '';
});
