import { sharedApp, type TestApp } from '../helpers/app';
import { EDIT_TOKEN_HEADER, VISITOR_HEADER } from '../../plugins/analysis/shared/headers';

let app: TestApp;
beforeAll(async () => {
  app = await sharedApp();
});
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(() => app.stop());

const ORIGIN = 'https://www.example.com';
const sharing = (headers: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(headers).filter(([name]) => name.startsWith('access-control-'))
  );

test('another origin may send GraphQL what it may send REST', async () => {
  const preflight = async (path: string) => {
    const { headers } = await app
      .http()
      .options(path)
      .set({
        Origin: ORIGIN,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': `content-type,${VISITOR_HEADER},${EDIT_TOKEN_HEADER}`,
      });
    return sharing(headers);
  };
  const graphql = await preflight('/graphql');
  expect(graphql).toEqual(await preflight('/api/analysis/rankings'));
  for (const header of [VISITOR_HEADER, EDIT_TOKEN_HEADER]) {
    expect(graphql['access-control-allow-headers']).toContain(header);
  }
});

test('and reads the answers of both alike', async () => {
  const graphql = await app
    .http()
    .post('/graphql')
    .set({ Origin: ORIGIN })
    .send({ query: '{ __typename }' });
  const rest = await app.http().get('/api/analysis/rankings').set({ Origin: ORIGIN });
  expect(sharing(graphql.headers)).toEqual(sharing(rest.headers));
});
