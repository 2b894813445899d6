import * as client from 'strapi-plugin-analysis/client';
import ts from 'typescript';
import { sharedApp, type TestApp } from '../helpers/app';
import { createArticle } from '../helpers/factories';
import { snippetsOf } from '../helpers/snippets';

const GUIDE = ['docs/frontends.md', 'OpenAPI and the typed client'] as const;
const SERVER = /http:\/\/localhost:1337/g;

let app: TestApp;
beforeAll(async () => {
  app = await sharedApp();
});
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(() => app.stop());

test('what the guide shows of the client runs, and says what it promises', async () => {
  const { documentId } = await createArticle(app, {
    title: 'Tidal power comes to the firth',
    slug: 'tidal-power-comes-to-the-firth',
  });
  const topics = app.strapi.documents('plugin::analysis.topic' as never);
  await topics.create({ data: { name: 'Energy' } as never });
  const { outputText } = ts.transpileModule(
    snippetsOf(...GUIDE)
      .replace(/^import .*;$/gm, '')
      .replace(SERVER, await app.listen()),
    { compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext } }
  );
  const said: unknown[][] = [];
  const run = new Function(
    ...['createAnalysisClient', 'AnalysisError', 'console'],
    `return (async () => {${outputText}})();`
  );
  await run(client.createAnalysisClient, client.AnalysisError, {
    log: (...words: unknown[]) => said.push(words),
  });
  expect(said).toEqual([
    ['Tidal power comes to the firth', 0],
    [true],
    // The comment waits for a moderator, so that the public pages are empty.
    [400, 'required'],
    [['Energy']],
  ]);
  const page = await client
    .createAnalysisClient({ baseUrl: `${await app.listen()}/api/analysis` })
    .comments.page(documentId);
  expect(page.meta.total).toBe(0);
});

test('the addresses that it names answer', async () => {
  const commands = snippetsOf(...GUIDE, 'bash')
    .trim()
    .split('\n');
  expect(commands.length).toBe(2);
  for (const command of commands) {
    const address = command.replace('curl ', '').replace(SERVER, '');
    await app.http().get(address).expect(200);
  }
});
