/**
 * npm run bench: ratios, measured in one run on a SQLite file of its own. Exit status 1 when one
 * is beyond its bar. Talks to nobody: the server opens no port but a loopback one for the reads.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureInstalled } from './lib/install.mjs';

const MANY = 10_000;
const ROUNDS = 15;
const READS = 60;
const FEW_WAITING = 2_000;
const MANY_WAITING = 200_000;

ensureInstalled();
const folder = mkdtempSync(path.join(tmpdir(), 'analysis-bench-'));
process.env.DATABASE_CLIENT = 'sqlite';
process.env.DATABASE_FILENAME = path.join(folder, 'bench.db');
const { openStrapi } = await import('./lib/strapi.mjs');
const strapi = await openStrapi();
const articles = strapi.documents('plugin::analysis.article');
const knex = strapi.db.connection;

const id = () => randomBytes(12).toString('hex');
const median = (values) =>
  values.sort((left, right) => left - right)[Math.floor(values.length / 2)];
const say = (line) => process.stdout.write(`${line}\n`);

async function makeArticle(mark) {
  const { documentId, slug } = await articles.create({
    data: {
      title: `Bench ${mark}`,
      language: 'en',
      body: `A paragraph of some length about nothing in particular. `.repeat(40),
      originalLink: `https://news.example.com/bench/${mark}`,
    },
    status: 'published',
  });
  return { documentId, slug };
}

/** Rows as the services write them, in bulk. */
async function fill(articleId) {
  const now = new Date();
  const base = () => ({ document_id: id(), created_at: now, updated_at: now, published_at: now });
  const comments = Array.from({ length: MANY }, (_, n) => {
    const row = base();
    return {
      ...row,
      created_at: new Date(now.getTime() + n),
      root_id: row.document_id,
      depth: 0,
      article_id: articleId,
      state: 'approved',
      visible: true,
      content: `Comment ${n}`,
      author_name: 'Ana',
      report_count: 0,
    };
  });
  const ratings = Array.from({ length: MANY }, (_, n) => ({
    ...base(),
    article_id: articleId,
    voter_key: id(),
    value: 1 + (n % 5),
  }));
  await knex.batchInsert('analysis_comments', comments, 60);
  await knex.batchInsert('analysis_ratings', ratings, 100);
  await strapi.plugin('analysis').service('stats').recount();
}

async function republish({ documentId }, round) {
  await articles.update({ documentId, data: { sourceName: `Round ${round}` } });
  const started = performance.now();
  await articles.publish({ documentId });
  return performance.now() - started;
}

async function read({ slug }) {
  const started = performance.now();
  await strapi.plugin('analysis').service('posts').page(slug, ['fr']);
  return performance.now() - started;
}

const quiet = await makeArticle('quiet');
const busy = await makeArticle('busy');
await fill(busy.documentId);

/** Measures two things in turns, so that what slows the machine slows both. */
async function compare(rounds, measure) {
  const times = { quiet: [], busy: [] };
  for (let round = -2; round < rounds; round += 1) {
    const pair = { quiet: await measure(quiet, round), busy: await measure(busy, round) };
    if (round < 0) continue;
    times.quiet.push(pair.quiet);
    times.busy.push(pair.busy);
  }
  return { quiet: median(times.quiet), busy: median(times.busy) };
}

let failed = false;
function report(what, { quiet: few, busy: many }, bar) {
  const ratio = many / few;
  const ok = bar === null || ratio <= bar;
  failed ||= !ok;
  say(
    `${what.padEnd(42)} ${few.toFixed(2)} ms → ${many.toFixed(2)} ms, ratio ${ratio.toFixed(2)}${bar === null ? '' : ` (bar ${bar}: ${ok ? 'ok' : 'FAILED'})`}`
  );
}

/** The desk's first page and its counts, with so many comments in the database. */
async function queue() {
  const moderation = strapi.plugin('analysis').service('moderation');
  const moderator = { id: 1, name: 'Bench', personalData: true };
  const started = performance.now();
  await moderation.queue(moderator, { tab: 'pending', filters: {}, sort: 'oldest', limit: 25 });
  await moderation.counts({});
  return performance.now() - started;
}

/** Pending comments by many authors, so that their histories are as long as in life. */
async function fillQueue(from, to) {
  const now = Date.now();
  const rows = Array.from({ length: to - from }, (_, index) => {
    const n = from + index;
    const documentId = id();
    return {
      document_id: documentId,
      created_at: new Date(now - 1_000_000_000 + n * 1_000),
      updated_at: new Date(now),
      published_at: new Date(now),
      root_id: documentId,
      depth: 0,
      article_id: quiet.documentId,
      state: ['pending', 'approved', 'spam'][n % 3],
      visible: false,
      content: `Waiting ${n}`,
      author_name: 'Ana',
      author_email: `reader${n % Math.ceil(to / 10)}@example.com`,
      report_count: 0,
    };
  });
  await knex.batchInsert('analysis_comments', rows, 60);
  await strapi.plugin('analysis').service('stats').recount();
}

async function queueTime() {
  const times = [];
  for (let round = -5; round < READS; round += 1) {
    const time = await queue();
    if (round >= 0) times.push(time);
  }
  return median(times);
}

say(`An article with nothing against one with ${MANY} comments and ${MANY} ratings, medians:`);
report('publish again', await compare(ROUNDS, republish), 1.2);
report('read the whole page', await compare(READS, read), null);

say(`\nThe moderators' queue with ${FEW_WAITING} and with ${MANY_WAITING} more comments, medians:`);
await fillQueue(0, FEW_WAITING);
const few = await queueTime();
await fillQueue(FEW_WAITING, MANY_WAITING);
report('first page and counts', { quiet: few, busy: await queueTime() }, 1.5);
await strapi.destroy();
rmSync(folder, { recursive: true, force: true });
process.exit(failed ? 1 : 0);
