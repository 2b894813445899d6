import { sharedApp, type TestApp } from '../helpers/app';
import { reportClaim } from '../helpers/claims';
import { approvedComment } from '../helpers/discussion';
import { adminToken, apiToken, createArticle } from '../helpers/factories';

/** A parameter that a route does not know is refused by name: a typing error asks for nothing else. */
let app: TestApp;
let admin: string;
let token: string;
let ids: Record<string, string>;
beforeAll(async () => {
  app = await sharedApp();
  admin = await adminToken(app);
  token = await apiToken(app, 'full-access');
  const { documentId, slug } = await createArticle(app);
  const comment = await approvedComment(app, documentId);
  const claim = await reportClaim(app, documentId);
  ids = { article: documentId, comment: comment.documentId, claim, slug };
});
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(() => app.stop());

interface Route {
  method: string;
  path: string;
}

/**
 * Feed readers and caches add parameters of their own; summaries are never written by themselves; a
 * batch is looked at by its media type first (`ingest-parallel.test.ts`).
 */
const LENIENT = /feed\.|sitemap|oembed|(POST|PUT|DELETE) \/summaries|\/posts\/batch/;

const routesOf = (kind: 'content-api' | 'admin'): string[] => {
  const byType = app.strapi.plugin('analysis').routes as Record<string, { routes: Route[] }>;
  return (byType[kind]?.routes ?? []).map(({ method, path }) => `${method} ${path}`);
};

const filled = (path: string): string =>
  path
    .replace(/:page\([^)]*\)/, '1')
    .replace(/:slug/, ids.slug as string)
    .replace(/:documentId/, () => {
      const [, kind = ''] = /\/(article|comment|claim)s?\/:/.exec(path) ?? [];
      return ids[kind] ?? (ids.article as string);
    })
    .replace(/:\w+/g, 'x');

test.each([
  ['content-api', '/api/analysis', () => token],
  ['admin', '/analysis', () => admin],
] as const)('every route of %s refuses one', async (kind, prefix, bearer) => {
  const lenient: unknown[] = [];
  const strict = routesOf(kind).filter((route) => kind === 'admin' || !LENIENT.test(route));
  expect(strict.length).toBeGreaterThan(25);
  for (const route of strict) {
    const [method = '', path = ''] = route.split(' ');
    const verb = method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete';
    const request = app
      .http()
      [verb](`${prefix}${filled(path)}?colour=red`)
      .set('Authorization', `Bearer ${bearer()}`);
    const { status, text = '' } = await (verb === 'get' ? request : request.send({ data: {} }));
    if (status !== 400 || !text.includes('colour'))
      lenient.push([route, status, text.slice(0, 90)]);
  }
  expect(lenient).toEqual([]);
});
