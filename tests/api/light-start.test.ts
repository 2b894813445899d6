import { execFileSync } from 'node:child_process';
import path from 'node:path';

const SERVER = path.resolve(__dirname, '../../plugins/analysis/dist/server/index.js');

/** What only some requests need: `common/packages.ts` and dynamic imports bring it then. */
const LATER = [
  ...['feed', 'franc-min', 'ioredis', 'linkify-it', 'markdown-it', 'postcss'],
  ...['rate-limiter-flexible', 'sanitize-html', 'sitemap', 'turndown'],
];

/** Loads the plugin as Strapi does, in a process of its own, and says what came with it. */
function load(): { modules: string[]; schemas: number } {
  const script = `
    require('@strapi/strapi');
    const before = new Set(Object.keys(require.cache));
    // zod gives every schema this property when it makes it.
    let schemas = 0;
    const { defineProperty } = Object;
    Object.defineProperty = (target, key, ...rest) => {
      if (key === '_zod') schemas += 1;
      return defineProperty(target, key, ...rest);
    };
    require(${JSON.stringify(SERVER)});
    const modules = Object.keys(require.cache).filter((file) => !before.has(file));
    process.stdout.write(JSON.stringify({ modules, schemas }));
    process.exit(0);`;
  const cwd = path.resolve(__dirname, '../..');
  return JSON.parse(execFileSync(process.execPath, ['-e', script], { cwd, encoding: 'utf8' }));
}

test('loading the plugin brings no package that a start does not need, and makes no schema', () => {
  const { modules, schemas } = load();
  const packages = modules.map((file) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1]);
  expect(modules.some((file) => file.startsWith(path.dirname(SERVER)))).toBe(true);
  expect(packages.filter((name) => name !== undefined && LATER.includes(name))).toEqual([]);
  // The entry, and what all rooms share: another file of the bundle is one that should come later.
  expect(modules.filter((file) => file.startsWith(path.dirname(SERVER))).length).toBe(2);
  expect(schemas).toBe(0);
});
