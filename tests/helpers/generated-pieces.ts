import fc from 'fast-check';
import { HOSTILE } from './hostile';

export const pick = <T>(...values: T[]) => fc.constantFrom(...values);

/** Mostly what is expected, so that not every request falls at the first check. */
export const mostly = <T>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: usual }, { weight: 1, arbitrary: odd });

export const hostile = fc.constantFrom(
  ...HOSTILE.filter((value) => JSON.stringify(value).length < 3_000)
);
export const hostileText = hostile.map((value) =>
  typeof value === 'string' ? value : JSON.stringify(value)
);
const number = pick(
  ...['0', '1', '-1', '2', '100', '101', '1.5', '1e9', '1e400', 'NaN', '', '0x10', '٣'],
  ...['99999999999999999999', '9223372036854775807', '-9223372036854775808', '2147483648', 'null']
);
const date = pick(
  ...['2026-01-01', '2026-13-45', '2026-02-30T25:61:61Z', '+275760-09-13T00:00:00.001Z', 'now'],
  ...['2026-01-01T00:00:00.000Z', '-1', '0000-00-00', '2026-01-01T00:00:00+99:99']
);
export const value = fc.oneof(
  number,
  date,
  hostileText,
  pick('true', 'null', 'en', 'fr', 'published', 'draft', '*'),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.integer({ min: 1, max: 2_000 }).map((length) => 'x'.repeat(length))
);

const field = pick(
  ...['title', 'slug', 'id', 'documentId', 'createdAt', 'publishedAt', 'language', 'body', 'cover'],
  ...['topics', 'summaries', 'localizations', 'createdBy', 'articleId', 'text', 'name', 'voterKey'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length', '', 'x', '0', '$or']
);
const operator = pick(
  ...['$eq', '$eqi', '$ne', '$in', '$notIn', '$between', '$gt', '$lte', '$contains', '$containsi'],
  ...['$startsWith', '$null', '$notNull', '$or', '$and', '$not', '$type', '$jsonSupersetOf', '$x']
);
const key = fc.oneof(field, operator, pick('0', '1', '99', '999999', '', '-1'));
const bracketed = fc
  .tuple(
    pick('filters', 'sort', 'fields', 'populate', 'pagination', 'filters', 'locale', 'x'),
    fc.array(key, { maxLength: 5 })
  )
  .map(([name, keys]) => `${name}${keys.map((each) => `[${each}]`).join('')}`);
const paging = pick('page', 'pageSize', 'start', 'limit', 'withCount').map(
  (name) => `pagination[${name}]`
);
const plainName = pick(
  ...['lang', 'sort', 'limit', 'cursor', 'by', 'days', 'q', '_q', 'status', 'locale', 'fields'],
  ...[
    'populate',
    'url',
    'format',
    'maxwidth',
    'topic',
    'page',
    'token',
    'thread',
    'reply',
    'notice',
  ],
  ...['__proto__', 'constructor', 'x', 'query', 'variables', 'extensions', 'hasPublishedVersion']
);
export const encoded = (text: string): string => {
  try {
    return encodeURIComponent(text);
  } catch {
    return '%ED%A0%80';
  }
};
export const rawEncoded = mostly(
  value.map(encoded),
  pick('%', '%ff', '%00', '%0d%0aX:y', '+', '#', '?', '&', '=', '%5B%5D', 'a&b[c]=d')
);
export const query = fc
  .array(fc.tuple(fc.oneof(plainName, bracketed, paging), rawEncoded), { maxLength: 4 })
  .map((pairs) => pairs.map(([name, text]) => `${name}=${text}`).join('&'));
export const withQuery = (path: string, text: string): string =>
  text === '' ? path : `${path}?${text}`;

const language = pick(
  ...[
    'en',
    'fr',
    'fr-CH, en;q=0.5',
    '*',
    'Q=0.1',
    'en;Q=0.1',
    'x'.repeat(2_000),
    ';;;,,,',
    'en;q=2',
  ],
  Array.from({ length: 500 }, (_, n) => `a${n}`).join()
);
const oddHeader = fc.oneof(
  fc.tuple(pick('If-None-Match'), pick('*', 'W/"x"', '"'.repeat(3_000), 'W/"a", '.repeat(500))),
  fc.tuple(
    pick('Cookie'),
    pick('analysis_visitor=x', 'analysis_visitor=v2.a.b', `a=${'b'.repeat(3_000)}`, ';;;=;', '=')
  ),
  fc.tuple(pick('X-Analysis-Visitor', 'X-Analysis-Edit-Token'), pick('x', 'v1.a.b', 'v2.', '%00')),
  fc.tuple(pick('Origin'), pick('null', 'https://a.example', 'x'.repeat(500), 'http://')),
  fc.tuple(pick('Accept'), pick('text/html', '*/*', 'x/y;q=9', ',,,', 'application/json')),
  fc.tuple(pick('Accept-Encoding'), pick('br', 'gzip;q=0', '*;q=0', 'identity;q=0, *;q=0', 'x')),
  fc.tuple(pick('Range', 'Expect', 'Upgrade', 'TE', 'Prefer'), pick('bytes=0-', 'x', '100-x')),
  fc.tuple(pick('X-HTTP-Method-Override', 'X-Original-URL'), pick('DELETE', '/admin')),
  fc.tuple(pick('Sec-Fetch-Site'), pick('same-origin', 'cross-site', 'none', 'x')),
  fc.tuple(pick('User-Agent', 'Referer'), pick('', 'x'.repeat(5_000), 'http://[', 'a\u00ffb'))
);

/** A network of its own for nearly each request, as a proxy would say it. */
const network = fc
  .tuple(fc.nat(255), fc.nat(255), fc.nat(255))
  .map(([a, b, c]) => `${11 + (a % 100)}.${b}.${c}.7`);

export const headers = fc
  .tuple(language, fc.array(oddHeader, { maxLength: 2 }), network)
  .map(([accepted, odd, address]): Record<string, string> => ({
    'Accept-Language': accepted,
    ...Object.fromEntries(odd),
    'X-Forwarded-For': address,
  }));
