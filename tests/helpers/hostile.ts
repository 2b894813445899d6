/** Values that a careless service answers with a 500, keeps broken, or runs. */

const CONTROLS = Array.from({ length: 32 }, (_, code) => `a${String.fromCharCode(code)}b`);
const C1 = Array.from({ length: 33 }, (_, n) => `a${String.fromCharCode(0x7f + n)}b`);
const MARKS = [
  0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2028, 0x2029,
  0x2060, 0x2066, 0x2067, 0x2068, 0x2069, 0xfeff, 0xfffd, 0xfffe, 0xffff, 0x00ad, 0x034f, 0x061c,
].map((code) => `mark ${String.fromCodePoint(code)} here`);
const SURROGATES = ['\ud800', '\udfff', 'a\ud83d', '\ude00a', '\udc00\ud800', 'x\udbffx'];
const ASTRAL = [
  '😀'.repeat(100),
  '👩‍👩‍👧‍👦',
  'e\u0301'.repeat(50),
  'Z\u0351\u036b\u0343'.repeat(40),
  '𝔘𝔫𝔦',
];

const SQL = [
  "' or '1'='1",
  "'; drop table analysis_comments; --",
  '" or ""="',
  '1; select pg_sleep(1)',
  "') union select null,null,null--",
  '%',
  '_',
  '\\',
  "\\'",
  '$1',
  '?',
  ':name',
  '${1+1}',
  '{{7*7}}',
  "admin'/*",
  '0x00',
  "x' and sleep(1) and 'x'='x",
];
const HTML = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '"><script>alert(1)</script>',
  "'><img src=x onerror=alert(1)>",
  '</textarea><script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '<!--',
  ']]>',
  '<iframe src=javascript:alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '![x](x" onerror="alert(1))',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '<style>*{display:none}</style>',
  '<base href="https://evil.example/">',
  '<form action="https://evil.example/"><button>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
];
const PATHS = [
  '../../etc/passwd',
  '..\\..\\x',
  '/%2e%2e/',
  'file:///etc/passwd',
  '%00',
  '%ff',
  'con',
  'NUL',
];
const FORMATS = [
  '%s%s%s%n',
  '{0}',
  '%x'.repeat(50),
  '\\u0000',
  '\\x00',
  '&#0;',
  '\r\nSet-Cookie: a=b',
];
const LONG = [1_000, 10_000, 100_000, 500_000].flatMap((length) =>
  ['a', 'é', '\n', ' '].map((each) => each.repeat(length))
);

const deep = (levels: number): unknown => {
  let value: unknown = 'x';
  for (let level = 0; level < levels; level += 1) value = level % 2 ? [value] : { a: value };
  return value;
};
const TYPES: unknown[] = [
  ...[null, true, false, 0, -1, 1.5, 1e308, -1e308, 9007199254740993, '', ' ', '0', 'null'],
  ...[[], {}, [[]], [null], [1, 2], { a: 1 }, { $ne: null }, { $gt: '' }, { set: [] }],
  ...[{ connect: [{ id: 1 }] }, { id: 1 }, { documentId: 'x' }, { toString: 'x' }, { length: 5 }],
  ...[{ __proto__x: 1 }, { constructor: { prototype: { x: 1 } } }, ['a', ['b', ['c']]]],
  ...[deep(5), deep(50), deep(500)],
];
const URLS = [
  'http://localhost/',
  'http://127.0.0.1/',
  'http://[::1]/',
  'http://0x7f000001/',
  'http://2130706433/',
  'http://127.1/',
  'http://169.254.169.254/latest',
  'http://user:pass@example.com/',
  'ftp://example.com/',
  'https://exa mple.com/',
  'https://',
  '//example.com',
  'https://example.com:99999/',
  'https://\u0000.com/',
  'https://xn--/',
  `https://example.com/${'a'.repeat(3_000)}`,
];
const DATES = [
  '2026-13-45',
  '0000-00-00',
  '9999-99-99T99:99:99Z',
  '+275760-09-13T00:00:00.001Z',
  '1e9',
  'now',
];
const TAGS = ['x', 'en-', '-en', 'en_US', 'i-klingon', 'a'.repeat(36), 'en-x', '中文', 'x-private'];

/** Random but the same each time: strings of odd code points. */
function scrambled(count: number): string[] {
  let seed = 20_261_124;
  const next = (max: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % max;
  };
  return Array.from({ length: count }, () =>
    Array.from({ length: 1 + next(12) }, () => String.fromCharCode(next(0x10000))).join('')
  );
}

const LISTED = {
  CONTROLS,
  C1,
  MARKS,
  SURROGATES,
  ASTRAL,
  SQL,
  HTML,
  PATHS,
  FORMATS,
  LONG,
  TYPES,
  URLS,
  DATES,
  TAGS,
};
const listed = Object.values(LISTED).flat();
const GROUPS = {
  ...LISTED,
  SCRAMBLED: scrambled(Math.max(20, 520 - listed.length)),
};

/** At least five hundred of them. */
export const HOSTILE: unknown[] = Object.values(GROUPS).flat();

/**
 * At least two of each kind, the worst by name: what databases, parsers and pages are known to
 * stumble over. These are sent over HTTP; all of them meet the rules of every field in
 * `hostile-values.test.ts`.
 */
export const SAMPLE: unknown[] = [
  ...['a\u0000b', 'a\rb', 'a\u007fb', 'a\u0085b'],
  ...['mark \u202e here', 'mark \u2028 here', 'mark \uffff here'],
  ...['\ud800', 'a\ud83d', '😀'.repeat(100), 'Z\u0351\u036b\u0343'.repeat(40)],
  ...["'; drop table analysis_comments; --", '%', '\\', '${1+1}'],
  ...['<img src=x onerror=alert(1)>', '"><script>alert(1)</script>', 'javascript:alert(1)'],
  ...['</script><script>alert(1)</script>', ']]>', '![x](x" onerror="alert(1))'],
  ...['../../etc/passwd', '%00', '\r\nSet-Cookie: a=b', '&#0;'],
  ...['a'.repeat(100_000), '\n'.repeat(10_000), ...TYPES.slice(0, 1), 1.5, { $ne: null }],
  ...[{ toString: 'x' }, deep(500), 'http://user:pass@example.com/', 'https://exa mple.com/'],
  ...[
    '+275760-09-13T00:00:00.001Z',
    '0000-00-00',
    'en_US',
    '中文',
    ...GROUPS.SCRAMBLED.slice(0, 2),
  ],
];

/** The names of the kinds of which none is in the sample. */
export const missingIn = (sample: readonly unknown[]): string[] => {
  const sent = new Set(sample.map((value) => JSON.stringify(value)));
  return Object.entries(GROUPS)
    .filter(([, group]) => group.filter((value) => sent.has(JSON.stringify(value))).length < 2)
    .map(([name]) => name);
};
