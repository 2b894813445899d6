import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { startApp, type TestApp } from '../helpers/app';
import { approvedComment } from '../helpers/discussion';
import { createArticle, createSummary } from '../helpers/factories';
import { anyRequest, type GeneratedRequest, type Known } from '../helpers/generated-requests';
import { startInstance, type Instance } from '../helpers/instance';

/** All of them by `npm run test:full`. */
const REQUESTS = process.env.TEST_FULL ? 20_000 : 3_000;
/** The same requests in each run, so that a failure is found again. */
const SEED = Number(process.env.REQUESTS_SEED ?? 17);
const AT_ONCE = 8;
/** What no request may take; one that does is asked again, as the machine may have been busy. */
const SLOW_MS = 500;
const TRIES = 3;
/** What may be held in the end beyond what was held after a quarter of them. */
const GROWTH = 25_000_000;

let app: TestApp;
let instance: Instance;
let folder: string;
let known: Known;
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

beforeAll(async () => {
  app = await startApp();
  folder = mkdtempSync(path.join(tmpdir(), 'requests-'));
  const { slug, documentId } = await createArticle(app);
  await createSummary(app, documentId);
  for (let n = 0; n < 20; n += 1) await createArticle(app);
  const comment = await approvedComment(app, documentId, { content: 'Said.' });
  const { paths } = app.strapi.plugin('analysis').service('openapi').document() as {
    paths: Record<string, Record<string, unknown>>;
  };
  known = {
    slug,
    articleId: documentId,
    commentId: comment.documentId,
    operations: Object.entries(paths).flatMap(([template, methods]) =>
      Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path: template }))
    ),
  };
  instance = await startInstance({ TRUST_PROXY: '1', TMPDIR: folder });
});
afterAll(async () => {
  agent.destroy();
  await instance.stop();
  await app.stop();
  rmSync(folder, { recursive: true });
});

interface Answer {
  /** 0 where the connection was closed without an answer. */
  status: number;
  ms: number;
}

const send = ({ method, path: line, headers, body }: GeneratedRequest): Promise<Answer> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(instance.url);
    const from = process.hrtime.bigint();
    const done = (status: number) =>
      resolve({ status, ms: Number(process.hrtime.bigint() - from) / 1e6 });
    const sent = request({ hostname, port, method, path: line, headers, agent }, (res) => {
      res.resume();
      res.on('end', () => done(res.statusCode ?? 0)).on('error', () => done(0));
    });
    sent.on('error', () => done(0)).end(body ?? undefined);
  });

/** Sends what is slow once more: what takes its time by itself is slow each time. */
async function sendAgainWhileSlow(each: GeneratedRequest): Promise<Answer> {
  let answer = await send(each);
  for (let tried = 1; tried < TRIES && answer.ms > SLOW_MS; tried += 1) answer = await send(each);
  return answer;
}

const sendAll = async (requests: readonly GeneratedRequest[]): Promise<Answer[]> => {
  const answers: Answer[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let at = next++; at < requests.length; at = next++) {
      answers[at] = await sendAgainWhileSlow(requests[at] as GeneratedRequest);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return answers;
};

test(`${REQUESTS} generated requests hurt nothing`, async () => {
  const requests = fc.sample(anyRequest(known), { numRuns: REQUESTS, seed: SEED });
  const quarter = REQUESTS / 4;
  const first = await sendAll(requests.slice(0, quarter));
  const before = await instance.memory();
  const answers = [...first, ...(await sendAll(requests.slice(quarter)))];
  const after = await instance.memory();

  /** One request of each status and path, as many fail for one reason. */
  const told = (bad: (answer: Answer) => boolean): string[] => {
    const found = new Map<string, string>();
    answers.forEach((answer, at) => {
      const { method, path: line } = requests[at] as GeneratedRequest;
      const where = `${answer.status} ${method} ${line.split('?')[0]}`;
      if (!bad(answer) || found.has(where)) return;
      found.set(where, `${where} in ${Math.round(answer.ms)} ms: ${JSON.stringify(requests[at])}`);
    });
    return [...found.values()].slice(0, 20);
  };
  expect(told(({ status }) => status >= 500)).toEqual([]);
  expect(told(({ ms }) => ms > SLOW_MS)).toEqual([]);
  const count = (status: number) => answers.filter((answer) => answer.status === status).length;
  expect(count(429)).toBeLessThanOrEqual(REQUESTS / 10);
  // Something got through: what falls at the first check tries nothing behind it.
  expect(count(200) + count(201) + count(303) + count(304)).toBeGreaterThan(REQUESTS / 10);
  expect(after - before).toBeLessThan(GROWTH);
  expect(readdirSync(folder)).toEqual([]);
}, 900_000);
