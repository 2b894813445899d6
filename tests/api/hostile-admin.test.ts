import { reportClaim } from '../helpers/claims';
import {
  byDocumentId,
  each,
  writeContext,
  testHostileValues,
  type WriteRoute,
} from '../helpers/hostile-writes';
import { SAMPLE } from '../helpers/hostile';

const at = writeContext();
let claimId: string;
beforeAll(async () => {
  claimId = await reportClaim(at.app, at.article.documentId);
});

const asEditor = () => ({ Authorization: `Bearer ${at.editor}` });
/** Another each time: a decision that moves nothing is not recorded. */
let decisions = 0;
const nextStatus = (): string => ((decisions += 1) % 2 === 0 ? 'approved' : 'rejected');
const manager = '/content-manager/collection-types/plugin::analysis';

const routes = {
  'content manager article': {
    method: 'post',
    path: () => `${manager}.article`,
    fields: Object.fromEntries(
      ['title', 'slug', 'language', 'body', 'originalLink', 'generatedAt', 'topics', 'cover'].map(
        (name) => [name, (value: unknown) => ({ title: 'A title', [name]: value })]
      )
    ),
    headers: asEditor,
    storedIn: {
      table: 'analysis_articles',
      where: byDocumentId,
      columns: {
        title: 'title',
        slug: 'slug',
        language: 'language',
        body: 'body',
        originalLink: 'original_link',
        generatedAt: 'generated_at',
      },
    },
  },
  'content manager summary': {
    method: 'post',
    path: () => `${manager}.summary`,
    fields: Object.fromEntries(
      ['article', 'language', 'text'].map((name) => [name, (value: unknown) => ({ [name]: value })])
    ),
    headers: asEditor,
  },
  'content manager comment': {
    method: 'put',
    path: () => `${manager}.comment/${at.comment.documentId}`,
    fields: Object.fromEntries(
      ['state', 'reason', 'content', 'authorName', 'authorEmail', 'authorUrl', 'depth'].map(
        (name) => [name, (value: unknown) => ({ [name]: value })]
      )
    ),
    headers: asEditor,
    storedIn: {
      table: 'analysis_comments',
      where: byDocumentId,
      columns: { state: 'state' },
    },
  },
  'moderation decision': {
    method: 'put',
    path: () => `/analysis/comments/${at.comment.documentId}/status`,
    fields: each(() => ({ status: nextStatus() }), ['status', 'reason', 'contentHash', 'from']),
    headers: asEditor,
    storedIn: { table: 'analysis_events', columns: { reason: 'reason' } },
  },
  'bulk decision': {
    method: 'post',
    path: () => '/analysis/moderation/bulk',
    fields: each(() => ({ status: 'approved' }), ['items', 'matching']),
    headers: asEditor,
  },
  'claim decision': {
    method: 'put',
    path: () => `/analysis/claims/${claimId}`,
    fields: each(() => ({ status: 'upheld' }), ['status', 'correction', 'from']),
    headers: asEditor,
    storedIn: { table: 'analysis_claims', columns: { status: 'state', correction: 'correction' } },
  },
  undo: {
    method: 'post',
    path: () => '/analysis/moderation/undo',
    fields: each(() => ({}), ['batch']),
    headers: asEditor,
  },
  'moderator reply': {
    method: 'post',
    path: () => `/analysis/moderation/comments/${at.comment.documentId}/replies`,
    fields: each(() => ({}), ['content']),
    headers: asEditor,
    storedIn: {
      table: 'analysis_comments',
      where: byDocumentId,
      columns: { content: 'content' },
    },
  },
  discussion: {
    method: 'put',
    path: () => `/analysis/articles/${at.article.documentId}/discussion`,
    fields: each(() => ({}), ['closed']),
    headers: asEditor,
  },
  publication: {
    method: 'post',
    path: () => '/analysis/articles/publish',
    fields: {
      documentIds: (documentIds) => ({ data: { documentIds } }),
      documentId: (documentId) => ({ data: { documentIds: [documentId] } }),
    },
    headers: asEditor,
  },
  ban: {
    method: 'post',
    path: () => '/analysis/moderation/bans',
    fields: each(() => ({ kind: 'domain', value: 'spam.example' }), ['kind', 'value', 'days']),
    headers: asEditor,
  },
  'triage policy': {
    method: 'post',
    path: () => '/analysis/triage/replay',
    fields: {
      data: (data) => ({ data }),
      words: (words) => ({ data: { blockedWords: { words: { '*': [words] } } } }),
    },
    headers: asEditor,
  },
  'personal data': {
    method: 'post',
    path: () => '/analysis/privacy/export',
    fields: each(() => ({}), ['email']),
    headers: asEditor,
  },
} satisfies Record<string, WriteRoute>;
testHostileValues(at, routes);

const queriesOf = {
  'moderation/queue': (part: string) => [
    `q=${part}&author=${part}&email=${part}&reason=${part}`,
    `article=${part}&network=${part}&language=${part}`,
    `tab=${part}`,
    `from=${part}`,
    `cursor=${part}`,
  ],
  claims: (part: string) => [`q=${part}`, `article=${part}`, `status=${part}`, `cursor=${part}`],
};

test.each(Object.entries(queriesOf))(
  'no filter of %s is the server’s fault',
  async (path, make) => {
    for (const value of SAMPLE) {
      const text = typeof value === 'string' ? value : JSON.stringify(value);
      // A lone surrogate cannot stand in an address at all.
      if (text.length > 2_000 || /\p{Surrogate}/u.test(text)) continue;
      for (const query of make(encodeURIComponent(text))) {
        const { status } = await at.app.http().get(`/analysis/${path}?${query}`).set(asEditor());
        expect([query.slice(0, 120), status < 500]).toEqual([query.slice(0, 120), true]);
      }
    }
  }
);
