import { startApp, type TestApp } from '../helpers/app';

const FOREIGN = 'https://blog.example.com';
const OWN = 'https://cms.example.org';

const API = '/api/analysis/rankings';
const ADMIN = [
  '/admin/login',
  '/admin/access-token',
  '/content-manager/content-types',
  '/analysis/desk',
];

describe.each([
  ['any site', '', [FOREIGN, 'https://other.example', 'null']],
  ['the sites of a list', FOREIGN, [FOREIGN]],
])('where %s may write', (_what, list, writers) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({
      env: { PUBLIC_URL: OWN, ...(list === '' ? {} : { CORS_WRITE_ORIGINS: list }) },
    });
  });
  afterEach(() => expect(app.errors.splice(0)).toEqual([]));
  afterAll(async () => {
    await app.stop();
    delete process.env.CORS_WRITE_ORIGINS;
    process.env.PUBLIC_URL = '';
  });

  const preflight = (path: string, origin: string, method: string) =>
    app.http().options(path).set({
      Origin: origin,
      'Access-Control-Request-Method': method,
      'Access-Control-Request-Headers': 'x-analysis-visitor',
    });
  const allowed = async (path: string, origin: string, method: string) =>
    (await preflight(path, origin, method)).headers['access-control-allow-origin'];

  test('every site may read the public API, with nobody’s cookies', async () => {
    for (const origin of [FOREIGN, 'https://other.example', 'null']) {
      const { headers } = await app.http().get(API).set('Origin', origin).expect(200);
      expect(headers['access-control-allow-origin']).toBe(origin);
      expect(headers['access-control-allow-credentials']).toBeUndefined();
      expect(await allowed(API, origin, 'GET')).toBe(origin);
    }
  });

  test.each(['PUT', 'POST', 'PATCH', 'DELETE'])('%s is for those who may write', async (method) => {
    for (const path of ['/api/analysis/articles/x/rating', '/graphql']) {
      for (const origin of [FOREIGN, 'https://other.example', 'null']) {
        const expected = writers.includes(origin) ? origin : undefined;
        expect([origin, await allowed(path, origin, method)]).toEqual([origin, expected]);
      }
    }
  });

  test('the answer itself is for them, too', async () => {
    for (const origin of [FOREIGN, 'https://other.example']) {
      const { headers } = await app
        .http()
        .post('/graphql')
        .set('Origin', origin)
        .send({ query: '{ __typename }' })
        .expect(200);
      const expected = writers.includes(origin) ? origin : undefined;
      expect(headers['access-control-allow-origin']).toBe(expected);
      expect(headers['access-control-allow-credentials']).toBeUndefined();
    }
  });

  test('a preflight names every header that the guide for frontends asks for', async () => {
    for (const path of [API, '/graphql']) {
      const { headers } = await preflight(path, FOREIGN, 'POST').expect(204);
      const names = String(headers['access-control-allow-headers']).toLowerCase().split(',');
      expect(names).toEqual(
        expect.arrayContaining([
          'authorization',
          'content-type',
          'if-none-match',
          'accept-language',
          'apollo-require-preflight',
          'x-apollo-operation-name',
          'x-analysis-visitor',
          'x-analysis-edit-token',
        ])
      );
      expect(headers['access-control-allow-credentials']).toBeUndefined();
    }
  });

  test.each(ADMIN)('%s is for the admin’s own origin', async (path) => {
    for (const origin of [FOREIGN, 'https://other.example', 'null']) {
      for (const method of ['GET', 'POST']) {
        expect(await allowed(path, origin, method)).toBeUndefined();
      }
      const { headers } = await app.http().get(path).set('Origin', origin);
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
    expect(await allowed(path, OWN, 'POST')).toBe(OWN);
  });
});
