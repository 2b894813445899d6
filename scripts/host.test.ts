import { readFileSync } from 'node:fs';
import path from 'node:path';
import { compileFunction } from 'node:vm';
import { env } from '@strapi/utils';
import ts from 'typescript';
import * as host from '../plugins/analysis/host';
import { config } from '../plugins/analysis/server/src/config';
import { snippetsOf } from '../tests/helpers/snippets';

const SECTION = snippetsOf('docs/operators.md', 'In an application of your own');

/** Runs one file that docs/operators.md shows, with what the plugin exports; its default export. */
function shown(file: string): (...args: unknown[]) => unknown {
  const [, after = ''] = SECTION.split(`// ${file}\n`);
  const [code = ''] = after.split(/^\/\/ (?:config|src)\//m);
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
  const { outputText } = ts.transpileModule(code, { compilerOptions });
  const exported: { default?: (...args: unknown[]) => unknown } = {};
  const run = compileFunction(outputText, ['exports', 'require']) as (...args: unknown[]) => void;
  run(exported, (name: string) => {
    if (name !== 'strapi-plugin-analysis/server') throw new Error(`${file} imports ${name}`);
    return host;
  });
  if (exported.default === undefined) throw new Error(`docs/operators.md does not show ${file}`);
  return exported.default;
}

/** The imports of all snippets. */
const imported = (): string[] =>
  [...SECTION.matchAll(/import \{ (.+) \} from/g)].flatMap(([, names = '']) => names.split(', '));

test('the middlewares begin with the cache, and have the own one where it belongs', () => {
  const list = shown('config/middlewares.ts')({ env }) as unknown[];
  expect(list[0]).toBe('plugin::analysis.response-cache');
  expect(list[list.indexOf('strapi::favicon') - 1]).toBe('global::site');
});

test('the settings are taken by the plugin, and are seen in it', () => {
  const { analysis, graphql } = shown('config/plugins.ts')({ env }) as {
    analysis: { config: { delivery: { cache: { pages: { path: string }[] } } } };
    graphql: { config: { apolloServer: { bodyParserConfig: object } } };
  };
  const settings = { ...config.default(), ...analysis.config };
  expect(() => config.validator(settings)).not.toThrow();
  expect(settings.delivery.cache.pages).toEqual([{ path: '/news/:slug' }]);
  expect(graphql.config.apolloServer.bodyParserConfig).toMatchObject({ onerror: host.refuseBody });
});

test('the preview has its handler', () => {
  expect(shown('config/admin.ts')({ env })).toMatchObject({
    preview: { enabled: true, config: { handler: host.previewHandler } },
  });
});

test('the table names all that is exported, and the snippets nothing else', () => {
  const values = Object.keys(host);
  expect(imported().filter((name) => !values.includes(name))).toEqual([]);
  const guide = readFileSync(path.join(__dirname, '../docs/operators.md'), 'utf8');
  const named = new Set(guide.match(/`\w+/g)?.map((it) => it.slice(1)));
  expect(values.filter((name) => !named.has(name))).toEqual([]);
});

test('the page of a site sends a post with its tag, and leaves other addresses alone', async () => {
  const sent: unknown[] = [];
  const services: Record<string, object> = {
    posts: {
      read: (slug: string) =>
        Promise.resolve({
          kind: 'post',
          post: { article: { documentId: `id-of-${slug}`, title: '<b>', bodyHtml: '<p>Text</p>' } },
        }),
    },
    postCache: { send: (_ctx: unknown, response: unknown) => sent.push(response) },
  };
  const strapi = { plugin: () => ({ service: (name: string) => services[name] }) };
  const middleware = shown('src/middlewares/site.ts')({}, { strapi }) as (
    ctx: object,
    next: () => string
  ) => Promise<unknown>;
  expect(await middleware({ path: '/admin' }, () => 'next')).toBe('next');
  await middleware({ path: '/news/tidal-power' }, () => 'next');
  expect(sent).toEqual([
    expect.objectContaining({
      body: expect.stringContaining('&lt;b>') as unknown,
      tags: [host.articleTag('id-of-tidal-power')],
    }),
  ]);
});
