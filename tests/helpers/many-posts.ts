import { randomBytes } from 'node:crypto';
import type { TestApp } from './app';
import { createArticle, documents } from './factories';

type Row = Record<string, unknown>;

const id = (): string => randomBytes(12).toString('hex');

const WORDS =
  'above across harbour council turbine estuary figures argument report engineer against account answer area '.split(
    ' '
  );
const paragraph = (n: number): string =>
  Array.from({ length: 60 }, (_, at) => WORDS[(n * 7 + at * at) % (WORDS.length - 1)]).join(' ');

/** A body of some 5,000 characters: headings, emphasis, links, a list. */
const body = (n: number): string =>
  Array.from(
    { length: 11 },
    (_, at) =>
      `## Part ${at}\n\n**${paragraph(n + at)}** [source](https://example.com/${n}/${at})\n\n- one\n- two`
  ).join('\n\n');

/** A value that was read, as it is written: mysql2 parses JSON, and would write a list as many values. */
const storable = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !(value instanceof Date)
    ? JSON.stringify(value)
    : value;

/**
 * Published posts with summaries, topics and a discussion, written as rows: through the document
 * service a thousand take a quarter of a minute.
 */
export async function makeManyPosts(app: TestApp, count: number): Promise<{ slug: string }> {
  const knex = app.strapi.db.connection;
  const topics: { documentId: string }[] = [];
  for (let n = 0; n < 5; n += 1) {
    const data = { name: `Topic ${n}` } as never;
    topics.push(
      (await documents(app, 'plugin::analysis.topic').create({ data })) as { documentId: string }
    );
  }
  const { documentId, slug } = await createArticle(app, {
    body: body(0),
    topics: topics.map((topic) => topic.documentId),
    summaries: ['en', 'fr', 'de'].map((language) => ({ language, text: paragraph(1) })),
  });
  const of = async (table: string, column: string, value: unknown): Promise<Row[]> =>
    (await knex(table).where({ [column]: value })).map(({ id: _id, ...row }: Row) =>
      Object.fromEntries(Object.entries(row).map(([name, each]) => [name, storable(each)]))
    );
  const [article] = (await of('analysis_articles', 'document_id', documentId)).filter(
    (row) => row.published_at !== null
  ) as [Row];
  const summaries = (await of('analysis_summaries', 'article_id', documentId)).filter(
    (row) => row.edition === 'published'
  );
  const [stats] = (await of('analysis_stats', 'article_id', documentId)) as [Row | undefined];
  const topicIds = await knex('analysis_topics').pluck('id');

  const copies = Array.from({ length: count - 1 }, (_, n) => ({
    ...article,
    document_id: id(),
    slug: `post-${n}`,
    title: `Post ${n}: ${paragraph(n).slice(0, 60)}`,
    body: body(n),
    original_link: `https://news.example.com/many/${n}`,
    first_published_at: new Date(Date.UTC(2026, 0, 1) + n * 60_000),
  })) as (Row & { document_id: string })[];
  const client = app.strapi.db.dialect.client;
  const days = copies.map((row) =>
    client === 'sqlite' ? { ...row, first_published_at: Number(row.first_published_at) } : row
  );
  await knex.batchInsert('analysis_articles', days, 25);
  await knex.batchInsert(
    'analysis_summaries',
    copies.flatMap(({ document_id: articleId }, n) =>
      summaries.map((row) => ({
        ...row,
        document_id: id(),
        article_id: articleId,
        text: paragraph(n),
      }))
    ),
    60
  );
  if (stats !== undefined) {
    await knex.batchInsert(
      'analysis_stats',
      copies.map((row) => ({ ...stats, document_id: id(), article_id: row.document_id })),
      40
    );
  }
  const rows: { id: number; document_id: string }[] = await knex('analysis_articles')
    .whereNotNull('published_at')
    .whereNot({ document_id: documentId })
    .select('id', 'document_id');
  await knex.batchInsert(
    'analysis_articles_topics_lnk',
    rows.flatMap((row) =>
      topicIds.map((topic: number, at: number) => ({
        article_id: row.id,
        topic_id: topic,
        topic_ord: at + 1,
      }))
    ),
    100
  );
  await knex.batchInsert(
    'analysis_comments',
    [documentId, ...rows.slice(0, 100).map((row) => row.document_id)].flatMap(discussion),
    40
  );
  const { housekeeping, search } = app.strapi.plugin('analysis').services as unknown as {
    housekeeping: { recount(): Promise<unknown> };
    search: { reindex(): Promise<unknown> };
  };
  await housekeeping.recount();
  await search.reindex();
  return { slug };
}

/** Ten threads of five comments each. */
const discussion = (articleId: string): Row[] =>
  Array.from({ length: 10 }, (_, n) => {
    const root = id();
    return Array.from({ length: 5 }, (_each, r) => ({
      document_id: r === 0 ? root : id(),
      root_id: root,
      parent_id: r === 0 ? null : root,
      depth: r === 0 ? 0 : 1,
      article_id: articleId,
      state: 'approved',
      visible: true,
      author_name: 'Ana',
      content: paragraph(n + r),
      report_count: 0,
      reply_count: r === 0 ? 4 : 0,
      created_at: new Date(Date.UTC(2026, 0, 1, n, r)),
    }));
  }).flat();
