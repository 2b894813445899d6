import { createHash } from 'node:crypto';
import { startApp, type OwnApp } from '../helpers/app';
import { ARTICLE, createArticle, documents, SUMMARY } from '../helpers/factories';
import { hasLinks, makeFormer } from '../helpers/former-summaries';

let app: OwnApp;
let publicOne: string;
let draftOnly: string;
let other: string;
let signed: string;
let reopened: string;

const text = (mark: string) => `${mark}: le conseil a débattu du plan du port, et rien n’est dit.`;
const articles = () => documents(app, ARTICLE);

interface Edition {
  summaries: { language: string | null; text: string }[] | null;
  disclosure: string;
  contentHash: string;
}
const read = (documentId: string, status: 'draft' | 'published') =>
  articles().findOne({ documentId, status }) as unknown as Promise<Edition | null>;
const carried = async (documentId: string, status: 'draft' | 'published') =>
  (await read(documentId, status))?.summaries?.map((each) => `${each.language} ${each.text}`) ??
  null;
const rowsOf = async (articleId: string) =>
  (await app.strapi.db.query(SUMMARY).findMany({ where: { articleId } }))
    .map((row: Record<string, string>) => `${row.edition} ${row.language} ${row.text}`)
    .sort();

/** The former hash was over title, language and body. */
async function signAsBefore(): Promise<void> {
  const knex = app.strapi.db.connection;
  const rows = await knex('analysis_articles').whereIn('document_id', [signed, reopened]);
  for (const row of rows) {
    const hash = createHash('sha256')
      .update(JSON.stringify([row.title, row.language, row.body]))
      .digest('hex');
    const isSigned = row.document_id === signed;
    await knex('analysis_articles')
      .where({ id: row.id })
      .update({
        content_hash: hash,
        reviewed_hash: isSigned ? hash : 'of another text',
        disclosure: isSigned ? 'generated-reviewed' : 'generated',
      });
  }
}

const types = () => app.strapi.plugin('content-manager').service('content-types');

/** An edit form as an editor of the former version left it. */
async function storeForm(): Promise<void> {
  const { settings, layouts, metadatas } = await types().findConfiguration({ uid: ARTICLE });
  const edit = [
    [{ name: 'title', size: 12 }],
    [{ name: 'body', size: 12 }],
    [
      { name: 'summaries', size: 6 },
      { name: 'topics', size: 6 },
    ],
  ];
  const { language } = metadatas;
  await types().updateConfiguration(
    { uid: ARTICLE },
    {
      settings,
      layouts: { ...layouts, edit },
      metadatas: {
        ...metadatas,
        language: { ...language, edit: { ...language.edit, placeholder: 'en' } },
      },
    }
  );
}

/** Brings the database to where the former version left it, and upgrades: each start takes seconds. */
beforeAll(async () => {
  app = await startApp();
  const made = async (overrides?: Parameters<typeof createArticle>[1]) =>
    (await createArticle(app, overrides)).documentId;
  publicOne = await made();
  draftOnly = await made({ published: false });
  other = await made();
  const sign = { reviewer: 'Ada', editorialResponsibility: true };
  signed = await made(sign);
  reopened = await made(sign);
  await makeFormer(app, [
    {
      ...{ article: publicOne, language: 'fr', text: text('public') },
      editions: ['draft', 'published'],
    },
    { article: publicOne, language: 'de', text: text('draft of it'), editions: ['draft'] },
    // Picked in another article's form: readers went on seeing it here.
    {
      ...{ article: publicOne, linked: other, language: 'es', text: text('picked') },
      editions: ['draft', 'published'],
    },
    // Made inside an article's form, it has no `article_id`.
    { article: null, linked: draftOnly, language: 'it', text: text('linked'), editions: ['draft'] },
    // Published before its article ever was.
    {
      ...{ article: draftOnly, language: 'pt', text: text('too early') },
      editions: ['draft', 'published'],
    },
    // The other article has one in that language already.
    {
      ...{ article: other, language: 'fr', text: text('first') },
      editions: ['draft', 'published'],
    },
    {
      ...{ article: null, linked: other, language: 'fr', text: text('second') },
      editions: ['draft', 'published'],
    },
    { article: null, language: 'nl', text: text('nobody’s'), editions: ['draft', 'published'] },
    {
      ...{ article: signed, language: 'fr', text: text('signed') },
      editions: ['draft', 'published'],
    },
    {
      ...{ article: reopened, language: 'fr', text: text('reopened') },
      editions: ['draft', 'published'],
    },
  ]);
  await signAsBefore();
  await storeForm();
  await app.restart();
});
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(() => app.stop());

async function expectEveryText(): Promise<void> {
  expect(await hasLinks(app)).toBe(false);
  expect(await carried(publicOne, 'draft')).toEqual([
    `fr ${text('public')}`,
    `de ${text('draft of it')}`,
    `es ${text('picked')}`,
  ]);
  expect(await carried(publicOne, 'published')).toEqual([
    `fr ${text('public')}`,
    `es ${text('picked')}`,
  ]);
  expect(await carried(draftOnly, 'draft')).toEqual([
    `it ${text('linked')}`,
    `pt ${text('too early')}`,
  ]);
  expect(await rowsOf(draftOnly)).toEqual([
    `draft it ${text('linked')}`,
    `draft pt ${text('too early')}`,
  ]);
  expect(await carried(other, 'draft')).toEqual([`fr ${text('first')}`, `null ${text('second')}`]);
  expect(await carried(other, 'published')).toEqual([`fr ${text('first')}`]);
  const orphans = await app.strapi.db.query(SUMMARY).findMany({ where: { language: 'nl' } });
  expect(orphans).toMatchObject([{ edition: 'draft', text: text('nobody’s') }]);
}

test('an installation of the former version keeps every text, whichever way it hung', async () => {
  await expectEveryText();
  const { body } = await app.http().get('/api/analysis/summaries?sort=text').expect(200);
  expect(body.data.map((each: { text: string }) => each.text)).toEqual(
    ['first', 'picked', 'public', 'reopened', 'signed'].map(text)
  );
});

test('a signed text stays signed, one that was changed since does not become it', async () => {
  for (const status of ['draft', 'published'] as const) {
    expect(await read(signed, status)).toMatchObject({ disclosure: 'generated-reviewed' });
    expect(await read(reopened, status)).toMatchObject({ disclosure: 'generated' });
  }
  await articles().publish({ documentId: signed });
  expect(await read(signed, 'published')).toMatchObject({ disclosure: 'generated-reviewed' });
  const changed = (await articles().update({
    documentId: signed,
    data: { summaries: [{ language: 'fr', text: text('changed') }] } as never,
  })) as unknown as Edition;
  expect(changed.disclosure).toBe('generated');
});

test('an edit form that the former version stored gets the summaries under the text', async () => {
  const after = await types().findConfiguration({ uid: ARTICLE });
  expect(after.layouts.edit).toEqual([
    [{ name: 'title', size: 12 }],
    [{ name: 'body', size: 12 }],
    [{ name: 'summaries', size: 12 }],
    [{ name: 'topics', size: 6 }],
  ]);
  expect(after.metadatas.language.edit.placeholder).toBe('');
});

test('the start after the upgrade changes nothing', async () => {
  await app.restart();
  await expectEveryText();
  // What is brought over can be published: nothing but the second "fr" is at fault.
  await articles().publish({ documentId: publicOne });
  expect(await carried(publicOne, 'published')).toHaveLength(3);
  await expect(articles().publish({ documentId: other })).rejects.toMatchObject({
    details: { errors: [{ path: ['summaries', 1, 'language'], code: 'required' }] },
  });
});
