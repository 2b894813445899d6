/** What is measured, part by part. Each reports rows: what, figures, ratio, bar. */
import { get } from 'node:http';
import path from 'node:path';
import { load } from './load.mjs';
import { median } from './median.mjs';
import { startBare, startServer } from './servers.mjs';

export { start } from './starts.mjs';

const MANY = 10_000;
const PUBLISH_ROUNDS = 15;
const WRITE_ROUNDS = 7;
const DESK_READS = 60;
const FEW_WAITING = 2_000;
const MANY_WAITING = 200_000;
const VOTERS = 2_000;
/** More than a round sends. */
const REMARKS = 15_000;
const WORDS = (
  'about after again along always another because before between bridge children city council ' +
  'copper could different early enough evening every ferry first garden harbour however island ' +
  'letter market matter method morning mother never nothing number often old other paper people ' +
  'perhaps plan question quiet reason river road same school season should signal since small ' +
  'station street summer table their think through today tomorrow town under until village voice ' +
  'water where which while window winter without wonder work year'
).split(' ');
const WORDS_OF_REMARK = 14;

const rate = (value) => `${Math.round(value).toLocaleString('en')}/s`;

/**
 * Median of some runs, the things to compare in turns, so that what slows one slows all. The first
 * turn of each is not counted: node compiles what runs often only while it runs.
 */
async function inTurns(rounds, measures) {
  const values = Object.fromEntries(Object.keys(measures).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, measure] of Object.entries(measures)) {
      const value = await measure();
      if (round > 0) values[name].push(value);
    }
  }
  return Object.fromEntries(Object.entries(values).map(([name, each]) => [name, median(each)]));
}

const coreRead = (slug) => `/api/analysis/articles?filters%5Bslug%5D%5B%24eq%5D=${slug}&populate=*`;

/** The nth of many remarks: no two are alike, as triage would take them for a campaign. */
function remark(n) {
  let state = Math.imul(n + 1, 2_654_435_761) >>> 0;
  const words = Array.from({ length: WORDS_OF_REMARK }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return WORDS[Math.floor((state / 2 ** 32) * WORDS.length)];
  });
  return `Remark ${n}: ${words.join(' ')}.`;
}

/** What every browser says it can read. */
const AS_BROWSERS = { 'accept-encoding': 'gzip, deflate, br' };

/** How many bytes a page's body takes on the wire, once it is kept. */
async function bytesOf(url) {
  const ask = () =>
    new Promise((resolve, reject) => {
      get(url, { headers: AS_BROWSERS }, (response) => {
        let bytes = 0;
        response.on('data', (chunk) => {
          bytes += chunk.length;
        });
        response.on('end', () => resolve(bytes));
      }).on('error', reject);
    });
  await ask();
  return ask();
}

/** Reads: what is kept, what is not, and what Strapi and node do by themselves. */
export async function reads({ distDir, folder, report, seconds }) {
  const options = { seconds, folder };
  let server = await startServer({ distDir, folder });
  const { slug, documentId } = await server.ask('post', { mark: 'read' });
  await server.ask('comments', { articleId: documentId, count: 20 });
  const json = `/api/analysis/posts/${slug}`;
  const bytes = await bytesOf(`${server.url}${json}`);
  const bare = await startBare(bytes);
  const read = (where) => () => load(server.url, [{ path: where, headers: AS_BROWSERS }], options);
  const warm = await inTurns(3, {
    post: read(json),
    page: read(`/posts/${slug}`),
    core: read(coreRead(slug)),
    health: read('/_health'),
    bare: () => load(bare.url, [{ path: '/' }], options),
  });
  const ratio = (what, over, under, bar) =>
    report({
      what,
      figures: `${rate(warm[over])} against ${rate(warm[under])}`,
      ratio: warm[over] / warm[under],
      atLeast: bar,
    });
  for (const [name, words] of [
    ['post', 'warm post, JSON'],
    ['page', 'warm post, HTML'],
  ]) {
    ratio(`${words}: populate by slug`, name, 'core', 75);
    ratio(`${words}: /_health`, name, 'health', 4);
    ratio(`${words}: bare node, ${bytes.toLocaleString('en')} bytes`, name, 'bare', 0.35);
  }
  bare.stop();
  const keep = await server.stop({ keep: true });
  server = await startServer({ distDir, folder, keep, env: { POST_CACHE: 'false' } });
  const cold = await inTurns(3, { post: read(json), core: read(coreRead(slug)) });
  report({
    what: 'cold post, JSON: populate by slug',
    figures: `${rate(cold.post)} against ${rate(cold.core)}`,
    ratio: cold.post / cold.core,
    atLeast: 4,
  });
  await server.stop();
}

/** The first comments of articles that have few and very many. */
export async function comments({ distDir, folder, report, seconds, client }) {
  const options = { seconds, folder };
  const env = { POST_CACHE: 'false' };
  const server = await startServer({ distDir, folder, client, env });
  const counts = [100, 10_000, 100_000];
  const measures = {};
  for (const count of counts) {
    const { documentId } = await server.ask('post', { mark: `comments-${count}` });
    await server.ask('comments', { articleId: documentId, count });
    const where = `/api/analysis/articles/${documentId}/comments`;
    measures[count] = () => load(server.url, [{ path: where }], options);
  }
  const rates = await inTurns(3, measures);
  for (const count of counts.slice(1)) {
    report({
      what: `${client}: comments page, ${count.toLocaleString('en')} against 100`,
      figures: `${rate(rates[count])} against ${rate(rates[100])}`,
      ratio: rates[100] / rates[count],
      atMost: 1.5,
    });
  }
  await server.stop();
}

/** Votes and comments against Strapi's own writes of rows in the same shape. */
export async function writes({ distDir, folder, report, seconds, client }) {
  // Many short turns: what else a machine does passes over a database's writes in waves.
  const options = { seconds: Math.ceil(seconds / 2), folder };
  const server = await startServer({ distDir, folder, client });
  const posts = [];
  for (let n = 0; n < 20; n += 1) posts.push(await server.ask('post', { mark: `write-${n}` }));
  const rows = await server.ask('core', { count: VOTERS });
  const visitors = await server.ask('visitors', { count: VOTERS });
  const type = { 'content-type': 'application/json' };
  const put = (where, n, data) => ({
    method: 'PUT',
    path: where,
    headers: { ...type, 'user-agent': `bench-${n}` },
    body: JSON.stringify({ data }),
  });
  const votes = Array.from({ length: VOTERS * 5 }, (_, n) => {
    // Each voter comes again with other stars: every request is a change.
    const value = 1 + (Math.floor(n / VOTERS) % 5);
    const vote = put(`/api/analysis/articles/${posts[n % 20].documentId}/rating`, n % VOTERS, {
      value,
    });
    vote.headers['x-analysis-visitor'] = visitors[n % VOTERS];
    return vote;
  });
  const core = Array.from({ length: VOTERS * 5 }, (_, n) =>
    put(`/api/bench-votes/${rows[n % VOTERS]}`, n % VOTERS, {
      value: 1 + (Math.floor(n / VOTERS) % 5),
    })
  );
  const voting = await inTurns(WRITE_ROUNDS, {
    ours: () => load(server.url, votes, options),
    core: () => load(server.url, core, options),
  });
  report({
    what: `${client}: PUT rating: core PUT`,
    figures: `${rate(voting.ours)} against ${rate(voting.core)}`,
    ratio: voting.ours / voting.core,
    atLeast: 4,
  });
  const said = (n) => ({ name: 'Ana', email: `reader${n}@example.com` });
  const send = (where, n, data) => ({ ...put(where, n, data), method: 'POST' });
  const ours = (n) =>
    send(`/api/analysis/articles/${posts[n % 20].documentId}/comments`, n, {
      content: remark(n),
      author: said(n),
    });
  const theirs = (n) =>
    send('/api/bench-remarks', n, {
      articleId: posts[n % 20].documentId,
      depth: 0,
      state: 'pending',
      visible: false,
      content: remark(n),
      authorName: said(n).name,
      authorEmail: said(n).email,
      language: 'en',
    });
  /** A load of remarks that nobody has made before, as those said again would be refused. */
  const loadOf = (one) => {
    let made = 0;
    return () => {
      const from = made;
      made += REMARKS;
      const some = Array.from({ length: REMARKS }, (_, n) => one(from + n));
      return load(server.url, some, options);
    };
  };
  const commenting = await inTurns(WRITE_ROUNDS, { ours: loadOf(ours), core: loadOf(theirs) });
  report({
    what: `${client}: POST comment: core POST`,
    figures: `${rate(commenting.ours)} against ${rate(commenting.core)}`,
    ratio: commenting.ours / commenting.core,
    atLeast: 2.5,
  });
  // Asked once: to find out is to put it right.
  const exact = await server.ask('exact');
  report({
    what: `${client}: counters say what the rows do`,
    figures: exact ? 'yes' : 'NO',
    ok: exact,
  });
  await server.stop();
}

/** Publishing again, and the moderators' queue, with little and with much in the database. */
export async function editing({ distDir, folder, report }) {
  const server = await startServer({ distDir, folder });
  const quiet = await server.ask('post', { mark: 'quiet' });
  const busy = await server.ask('post', { mark: 'busy' });
  await server.ask('comments', { articleId: busy.documentId, count: MANY });
  await server.ask('ratings', { articleId: busy.documentId, count: MANY });
  let round = 0;
  const publish = ({ documentId }) => server.ask('publish', { documentId, round: (round += 1) });
  const times = await inTurns(PUBLISH_ROUNDS, {
    quiet: () => publish(quiet),
    busy: () => publish(busy),
  });
  const ms = (value) => `${value.toFixed(1)} ms`;
  report({
    what: `publish again, ${MANY.toLocaleString('en')} comments and votes against none`,
    figures: `${ms(times.busy)} against ${ms(times.quiet)}`,
    ratio: times.busy / times.quiet,
    atMost: 1.2,
  });
  const desk = async (from, to) => {
    await server.ask('queue', { articleId: quiet.documentId, from, to });
    return (await inTurns(DESK_READS, { desk: () => server.ask('desk') })).desk;
  };
  const few = await desk(0, FEW_WAITING);
  const many = await desk(FEW_WAITING, MANY_WAITING);
  report({
    what: `moderators' queue, ${MANY_WAITING.toLocaleString('en')} against ${FEW_WAITING.toLocaleString('en')}`,
    figures: `${ms(many)} against ${ms(few)}`,
    ratio: many / few,
    atMost: 1.5,
  });
  await server.stop();
}

export const reportFile = (root) => path.join(root, '.tmp/bench.json');
