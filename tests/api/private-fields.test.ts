import { sharedApp, type TestApp } from '../helpers/app';
import { correctedClaim } from '../helpers/claims';
import { approvedComment } from '../helpers/discussion';
import { createArticle, createSummary, createUser, visitor } from '../helpers/factories';

let app: TestApp;
let documentId: string;
let slug: string;
beforeAll(async () => {
  app = await sharedApp();
  ({ documentId, slug } = await createArticle(app, {
    promptHash: 'prompt-hash-secret',
    runId: 'run-secret',
    reviewer: 'Ana Editor',
    editorialResponsibility: true,
  }));
  await createSummary(app, documentId);
  await approvedComment(app, documentId, {
    author: { name: 'Ana', email: 'private-address@example.com' },
  });
  await correctedClaim(app, documentId, 'What is true instead.', {
    note: 'private-note of the reporter',
    source: 'https://example.com/private-source',
  });
  await app
    .http()
    .put(`/api/analysis/articles/${documentId}/rating`)
    .set(visitor('private-browser'))
    .send({ data: { value: 5 } })
    .expect(200);
});
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(() => app.stop());

/** Text of every secret that the database holds about readers and of what only the server needs. */
async function secrets(): Promise<string[]> {
  const knex = app.strapi.db.connection;
  const comment = await knex('analysis_comments').where({ article_id: documentId }).first();
  const rating = await knex('analysis_ratings').where({ article_id: documentId }).first();
  const claim = await knex('analysis_claims').where({ article_id: documentId }).first();
  return [
    comment.author_email,
    comment.ip_hash,
    comment.author_key,
    comment.edit_token_hash,
    rating.voter_key,
    claim.reporter_key,
    claim.quote_hash,
    'private-note',
    'prompt-hash-secret',
    'run-secret',
    'private-source',
    'reader-private-browser',
  ];
}

const PLACES = () => [
  `/api/analysis/articles?populate=*`,
  `/api/analysis/articles/${documentId}?populate=*`,
  `/api/analysis/articles/${documentId}?populate[summaries][populate]=*`,
  `/api/analysis/summaries?populate=*`,
  `/api/analysis/topics?populate=*`,
  `/api/analysis/posts/${slug}`,
  `/api/analysis/rankings`,
  `/api/analysis/articles/${documentId}/rating`,
  `/api/analysis/articles/${documentId}/comments`,
  `/posts/${slug}`,
];

test('no public answer holds a secret, to a guest or a signed-in reader', async () => {
  const { jwt } = await createUser(app);
  const hidden = await secrets();
  for (const place of PLACES()) {
    for (const headers of [{}, { Authorization: `Bearer ${jwt}` }] as Record<string, string>[]) {
      const { text, status } = await app.http().get(place).set(headers);
      expect([place, status]).toEqual([place, 200]);
      for (const secret of hidden) expect(text).not.toContain(secret);
      expect(text).not.toMatch(/reviewedHash|"visible"|"edition"|createdBy|updatedBy/);
    }
  }
});

/** Every way to ask, of every collection, for what is private there or beyond it. */
const PRIVATE: Record<string, string[]> = {
  articles: [
    'reviewedHash',
    'promptHash',
    'runId',
    'createdBy',
    'updatedBy',
    'createdBy.email',
    'summaries.visible',
    'summaries.edition',
  ],
  summaries: ['visible', 'edition', 'createdBy', 'article.reviewedHash', 'article.createdBy.email'],
  topics: ['createdBy', 'updatedBy.email'],
};
const PROBES = Object.entries(PRIVATE).flatMap(([collection, fields]) =>
  fields.flatMap((field) => {
    const nested = field
      .split('.')
      .map((part) => `[${part}]`)
      .join('');
    return [
      [collection, `filters${nested}[$startsWith]=a`],
      [collection, `filters${nested}[$notNull]=true`],
      [collection, `filters[$or][0]${nested}[$contains]=a`],
      [collection, `filters[$not]${nested}[$eq]=a`],
      [collection, `sort=${field}`],
      [collection, `sort[0]=${field}:desc`],
      [collection, `fields=${field}`],
      [collection, `fields[0]=${field}`],
      [collection, `populate=${field}`],
      [collection, `populate[0]=${field}`],
      [collection, `populate${nested}[fields][0]=id`],
    ] as [string, string][];
  })
);

test.each(PROBES)('%s?%s tells nothing', async (collection, query) => {
  const base = `/api/analysis/${collection}`;
  const { status, text } = await app.http().get(`${base}?${query}`);
  // Refused, or answered as if it had not been asked.
  if (status === 200) {
    const plain = await app.http().get(base).expect(200);
    const ids = (body: string) => (body.match(/"documentId":"\w+"/g) ?? []).sort();
    expect(ids(text)).toEqual(ids(plain.text));
    expect(text).not.toMatch(/reviewedHash|"visible"|"edition"|"email"|password/);
  } else {
    expect(status).toBe(400);
  }
});

test.each([
  'ratings',
  'comments',
  'reports',
  'claims',
  'claim-events',
  'all-stats',
  'stats',
  'sources',
  'slugs',
  'ratings?populate=*',
  'comments?filters[authorEmail][$startsWith]=p',
])('there is no collection at /%s', async (path) => {
  for (const method of ['get', 'post', 'put'] as const) {
    const { status } = await app.http()[method](`/api/analysis/${path}`).send({ data: {} });
    expect([404, 405]).toContain(status);
  }
});

test('by which run a post was made is found by no search', async () => {
  for (const word of ['run-secret', 'prompt-hash-secret']) {
    const { body } = await app.http().get(`/api/analysis/articles?_q=${word}`).expect(200);
    expect(body.data).toEqual([]);
  }
});
