import { PassThrough } from 'node:stream';
import { sharedApp, type TestApp } from '../helpers/app';
import { createArticle } from '../helpers/factories';

let app: TestApp;
let lines = '';
beforeAll(async () => {
  app = await sharedApp();
  const { transports } = loadByNode('winston') as {
    transports: { Stream: new (options: object) => never };
  };
  const stream = new PassThrough();
  stream.on('data', (part) => (lines += String(part)));
  app.strapi.log.level = 'silly';
  app.strapi.log.add(new transports.Stream({ stream, level: 'silly' }));
});
afterAll(() => app.stop());

const SECRET = 'a-live-secret-of-somebody';

test.each([
  '/api/analysis/notices?token=',
  '/api/analysis/notices?lang=x&%74oken=',
  '/api/analysis/previews/x?token=',
  '/preview/x?lang=fr&token=',
  '/graphql?query=mutation{deleteAnalysisComment(documentId:"a",editToken:"',
  '/graphql?variables=%7B%22editToken%22%3A%22',
  '/api/auth/email-confirmation?confirmation=',
  '/api/auth/github/callback?access_token=',
  '/no/such/page?password=',
])('what %s carries is not in the log, and the rest of the line is', async (address) => {
  lines = '';
  await app.http().get(`${address}${SECRET}`);
  const path = address.slice(0, address.indexOf('?'));
  expect(lines).toContain(`GET ${path}?`);
  expect(lines).not.toContain(SECRET);
});

test('nor where the cache or an error writes it', async () => {
  const { slug } = await createArticle(app);
  app.strapi.config.set('plugin::analysis.delivery.cache.logEvery', 1);
  lines = '';
  for (let n = 0; n < 3; n += 1) await app.http().get(`/posts/${slug}?token=${SECRET}`);
  app.strapi.log.warn(`Redirected to /x?token=${SECRET}`);
  app.strapi.log.info({ message: `GET /x?token=${SECRET}` });
  expect(lines).toContain('Redirected to /x?token=…');
  expect(lines).not.toContain(SECRET);
});
