/** Content types in the shape of the plugin's, written by Strapi's own routes, to compare with. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const string = { type: 'string' };
const TYPES = {
  'bench-vote': {
    collectionName: 'bench_votes',
    attributes: {
      articleId: string,
      voterKey: string,
      value: { type: 'integer', required: true, min: 1, max: 5 },
      contentHash: string,
      model: string,
      promptVersion: string,
    },
  },
  'bench-remark': {
    collectionName: 'bench_remarks',
    attributes: {
      articleId: string,
      parentId: string,
      rootId: string,
      depth: { type: 'integer' },
      state: string,
      visible: { type: 'boolean' },
      content: { type: 'text', required: true, minLength: 2, maxLength: 5_000 },
      authorName: { type: 'string', required: true, maxLength: 80 },
      authorEmail: { type: 'email', required: true },
      authorUrl: string,
      language: string,
      contentHash: string,
    },
  },
};

const factory = (kind, uid) =>
  `const { factories } = require('@strapi/strapi');\nmodule.exports = factories.createCore${kind}('${uid}');\n`;

/** Copies the built application and adds the types to the copy. */
export function addCoreTypes(dist, copy) {
  cpSync(dist, copy, { recursive: true });
  for (const [name, { collectionName, attributes }] of Object.entries(TYPES)) {
    const folder = path.join(copy, 'src/api', name);
    const put = (file, text) => {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    };
    const uid = `api::${name}.${name}`;
    const info = { singularName: name, pluralName: `${name}s`, displayName: name };
    put(
      `content-types/${name}/schema.json`,
      JSON.stringify({
        kind: 'collectionType',
        collectionName,
        info,
        options: { draftAndPublish: false },
        attributes,
      })
    );
    put(`routes/${name}.js`, factory('Router', uid));
    put(`controllers/${name}.js`, factory('Controller', uid));
    put(`services/${name}.js`, factory('Service', uid));
  }
}

/** The same application without the plugin, to see what the plugin costs. */
export function withoutPlugin(dist, copy) {
  cpSync(dist, copy, { recursive: true });
  const originals = path.join(copy, 'original-config');
  mkdirSync(originals);
  const wrap = (file, change) => {
    const at = path.join(copy, 'config', file);
    cpSync(at, path.join(originals, file));
    writeFileSync(
      at,
      `const original = require('../original-config/${file}').default;\nexports.__esModule = true;\nexports.default = ${change};\n`
    );
  };
  wrap('plugins.js', '(context) => ({ ...original(context), analysis: { enabled: false } })');
  wrap(
    'middlewares.js',
    "original.filter((each) => each !== 'plugin::analysis.response-cache' && each !== 'global::reader')"
  );
}
