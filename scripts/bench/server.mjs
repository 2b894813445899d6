/**
 * A Strapi of the bench's own, as a child process: started by fork with a JSON argument, it listens
 * on loopback and does what its parent's messages say. See `Server` in `servers.mjs`.
 */
import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ROOT } from '../lib/build.mjs';

const { distDir } = JSON.parse(process.argv[2]);
const require = createRequire(path.join(ROOT, 'package.json'));
process.chdir(ROOT);

const { createStrapi } = require('@strapi/strapi');
const strapi = createStrapi({ appDir: ROOT, distDir, serveAdminPanel: false, autoReload: false });
for (const transport of strapi.log.transports) transport.silent = true;
await strapi.load();
// All requests come from one network.
for (const [bound, value] of [
  ['ratings.votesPerNetwork', 0],
  ['comments.perNetwork', { minute: 0, hour: 0 }],
]) {
  strapi.config.set(`plugin::analysis.${bound}`, value);
}
strapi.server.mount();
await new Promise((resolve) => strapi.server.httpServer.listen(0, '127.0.0.1', resolve));

const UNANSWERED_MS = 500;
const id = () => randomBytes(12).toString('hex');
const analysis = (name) => strapi.plugin('analysis').service(name);
const knex = strapi.db.connection;

async function grant(actions) {
  const role = await strapi.db
    .query('plugin::users-permissions.role')
    .findOne({ where: { type: 'public' } });
  for (const action of actions) {
    await strapi.db
      .query('plugin::users-permissions.permission')
      .create({ data: { action, role: role.id } });
  }
}

const base = (at = new Date()) => ({
  document_id: id(),
  created_at: at,
  updated_at: at,
  published_at: at,
});

/** A request of a browser that was never here. */
const stranger = () => ({
  ip: '127.0.0.1',
  state: {},
  get: () => '',
  cookies: { get: () => undefined },
});

const COMMANDS = {
  /** Tokens of visitors. */
  visitors: async ({ count }) =>
    Array.from({ length: count }, () => analysis('identity').identify(stranger()).newVisitorToken),

  /** A published post with a summary. */
  async post({ mark }) {
    const article = await strapi.documents('plugin::analysis.article').create({
      data: {
        title: `Bench ${mark}`,
        language: 'en',
        body: 'A paragraph of some length about nothing in particular. '.repeat(40),
        originalLink: `https://news.example.com/bench/${mark}`,
        summaries: [
          {
            language: 'fr',
            text: 'Quelques mots sur rien de particulier, assez longs pour compter.',
          },
        ],
      },
      status: 'published',
    });
    return { documentId: article.documentId, slug: article.slug };
  },

  /** Approved comments as the services write them: one in five answers the one before. */
  async comments({ articleId, count }) {
    const now = Date.now();
    let root = null;
    const rows = Array.from({ length: count }, (_, n) => {
      const row = base(new Date(now - (count - n) * 1_000));
      const reply = n % 5 === 4 && root !== null;
      const comment = {
        ...row,
        root_id: reply ? root : row.document_id,
        parent_id: reply ? root : null,
        depth: reply ? 1 : 0,
        article_id: articleId,
        state: 'approved',
        visible: true,
        content: `Comment ${n}, of the usual length of a remark that somebody made in passing.`,
        author_name: 'Ana',
        report_count: 0,
      };
      if (!reply) root = row.document_id;
      return comment;
    });
    await knex.batchInsert('analysis_comments', rows, 60);
    await analysis('housekeeping').recount();
  },

  async ratings({ articleId, count }) {
    const rows = Array.from({ length: count }, (_, n) => ({
      ...base(),
      article_id: articleId,
      voter_key: id(),
      value: 1 + (n % 5),
    }));
    await knex.batchInsert('analysis_ratings', rows, 100);
    await analysis('housekeeping').recount();
  },

  /** Comments for the moderators, by many authors, so that their histories are as in life. */
  async queue({ articleId, from, to }) {
    const now = Date.now();
    const rows = Array.from({ length: to - from }, (_, index) => {
      const n = from + index;
      const row = base(new Date(now - 1_000_000_000 + n * 1_000));
      return {
        ...row,
        root_id: row.document_id,
        depth: 0,
        article_id: articleId,
        state: ['pending', 'approved', 'spam'][n % 3],
        visible: false,
        content: `Waiting ${n}`,
        author_name: 'Ana',
        author_email: `reader${n % Math.ceil(to / 10)}@example.com`,
        report_count: 0,
      };
    });
    await knex.batchInsert('analysis_comments', rows, 60);
    await analysis('housekeeping').recount();
  },

  /** Milliseconds that the desk's first page and its counts take. */
  async desk() {
    const moderator = { id: 1, name: 'Bench', personalData: true };
    const at = performance.now();
    const view = { tab: 'pending', filters: {}, sort: 'oldest', limit: 25 };
    await analysis('moderation').queue(moderator, view);
    await analysis('moderation').counts({});
    return performance.now() - at;
  },

  /** Milliseconds that publishing again takes. */
  async publish({ documentId, round }) {
    const articles = strapi.documents('plugin::analysis.article');
    await articles.update({ documentId, data: { sourceName: `Round ${round}` } });
    const at = performance.now();
    await articles.publish({ documentId });
    return performance.now() - at;
  },

  /** Rows of the content types that Strapi's own routes write. */
  async core({ count }) {
    await grant(['api::bench-vote.bench-vote.update', 'api::bench-remark.bench-remark.create']);
    const rows = Array.from({ length: count }, () => ({
      ...base(),
      article_id: id(),
      voter_key: id(),
      value: 1,
    }));
    await knex.batchInsert('bench_votes', rows, 50);
    return rows.map((row) => row.document_id);
  },

  /** Whether each counter says what the rows do. */
  exact: async () => (await analysis('housekeeping').recount()).corrected === 0,

  async memory() {
    global.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 500));
    return process.memoryUsage().rss;
  },

  async stop() {
    strapi.server.httpServer.closeAllConnections();
    // What the load left unanswered is still being worked on, and would miss what is taken down.
    await new Promise((resolve) => setTimeout(resolve, UNANSWERED_MS));
    await strapi.destroy();
    setImmediate(() => process.exit(0));
  },
};

process.on('message', async ({ call, command, ...parameters }) => {
  try {
    process.send({ call, result: await COMMANDS[command](parameters) });
  } catch (error) {
    process.send({ call, error: String(error.stack) });
  }
});
process.send({ ready: strapi.server.httpServer.address().port });
