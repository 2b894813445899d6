import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sharedApp, type TestApp } from '../helpers/app';
import { contractOf } from '../harness/contract';
import { ROOT } from '../helpers/database';
import { setPublicPermission } from '../helpers/factories';

let app: TestApp;
beforeAll(async () => {
  app = await sharedApp();
});
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(() => app.stop());

interface Route {
  method: string;
  path: string;
}
type Paths = Record<string, Record<string, { operationId: string }>>;

const read = async () => (await app.http().get('/api/analysis/openapi.json').expect(200)).body;

test('the document is valid OpenAPI 3.1', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'analysis-openapi-'));
  const file = path.join(folder, 'openapi.json');
  writeFileSync(file, JSON.stringify(await read()));
  // The validator is ESM only, which jest does not load.
  const command = 'node_modules/@seriousme/openapi-schema-validator/bin/validate-api-cli.js';
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, file], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true });
  expect([status, stderr, stdout]).toEqual([0, '', expect.stringContaining('"valid": true')]);
});

test('every public route is in the document, and nothing else is', async () => {
  const { paths } = (await read()) as { paths: Paths };
  const documented = Object.entries(paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`)
  );
  const byType = app.strapi.plugin('analysis').routes as Record<string, { routes: Route[] }>;
  const routes = byType['content-api']?.routes ?? [];
  const served = routes.map(
    ({ method, path }) => `${method} ${path.replace(/:(\w+)(\([^)]*\))?/g, '{$1}')}`
  );
  expect(documented.sort()).toEqual([...served].sort());
  expect(new Set(documented).size).toBe(documented.length);
});

test('each operation has a name of its own', async () => {
  const { paths } = (await read()) as { paths: Paths };
  const names = Object.values(paths).flatMap((item) =>
    Object.values(item).map(({ operationId }) => operationId)
  );
  expect(new Set(names).size).toBe(names.length);
});

test('both may be kept and asked for again, and hold nothing of one person', async () => {
  for (const path of ['/api/analysis/openapi.json', '/api/analysis/docs']) {
    const first = await app.http().get(path).expect(200);
    expect(first.headers['cache-control']).toMatch(/^public, max-age=60/);
    expect(first.headers['set-cookie']).toBeUndefined();
    const again = await app
      .http()
      .get(path)
      .set('If-None-Match', first.headers.etag as string);
    expect([again.status, again.text]).toEqual([304, '']);
    await app.http().get(`${path}?deep=1`).expect(400);
  }
});

test('the page names every operation and schema, and runs no script', async () => {
  const { paths, components } = await read();
  const { text, headers } = await app.http().get('/api/analysis/docs').expect(200);
  expect(headers['content-type']).toBe('text/html; charset=utf-8');
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
  expect(text).not.toMatch(/<script|javascript:|https?:\/\//i);
  const targets = new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  for (const { operationId } of Object.values(paths as Paths).flatMap((item) =>
    Object.values(item)
  )) {
    expect(targets).toContain(`op-${operationId}`);
  }
  for (const name of Object.keys(components.schemas)) expect(targets).toContain(`schema-${name}`);
  const links = [...text.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id as string);
  expect(links.filter((id) => !targets.has(id))).toEqual([]);
  // The policy of other pages is as it was.
  const other = await app.http().get('/api/analysis/openapi.json');
  expect(other.headers['content-security-policy']).toContain("script-src 'self'");
});

test('what an administrator revokes is closed', async () => {
  for (const [action, path] of [
    ['plugin::analysis.openapi.find', '/api/analysis/openapi.json'],
    ['plugin::analysis.docs.find', '/api/analysis/docs'],
  ] as const) {
    await setPublicPermission(app, action, false);
    await app.http().get(path).expect(403);
    await setPublicPermission(app, action, true);
    await app.http().get(path).expect(200);
  }
});

test('nothing private is named in it', async () => {
  const text = JSON.stringify(await read());
  for (const name of [
    'ipHash',
    'userAgent',
    'voterKey',
    'authorKey',
    'editTokenHash',
    'reviewedHash',
  ]) {
    expect(text).not.toContain(name);
  }
});

describe('answers are held against it', () => {
  const rated = (rating: object) => {
    const service = app.strapi.plugin('analysis').service('ratings');
    const { view } = service;
    service.view = async () => rating;
    return () => {
      service.view = view;
    };
  };
  const whole = {
    total: 0,
    average: 0,
    histogram: { '1': 0, '2': 0, '3': 0, '4': 0, '5': 0 },
    score: 3,
    mine: null,
  };

  test.each([
    ['as it should be', whole, []],
    ['with a field too many', { ...whole, voterKey: 'x' }, ['must NOT have additional properties']],
    ['without one', { ...whole, score: undefined }, ["must have required property 'score'"]],
    ['of another type', { ...whole, total: '0' }, ['data/data/total must be integer']],
  ])('one %s', async (_what, rating, problems) => {
    const restore = rated(rating);
    await app.http().get('/api/analysis/articles/any/rating').expect(200);
    restore();
    expect(app.undocumented.splice(0)).toEqual(
      problems.map((problem) => expect.stringContaining(problem))
    );
  });

  test.each([
    ['a status that it has not', { status: 418 }, 'the status 418 is not in the document'],
    ['a route that it has not', { url: '/api/analysis/nowhere' }, 'but is not in the document'],
    ['a method that it has not', { method: 'PATCH' }, 'but is not in the document'],
    ['another media type', { type: 'text/html' }, 'has the type "text/html"'],
    ['a parameter that it has not', { url: '/api/analysis/comment-token?a=1' }, 'took a,'],
    ['nothing that is wrong', {}, null],
    ['an unknown address that is refused', { url: '/api/analysis/nowhere', status: 404 }, null],
  ])('%s', async (_what, change, problem) => {
    const answered = {
      method: 'GET',
      url: '/api/analysis/comment-token',
      status: 200,
      type: 'application/json; charset=utf-8',
      body: JSON.stringify({ data: { token: 'x' }, meta: {} }),
      ...change,
    };
    const found = contractOf(await read())(answered);
    expect(found).toEqual(problem === null ? null : expect.stringContaining(problem));
  });
});
