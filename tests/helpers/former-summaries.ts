import { randomBytes } from 'node:crypto';
import type { TestApp } from './app';

const LINKS = 'analysis_summaries_article_lnk';
const SUMMARIES = 'analysis_summaries';
const ARTICLES = 'analysis_articles';
const id = () => randomBytes(12).toString('hex');

/** A summary as the version before this one kept it: a document with a relation to an article. */
export interface FormerSummary {
  /** The article that `article_id` names, which is what readers went by; null for none. */
  article: string | null;
  /** The article that the relation's table names, which is what the admin showed. */
  linked?: string;
  language: string | null;
  text: string;
  editions: ('draft' | 'published')[];
}

/** Strapi's notes of what it has done once, and of its schema, as the former version left them. */
const ONCE = ['plugin_analysis_article-summaries', 'plugin_analysis_article-form'];

/**
 * Brings the database to where the former version left it: articles carry nothing, summaries are
 * rows that a table links to articles' rows. `app.restart()` is then the upgrade.
 */
export async function makeFormer(app: TestApp, summaries: FormerSummary[]): Promise<void> {
  const knex = app.strapi.db.connection;
  const { schema } = knex;
  await knex(SUMMARIES).delete();
  await knex(ARTICLES).update({ summaries: null });
  await knex('strapi_core_store_settings').whereIn('key', ONCE).delete();
  if (!(await schema.hasTable(LINKS))) {
    await schema.createTable(LINKS, (table) => {
      table.increments('id');
      table.integer('summary_id').unsigned();
      table.integer('article_id').unsigned();
      table.double('summary_ord');
    });
    await track(app);
  }
  const now = new Date();
  for (const { article, linked, language, text, editions } of summaries) {
    const documentId = id();
    for (const edition of editions) {
      await knex(SUMMARIES).insert({
        ...{ document_id: documentId, article_id: article, edition, language, text },
        ...{ created_at: now, updated_at: now, published_at: edition === 'draft' ? null : now },
      });
      const row = await knex(SUMMARIES).where({ document_id: documentId, edition }).first('id');
      const rowOf = (documentIdOf: string) =>
        knex(ARTICLES)
          .where({ document_id: documentIdOf })
          .modify((query) => {
            if (edition === 'draft') void query.whereNull('published_at');
            else void query.whereNotNull('published_at');
          })
          .first('id');
      const target = linked ?? article;
      const at = target === null ? undefined : await rowOf(target);
      if (at) await knex(LINKS).insert({ summary_id: row.id, article_id: at.id, summary_ord: 1 });
    }
  }
}

/** Lets Strapi believe that the relation's table is its own, so that it drops it at the next start. */
async function track(app: TestApp): Promise<void> {
  const knex = app.strapi.db.connection;
  const stored = await knex('strapi_database_schema').orderBy('id', 'desc').first('id', 'schema');
  const parsed = (
    typeof stored.schema === 'string' ? JSON.parse(stored.schema) : stored.schema
  ) as { tables: { name: string; columns: object[]; indexes: []; foreignKeys: [] }[] };
  const column = (name: string, type: string) => ({
    ...{ name, type, args: [], defaultTo: null, notNullable: false, unsigned: type === 'integer' },
  });
  parsed.tables.push({
    name: LINKS,
    columns: [
      column('id', 'increments'),
      column('summary_id', 'integer'),
      column('article_id', 'integer'),
      column('summary_ord', 'double'),
    ],
    indexes: [],
    foreignKeys: [],
  });
  await knex('strapi_database_schema')
    .where({ id: stored.id })
    .update({ schema: JSON.stringify(parsed), hash: 'former' });
}

/** Whether the relation's table is still there. */
export const hasLinks = (app: TestApp): Promise<boolean> =>
  app.strapi.db.connection.schema.hasTable(LINKS);
