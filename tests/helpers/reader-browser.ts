import { sharedApp, type TestApp } from './app';
import { createArticle, createSummary } from './factories';

/** What the browser tests of the reader look at; filled in before the first test. */
export interface ReaderBrowser {
  app: TestApp;
  origin: string;
}

/** Starts Strapi for a file of tests; no test leaves an error in the log. */
export function readerBrowser(): ReaderBrowser {
  const at = {} as ReaderBrowser;
  beforeAll(async () => {
    at.app = await sharedApp();
    at.origin = await at.app.listen();
  });
  afterEach(() => expect(at.app.errors.splice(0)).toEqual([]));
  afterAll(() => at.app.stop());
  return at;
}

/** Makes a published post with a summary. */
export async function madePost({ app, origin }: ReaderBrowser) {
  const article = await createArticle(app);
  await createSummary(app, article.documentId);
  return { ...article, url: `${origin}/posts/${article.slug}` };
}

/** The latest row under an article in a table of what readers send. */
export async function newestIn(
  { app }: ReaderBrowser,
  table: 'analysis_comments' | 'analysis_claims',
  articleId: string
): Promise<string> {
  const row = await app.strapi.db
    .connection(table)
    .where({ article_id: articleId })
    .orderBy('id', 'desc')
    .first('document_id');
  return row.document_id;
}
