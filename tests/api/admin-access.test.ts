import { sharedApp, type TestApp } from '../helpers/app';
import { adminToken, ARTICLE, type AdminPermission } from '../helpers/factories';

interface AdminRoute {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  config?: { policies?: (string | { name: string; config: { actions: string[] } })[] };
}

let app: TestApp;
let routes: AdminRoute[];
let actions: string[];
beforeAll(async () => {
  app = await sharedApp();
  const plugin = app.strapi.plugin('analysis') as unknown as {
    routes: { admin: { routes: AdminRoute[] } };
  };
  ({ routes } = plugin.routes.admin);
  const provider = app.strapi.service('admin::permission').actionProvider;
  actions = (provider.values() as { actionId: string; pluginName?: string }[])
    .filter(({ pluginName }) => pluginName === 'analysis')
    .map(({ actionId }) => actionId);
});
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(() => app.stop());

const nameOf = ({ method, path }: AdminRoute) => `${method} ${path}`;

/**
 * Routes whose controller asks, since one of several permissions is enough: the plugin's own is
 * tried here, an editor's right to the article in `discussion.test.ts`.
 */
const ASKED_BY_CONTROLLER: Record<string, string[]> = {
  '/articles/:documentId/discussion': ['plugin::analysis.moderate'],
};

const inContentManager = (verb: string): AdminPermission => ({
  action: `plugin::content-manager.explorer.${verb}`,
  subject: ARTICLE,
});

/**
 * Routes for who may write articles in the content manager, asked by its own permissions and their
 * conditions: `ingest-paste.test.ts` and `publish-articles.test.ts` try them article by article.
 */
const FOR_EDITORS: Record<string, AdminPermission> = {
  '/posts/preview': inContentManager('create'),
  '/posts': inContentManager('create'),
  '/articles/publish': inContentManager('publish'),
};
const isForEditors = ({ path }: AdminRoute): boolean => path in FOR_EDITORS;

/** The permissions that a route asks for. */
const neededBy = (route: AdminRoute): string[] =>
  ASKED_BY_CONTROLLER[route.path] ??
  (route.config?.policies ?? []).flatMap((policy) =>
    typeof policy !== 'string' && policy.name === 'admin::hasPermissions'
      ? policy.config.actions
      : []
  );

/** Administrators by what they may do, each made once. */
const tokens = new Map<string, Promise<string>>();
const holding = (held: string[]): Promise<string> => {
  const key = [...held].sort().join();
  const token =
    tokens.get(key) ??
    adminToken(
      app,
      held.map((action) => ({ action }))
    );
  tokens.set(key, token);
  return token;
};

/** What a route answers to somebody who asks for nothing in particular. */
async function statusOf({ method, path }: AdminRoute, token: string | null): Promise<number> {
  const address = `/analysis${path.replace(/:\w+/g, 'nosuch')}`;
  const verb = method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete';
  const request = app.http()[verb](address);
  if (token !== null) void request.set('Authorization', `Bearer ${token}`);
  return (await (method === 'GET' ? request : request.send({}))).status;
}

/** The routes that do not answer as expected, with what they answer. */
async function otherThan(
  expected: number,
  ask: (route: AdminRoute) => Promise<number>
): Promise<[string, number][]> {
  const wrong: [string, number][] = [];
  for (const route of routes) {
    const status = await ask(route);
    if (status !== expected) wrong.push([nameOf(route), status]);
  }
  return wrong;
}

test('every admin route that the server listens on is among those that are tried, and asks for a permission', () => {
  const listened = app.strapi.server
    .listRoutes()
    .filter(({ path }) => path === '/analysis' || path.startsWith('/analysis/'))
    .map(
      ({ methods, path }) => `${methods.filter((each: string) => each !== 'HEAD').join()} ${path}`
    );
  expect(routes.length).toBeGreaterThan(10);
  expect(listened.sort()).toEqual(
    routes.map(({ method, path }) => `${method} /analysis${path}`).sort()
  );
  for (const route of routes) {
    expect([nameOf(route), route.config?.policies]).toEqual([
      nameOf(route),
      expect.arrayContaining(['admin::isAuthenticatedAdmin']),
    ]);
    if (isForEditors(route)) continue;
    expect([nameOf(route), neededBy(route)]).not.toEqual([nameOf(route), []]);
    expect(actions).toEqual(expect.arrayContaining(neededBy(route)));
  }
});

test.each([
  ['the queue', /^GET \/moderation\/(queue|counts|summary|comments)/, 'moderation.read'],
  ['a decision', /^(PUT|POST) .*(\/status|\/bulk|\/undo|\/replies|\/reports)$/, 'moderate'],
  ['a ban', / \/moderation\/bans/, 'moderation.ban'],
  ['the rules of triage', / \/triage\//, 'moderation.settings'],
  ['personal data', / \/privacy\//, 'moderation.personal-data'],
  ['erasing it', / \/privacy\/erase$/, 'moderate'],
])('%s takes the permission that is meant for it', (_what, meant, permission) => {
  const asked = routes.filter((route) => meant.test(nameOf(route)));
  expect(asked).not.toEqual([]);
  for (const route of asked) {
    expect([nameOf(route), ...neededBy(route)]).toContain(`plugin::analysis.${permission}`);
  }
});

test('no one is let in', async () => {
  expect(await otherThan(401, (route) => statusOf(route, null))).toEqual([]);
  expect(await otherThan(401, (route) => statusOf(route, 'nonsense'))).toEqual([]);
});

test('an Author is refused by all but what is for those who write articles', async () => {
  const author = await adminToken(app, { role: 'strapi-author' });
  const wrong = await otherThan(403, (route) => statusOf(route, author));
  const open = routes.filter(isForEditors).map(nameOf);
  expect(wrong.filter(([name]) => !open.includes(name))).toEqual([]);
});

test('a Moderator with all of the plugin’s permissions is refused by what is for editors', async () => {
  const token = await holding(actions);
  for (const route of routes.filter(isForEditors)) {
    expect([nameOf(route), await statusOf(route, token)]).toEqual([nameOf(route), 403]);
  }
});

test('a Moderator without one of a route’s permissions is refused, with every other one in hand', async () => {
  for (const lacking of actions) {
    const token = await holding(actions.filter((action) => action !== lacking));
    for (const route of routes.filter((each) => neededBy(each).includes(lacking))) {
      // What the other permission, to read, is enough for as well.
      if (nameOf(route) === 'GET /articles/:documentId/discussion') continue;
      const status = await statusOf(route, token);
      expect([nameOf(route), lacking, status]).toEqual([nameOf(route), lacking, 403]);
    }
  }
});

test('the permissions of a route suffice for it', async () => {
  const shut: [string, number][] = [];
  for (const route of routes) {
    const forEditors = FOR_EDITORS[route.path];
    const token = forEditors ? await adminToken(app, [forEditors]) : await holding(neededBy(route));
    const status = await statusOf(route, token);
    if (status === 401 || status === 403 || status >= 500) shut.push([nameOf(route), status]);
  }
  expect(shut).toEqual([]);
});
