import type { ServerResponse } from 'node:http';
import { startApp, type TestApp } from './app';
import { commentBody, commentsPath } from './discussion';
import { adminToken, createArticle, visitor } from './factories';
import { startOutside, type Outside, type Received } from './outside';

type Policy = Record<string, Record<string, unknown>>;

/** What a guest hears of a comment, what is kept of it, and what moderators see. */
export interface Arrived {
  documentId: string;
  heard: string;
  answer: string;
  editToken: string;
  kept: string;
  reasons: { phase: string; code: string; message: string }[];
}

/** An application that asks a service outside, and that service. */
export interface Asking {
  app: TestApp;
  outside: Outside;
  article: string;
  /** What the log was warned of since the test began. */
  warned: string[];
  /** Sets the operator's configuration; failures make no pause unless a test wants one. */
  configure: (external: Record<string, unknown>) => void;
  asAdmin: (method: 'get' | 'put', path: string) => ReturnType<ReturnType<TestApp['http']>['get']>;
  setPolicy: (change: (policy: Policy) => Policy) => Promise<void>;
  /** Posts as a guest nobody has met. */
  post: (overrides?: Record<string, unknown>) => ReturnType<ReturnType<TestApp['http']>['post']>;
  arrive: (overrides?: Record<string, unknown>) => Promise<Arrived>;
}

/** Answers with JSON. */
export const json = (answer: unknown) => (_request: Received, response: ServerResponse) => {
  response.setHeader('Content-Type', 'application/json').end(JSON.stringify(answer));
};

/** What a comment that waits for want of an answer looks like. */
export const held = (cause: string) => ({
  kept: 'pending',
  heard: 'pending',
  reasons: [
    {
      phase: 'external',
      code: 'no_answer',
      message: expect.stringMatching(/^The outside check .*; a person has to look$/),
      params: { cause },
    },
  ],
});

/**
 * Starts both for a file of tests; the result is filled in before the first. Each test begins with
 * an article of its own, after an answer that closes what the one before left as an outage.
 * @param external the operator's configuration of each test, by the service's address
 */
export function asking(external: (url: string) => Record<string, unknown>): Asking {
  let admin = '';
  let guests = 0;
  const at: Asking = {
    ...({} as Asking),
    warned: [],
    configure(values) {
      const all = { timeoutMs: 10_000, pauseSeconds: 0, ...values };
      for (const [name, value] of Object.entries(all)) {
        at.app.strapi.config.set(`plugin::analysis.comments.external.${name}`, value);
      }
    },
    asAdmin: (method, path) =>
      at.app.http()[method](`/analysis${path}`).set('Authorization', `Bearer ${admin}`),
    async setPolicy(change) {
      const { data } = (await at.asAdmin('get', '/triage/policy').expect(200)).body;
      const changed = { ...data, ...change(data) };
      await at.asAdmin('put', '/triage/policy').send({ data: changed }).expect(200);
    },
    post(overrides = {}) {
      guests += 1;
      return at.app
        .http()
        .post(commentsPath(at.article))
        .set(visitor(`guest-${guests}`))
        .send(commentBody({ content: `A thought of my own, number ${guests}.`, ...overrides }));
    },
    async arrive(overrides) {
      const { body } = await at.post(overrides).expect(201);
      const { documentId, status } = body.data;
      const row = await at.app.strapi.db
        .connection('analysis_comments')
        .where({ document_id: documentId })
        .first();
      const seen = await at.asAdmin('get', `/moderation/comments/${documentId}`).expect(200);
      return {
        documentId,
        heard: status,
        answer: JSON.stringify(body),
        editToken: body.meta.editToken,
        kept: row.state,
        reasons: seen.body.data.card.heldReasons,
      };
    },
  };
  beforeAll(async () => {
    at.outside = await startOutside();
    // Comments are public at once, so that one that nobody has looked at would show.
    const config = { 'comments.triage': true, 'comments.initialStatus': 'approved' };
    at.app = await startApp({ config });
    at.app.strapi.log.warn = ((line: string) => at.warned.push(line)) as never;
    admin = await adminToken(at.app);
    // All guests of a test come from one network.
    await at.setPolicy((policy) => ({ flood: { ...policy.flood, perNetwork: 10_000 } }));
  });
  beforeEach(async () => {
    at.article = (await createArticle(at.app)).documentId;
    at.configure({ kind: 'http', url: at.outside.url, secret: 'any' });
    at.outside.answer(json({ verdict: 'pass' }));
    await at.arrive();
    at.outside.received.length = 0;
    at.warned.length = 0;
    at.configure(external(at.outside.url));
  });
  afterEach(() => expect(at.app.errors.splice(0)).toEqual([]));
  afterAll(async () => {
    await at.app.stop();
    await at.outside.stop();
  });
  return at;
}
