import { startApp, type OwnApp } from '../helpers/app';
import { databaseClient } from '../helpers/database';
import { adminToken, setPublicPermission } from '../helpers/factories';
import { WEBHOOK_EVENTS } from '../../plugins/analysis/shared/vocabulary';

let app: OwnApp;
beforeAll(async () => {
  app = await startApp({ firstStart: true });
});
afterAll(() => app.stop());

const uids = (...names: string[]) => names.map((name) => `plugin::analysis.${name}`);

/** What administrators may see in the content manager. */
const VISIBLE = uids('article', 'summary', 'topic', 'rating', 'comment');

/** Tables that only services read and write. */
const INTERNAL = [
  ...uids('report', 'event', 'ban', 'address', 'notice', 'claim', 'claim-event'),
  ...uids('job', 'stats', 'source', 'slug', 'search'),
];
const TYPES = [...VISIBLE, ...INTERNAL];

const contentType = (uid: string) =>
  app.strapi.contentType(uid as never) as unknown as {
    collectionName: string;
    attributes: Record<string, { type: string }>;
    indexes?: { name: string }[];
  };

async function indexNames(): Promise<string[]> {
  const knex = app.strapi.db.connection;
  const statement = {
    sqlite: "select name from sqlite_master where type = 'index'",
    postgres: "select indexname as name from pg_indexes where schemaname = 'public'",
    mysql:
      'select distinct index_name as name from information_schema.statistics where table_schema = database()',
  }[databaseClient()];
  const answer = await knex.raw(statement);
  const rows: { name: string }[] =
    databaseClient() === 'sqlite'
      ? answer
      : databaseClient() === 'postgres'
        ? answer.rows
        : answer[0];
  return rows.map(({ name }) => name);
}

test('the plugin is loaded, not silently skipped for a missing file', () => {
  expect(app.strapi.plugin('analysis')).toBeDefined();
  for (const uid of TYPES) expect(contentType(uid)).toBeDefined();
});

test('every index that a schema declares is there in the database', async () => {
  const declared = TYPES.flatMap((uid) => (contentType(uid).indexes ?? []).map(({ name }) => name));
  expect(declared.length).toBeGreaterThanOrEqual(46);
  expect(await indexNames()).toEqual(expect.arrayContaining(declared));
});

test.each(INTERNAL)('%s has a column for each attribute', async (uid) => {
  const { attributes, collectionName } = contentType(uid);
  const model = app.strapi.db.metadata.get(uid).attributes as Record<
    string,
    { columnName: string }
  >;
  const columns = Object.entries(attributes)
    .filter(([, { type }]) => type !== 'relation')
    .map(([name]) => model[name]?.columnName);
  expect(new Set(columns).size).toBe(columns.length);
  const table = await app.strapi.db.connection(collectionName).columnInfo();
  expect(Object.keys(table)).toEqual(expect.arrayContaining(columns));
});

test('the super administrator is given nothing that no administrator sees', async () => {
  const knex = app.strapi.db.connection;
  const subjects = await knex('admin_permissions')
    .where('subject', 'like', 'plugin::analysis.%')
    .distinct()
    .pluck('subject');
  expect(subjects.sort()).toEqual([...VISIBLE].sort());
});

test.each(INTERNAL)('%s is read by nobody in the content manager', async (uid) => {
  const token = await adminToken(app);
  await app
    .http()
    .get(`/content-manager/collection-types/${uid}`)
    .set('Authorization', `Bearer ${token}`)
    .expect(403);
});

test('a webhook may be told of every event of the plugin, and of no other', async () => {
  const token = await adminToken(app);
  const make = (events: readonly string[]) =>
    app
      .http()
      .post('/admin/webhooks')
      .set('Authorization', `Bearer ${token}`)
      .send({ name: 'Site', url: 'https://site.example.com/hook', headers: {}, events });
  const { body } = await make([...WEBHOOK_EVENTS, 'entry.create']).expect(201);
  expect(body.data.events).toEqual([...WEBHOOK_EVENTS, 'entry.create']);
  await make(['analysis.comment.imagined']).expect(400);
});

const ARTICLE = 'plugin::analysis.article';
const types = () => app.strapi.plugin('content-manager').service('content-types');
const hints = async () => {
  const { metadatas } = await types().findConfiguration({ uid: ARTICLE });
  return {
    slug: metadatas.slug.edit.description,
    readOnly: metadatas.disclosure.edit.editable === false,
    topics: metadatas.topics.edit.mainField,
  };
};
const HINTS = { slug: expect.stringContaining('title'), readOnly: true, topics: 'name' };

test('the forms have their hints', async () => {
  expect(await hints()).toEqual(HINTS);
});

test('readers get their permissions', async () => {
  await app.http().get('/api/analysis/articles').expect(200);
});

describe('what was changed before a restart', () => {
  beforeAll(async () => {
    await setPublicPermission(app, `${ARTICLE}.find`, false);
    const { metadatas, ...rest } = await types().findConfiguration({ uid: ARTICLE });
    const slug = { ...metadatas.slug, edit: { ...metadatas.slug.edit, description: 'Our own.' } };
    await types().updateConfiguration(
      { uid: ARTICLE },
      { ...rest, metadatas: { ...metadatas, slug } }
    );
    await app.http().get('/api/analysis/articles').expect(403);
    await app.restart();
  });

  test('what an administrator revoked of readers stays revoked', async () => {
    await app.http().get('/api/analysis/articles').expect(403);
    await app.http().get('/api/analysis/topics').expect(200);
  });

  test('what an editor made of a hint stays', async () => {
    expect(await hints()).toEqual({ ...HINTS, slug: 'Our own.' });
  });
});
