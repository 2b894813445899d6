import { startApp, type TestApp } from '../helpers/app';
import { databaseClient } from '../helpers/database';
import { adminToken, setPublicPermission } from '../helpers/factories';
import { WEBHOOK_EVENTS } from '../../plugins/analysis/shared/vocabulary';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const TYPES = [
  'article',
  'summary',
  'topic',
  'rating',
  'comment',
  'report',
  'stats',
  'source',
  'slug',
  'claim',
  'claim-event',
] as const;

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
  for (const type of TYPES) {
    expect(app.strapi.contentType(`plugin::analysis.${type}` as never)).toBeDefined();
  }
});

test('every index that a schema declares is there in the database', async () => {
  const declared = TYPES.flatMap((type) => {
    const { indexes = [] } = app.strapi.contentType(
      `plugin::analysis.${type}` as never
    ) as unknown as { indexes?: { name: string }[] };
    return indexes.map(({ name }) => name);
  });
  expect(declared.length).toBeGreaterThanOrEqual(23);
  expect(await indexNames()).toEqual(expect.arrayContaining(declared));
});

test('readers get their permissions once, and what an administrator revokes stays revoked', async () => {
  await app.http().get('/api/analysis/articles').expect(200);
  await setPublicPermission(app, 'plugin::analysis.article.find', false);
  await app.http().get('/api/analysis/articles').expect(403);
  await app.restart();
  await app.http().get('/api/analysis/articles').expect(403);
  await app.http().get('/api/analysis/topics').expect(200);
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
