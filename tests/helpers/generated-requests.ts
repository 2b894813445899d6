import fc from 'fast-check';
import {
  encoded,
  headers,
  hostile,
  hostileText,
  mostly,
  pick,
  query,
  rawEncoded,
  value,
  withQuery,
} from './generated-pieces';

/** A request as a stranger may write it. */
export interface GeneratedRequest {
  method: string;
  /** As on the request line. */
  path: string;
  headers: Record<string, string>;
  body: string | null;
}

/** What the paths of the API take for their parameters. */
export interface Known {
  slug: string;
  articleId: string;
  commentId: string;
  /** Methods and paths of the API's operations, as OpenAPI has them: `/posts/{slug}`. */
  operations: { method: string; path: string }[];
}

/** A body that is nearly what is asked for, with something odd at one place. */
const nearly = (usual: Record<string, unknown>) =>
  fc
    .tuple(
      fc.constantFrom(...Object.keys(usual), 'x', '__proto__x'),
      fc.oneof(hostile, fc.jsonValue())
    )
    .map(([name, odd]) => ({ ...usual, [name]: odd }));

const bodies = ({ commentId }: Known) =>
  fc.oneof(
    nearly({ value: 4 }),
    nearly({
      content: 'A well-formed comment.',
      author: { name: 'Ana', email: 'ana@example.com' },
      parent: commentId,
    }),
    nearly({ reason: 'spam', note: 'Look.' }),
    nearly({ quote: 'the council', note: 'No.', source: 'https://example.com/' }),
    nearly({ token: 'x' }),
    fc.jsonValue()
  );

const jsonText = (known: Known) =>
  mostly(
    bodies(known).map((data) => JSON.stringify({ data })),
    fc.oneof(
      fc.jsonValue().map((any) => JSON.stringify(any)),
      fc.string({ maxLength: 50 }),
      pick('', '{', '[]', 'null', '{"data":', '{"data":{},"x":1}', '{"__proto__":{"a":1}}')
    )
  );

const jsonType = mostly(
  pick('application/json'),
  pick(
    ...['text/plain', 'application/x-ndjson', 'application/json; charset=utf-16', '', 'x', '/'],
    ...['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/html']
  )
);
const contentEncoding = pick('', '', '', '', '', '', 'gzip', 'br', 'deflate', 'x');

const filled = (path: string, { slug, articleId, commentId }: Known, odd: string): string =>
  path.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    if (odd !== '') return odd;
    if (name === 'slug') return slug;
    return path.startsWith('/comments') ? commentId : articleId;
  });

const restPath = (known: Known) =>
  fc
    .tuple(
      fc.constantFrom(...known.operations),
      mostly(pick(''), fc.oneof(value.map(encoded), pick('..', '%2e%2e', '%', '%00', '%2F', ' '))),
      query
    )
    .map(([{ method, path }, odd, text]) => ({
      method,
      path: withQuery(`/api/analysis${filled(path, known, odd)}`, text),
    }));

const rest = (known: Known): fc.Arbitrary<GeneratedRequest> =>
  fc
    .tuple(
      restPath(known),
      mostly(fc.constant(null), pick('GET', 'PUT', 'POST', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS')),
      headers,
      jsonText(known),
      jsonType,
      contentEncoding
    )
    .map(([{ method, path }, other, given, text, type, encoding]) => {
      const verb = other ?? method;
      const hasBody = !['GET', 'HEAD', 'OPTIONS'].includes(verb);
      return {
        method: verb,
        path,
        headers: {
          ...given,
          ...(hasBody ? { 'Content-Type': type } : {}),
          ...(hasBody && encoding !== '' ? { 'Content-Encoding': encoding } : {}),
        },
        body: hasBody ? text : null,
      };
    });

/** Selections of GraphQL, some of which the schema has. */
const selection = fc.letrec<{ field: string; set: string }>((tie) => ({
  field: fc
    .tuple(
      pick(
        ...['analysisArticles', 'analysisPost', 'analysisRankings', 'analysisArticle', 'rating'],
        ...['comments', 'items', 'replies', 'title', 'slug', 'documentId', 'bodyHtml', 'summaries'],
        ...['topics', '__typename', '__schema', 'types', 'fields', 'analysisSearch', 'mine', 'x']
      ),
      pick('', '', 'a: ', 'b: '),
      pick(
        ...['', '', '', '(limit: 3)', '(pagination: {limit: 100})', '(slug: "x")', '(lang: "fr")'],
        ...[
          '(filters: {title: {contains: "a"}})',
          '(filters: {or: [{not: {and: [{}]}}]})',
          '(q: "a*")',
        ],
        ...[
          '(pagination: {page: 9999999, pageSize: -1})',
          '(sort: "__proto__")',
          '(documentId: "x")',
        ],
        ...['(filters: {createdAt: {between: ["x"]}})', '(limit: -1)', '(limit: 99999999999)']
      ),
      mostly(pick(''), tie('set'))
    )
    .map(([name, alias, args, set]) => `${alias}${name}${args}${set}`),
  set: fc
    .array(
      mostly(tie('field'), pick('...F', '...G', '... on Query { __typename }', '@skip(if: true)')),
      { minLength: 1, maxLength: 4 }
    )
    .map((fields) => ` { ${fields.join(' ')} }`),
}));
const graphqlText = fc
  .tuple(
    pick('', 'query', 'mutation', 'query A($a: Int = 1)', 'subscription'),
    selection.set,
    pick('', ' fragment F on Query { ...G }', ' fragment F on Query { ...F }'),
    pick(
      '',
      ' fragment G on Query { ...F ...F __typename }',
      ' fragment G on AnalysisArticle { slug }'
    )
  )
  .map((parts) => parts.join(''));

const graphql = (): fc.Arbitrary<GeneratedRequest> =>
  fc
    .tuple(
      mostly(graphqlText, fc.oneof(hostileText, fc.string({ maxLength: 100 }))),
      mostly(pick<unknown>({}), fc.jsonValue() as fc.Arbitrary<unknown>),
      headers,
      fc.boolean()
    )
    .map(([text, variables, given, post]) => {
      const all = { query: text, variables };
      return post
        ? {
            method: 'POST',
            path: '/graphql',
            headers: { ...given, 'Content-Type': 'application/json' },
            body: JSON.stringify(all),
          }
        : {
            method: 'GET',
            path: `/graphql?query=${encoded(text)}`,
            headers: { ...given, 'Apollo-Require-Preflight': '1' },
            body: null,
          };
    });

const form = ({ slug, commentId }: Known): fc.Arbitrary<GeneratedRequest> =>
  fc
    .tuple(
      pick('rating', 'rating/withdraw', 'comments', 'claims', 'none'),
      mostly(pick(slug), value.map(encoded)),
      fc.array(
        fc.tuple(
          pick(
            ...[
              'value',
              'name',
              'email',
              'url',
              'content',
              'parent',
              'notify',
              'homepage',
              'quote',
            ],
            ...['note', 'source', 'formToken', 'content[]', '__proto__', 'content[a][b]']
          ),
          fc.oneof(
            rawEncoded,
            pick('5', 'Ana', 'ana%40example.com', 'Well+said.', commentId, 'the+council')
          )
        ),
        { maxLength: 8 }
      ),
      headers
    )
    .map(([name, to, fields, given]) => ({
      method: 'POST',
      path: `/posts/${to}/${name}`,
      headers: {
        'Sec-Fetch-Site': 'same-origin',
        ...given,
        'Content-Type': 'application/x-www-form-urlencoded',
      },
      body: fields.map(([key, text]) => `${key}=${text}`).join('&'),
    }));

const page = ({ slug }: Known): fc.Arbitrary<GeneratedRequest> =>
  fc
    .tuple(
      pick(
        ...[
          '/',
          `/posts/${slug}`,
          '/search',
          '/robots.txt',
          '/preview/x',
          '/posts/x',
          '/uploads/x',
        ],
        ...[
          '/admin',
          '/admin/login',
          '/_health',
          '/api/users/me',
          '/api/auth/local',
          '/favicon.ico',
        ],
        ...['/../../etc/passwd', '//evil.example', '/%2e%2e/%2e%2e/x', '/reader/reader.js', '/x']
      ),
      query,
      headers
    )
    .map(([path, text, given]) => ({
      method: 'GET',
      path: withQuery(path, text),
      headers: { Accept: 'text/html', ...given },
      body: null,
    }));

/** What a client may not put on the wire is left out. */
const sendable = ({ path, headers: given }: GeneratedRequest): boolean =>
  /^[\x21-\x7e]+$/.test(path) &&
  Object.values(given).every((text) => /^[\t\x20-\x7e\x80-\xff]*$/.test(text));

/** REST, GraphQL, forms and pages, with odd queries, bodies and headers. */
export const anyRequest = (known: Known): fc.Arbitrary<GeneratedRequest> =>
  fc
    .oneof(
      { weight: 5, arbitrary: rest(known) },
      { weight: 2, arbitrary: graphql() },
      { weight: 2, arbitrary: form(known) },
      { weight: 2, arbitrary: page(known) }
    )
    .filter(sendable);
