import { PHASES } from '../run-phases';
import { triagePolicySchema } from '../policy';
import type { Signals, PhaseName, Verdict } from '../types';
import { UNKNOWN_GUEST } from '../anonymous-signals';

/** The phases that look at the circumstances of a comment; see `texts.test.ts` for the others. */
type Row = [name: string, signals: Partial<Signals>, settings: object, expected: string];

const verdictOf = (name: PhaseName, signals: Partial<Signals>, settings: object): Verdict => {
  const policy = triagePolicySchema.parse({ [name]: settings });
  const phase = PHASES.find((each) => each.name === name);
  return phase?.run({ ...UNKNOWN_GUEST, ...signals }, policy) as Verdict;
};
const run = (...of: Parameters<typeof verdictOf>): string => {
  const verdict = verdictOf(...of);
  return verdict.outcome === 'pass' ? 'pass' : `${verdict.outcome}: ${verdict.reason.code}`;
};

const author = (over: Partial<Signals['author']>) => ({
  author: { ...UNKNOWN_GUEST.author, ...over },
});
const history = (approved: number, rejected = 0, spam = 0) => ({
  history: { approved, rejected, spam },
});
const ban = { kind: 'email', until: null, reason: 'again and again' } as const;
const LONG = 'Une phrase assez longue pour que la langue soit sûre. '.repeat(3);
const french = { content: LONG, detectedLanguage: 'fr' };

const TABLE: Partial<Record<PhaseName, Row[]>> = {
  discussion: [
    ['an open one', {}, {}, 'pass'],
    [
      'one that an editor closed',
      { discussion: { open: false, closed: 'editor' } },
      {},
      'reject: closed_by_editor',
    ],
    ['an old one', { discussion: { open: false, closed: 'age' } }, {}, 'reject: closed_by_age'],
  ],
  banned: [
    ['nobody', {}, {}, 'pass'],
    ["a moderator's ban", { blockedBy: ban }, {}, 'spam: banned'],
    [
      'an address in another case',
      author({ email: 'ANA@Example.com' }),
      { blockedEmails: ['Ana@example.com'] },
      'spam: blocked_email',
    ],
    ['a mail domain', {}, { blockedDomains: ['example.com'] }, 'spam: blocked_domain'],
    [
      'a subdomain as website',
      author({ url: 'https://shop.bad.example/x' }),
      { blockedDomains: ['bad.example'] },
      'spam: blocked_domain',
    ],
    [
      'a link',
      { content: 'see https://bad.example/1' },
      { blockedDomains: ['bad.example'] },
      'spam: blocked_domain',
    ],
    ['another domain', {}, { blockedDomains: ['ample.com'] }, 'pass'],
    [
      'a network',
      { address: '192.0.2.77' },
      { blockedNetworks: ['192.0.2.0/24'] },
      'spam: blocked_network',
    ],
    [
      'one address, mapped to IPv6',
      { address: '::ffff:192.0.2.7' },
      { blockedNetworks: ['192.0.2.7'] },
      'spam: blocked_network',
    ],
    [
      'an IPv6 network',
      { address: '2001:db8::5' },
      { blockedNetworks: ['2001:db8::/32'] },
      'spam: blocked_network',
    ],
    ['another kind', { address: '2001:db8::5' }, { blockedNetworks: ['192.0.2.0/24'] }, 'pass'],
    ['no address', { address: 'unknown' }, { blockedNetworks: ['192.0.2.0/24'] }, 'pass'],
  ],
  honeypot: [
    ['an empty field', {}, {}, 'pass'],
    ['a filled field', { honeypot: 'x' }, {}, 'spam: filled_in'],
  ],
  timing: [
    ['no token', {}, {}, 'pass'],
    ['no token where one is required', {}, { requireToken: true }, 'hold: no_token'],
    ['a token of our own making', { secondsToSubmit: 'invalid' }, {}, 'hold: invalid_token'],
    ['a time in the future', { secondsToSubmit: -1 }, {}, 'hold: invalid_token'],
    ['no number', { secondsToSubmit: NaN }, {}, 'hold: invalid_token'],
    ['two seconds', { secondsToSubmit: 2.9 }, {}, 'hold: too_fast'],
    ['three seconds', { secondsToSubmit: 3 }, {}, 'pass'],
    ['two seconds where that will do', { secondsToSubmit: 2 }, { minSeconds: 1 }, 'pass'],
  ],
  flood: [
    ['the fifth', { recent: { byIdentity: 4, byNetwork: 4 } }, {}, 'pass'],
    ['the sixth', { recent: { byIdentity: 5, byNetwork: 5 } }, {}, 'hold: identity'],
    ['many from one office', { recent: { byIdentity: 0, byNetwork: 20 } }, {}, 'hold: network'],
    ['a busy office', { recent: { byIdentity: 0, byNetwork: 19 } }, {}, 'pass'],
  ],
  duplicates: [
    ['a new text', {}, {}, 'pass'],
    [
      'the same again',
      { duplicate: { bySameAuthor: true, nearElsewhere: 0 } },
      {},
      'reject: same_author',
    ],
    [
      'the same again, as spam',
      { duplicate: { bySameAuthor: true, nearElsewhere: 0 } },
      { sameAuthor: 'spam' },
      'spam: same_author',
    ],
    ['once elsewhere', { duplicate: { bySameAuthor: false, nearElsewhere: 1 } }, {}, 'pass'],
    [
      'twice elsewhere',
      { duplicate: { bySameAuthor: true, nearElsewhere: 2 } },
      {},
      'spam: elsewhere',
    ],
  ],
  disposable: [
    ['an ordinary address', {}, {}, 'pass'],
    ['a known one', { disposable: true }, {}, 'hold: domain'],
    ["one of the operator's", {}, { domains: ['EXAMPLE.com'] }, 'hold: domain'],
    ['no address', { ...author({ email: null }), disposable: true }, {}, 'pass'],
  ],
  language: [
    ["the article's", { ...french, articleLanguage: 'fr-CA' }, {}, 'pass'],
    ['another', french, {}, 'hold: other_language'],
    ['another that is welcome', french, { alsoAllowed: ['fr'] }, 'pass'],
    ['another in few words', { ...french, content: 'Tout à fait.' }, {}, 'pass'],
    ['an unknown one', { content: LONG }, {}, 'pass'],
    ["another, the article's unknown", { ...french, articleLanguage: null }, {}, 'pass'],
  ],
  external: [
    ['silence', {}, {}, 'pass'],
    [
      'a verdict',
      {
        external: { outcome: 'spam', reason: { phase: 'external', code: 'akismet', message: '' } },
      },
      {},
      'spam: akismet',
    ],
  ],
  trust: [
    ['a stranger', {}, {}, 'pass'],
    [
      'a reader with three',
      { ...author({ signedIn: true }), ...history(3) },
      {},
      'approve: known_author',
    ],
    ['a reader with two', { ...author({ signedIn: true }), ...history(2) }, {}, 'pass'],
    [
      'a reader with spam among them',
      { ...author({ signedIn: true }), ...history(9, 0, 1) },
      {},
      'pass',
    ],
    ['a guest whose address is not confirmed', history(9), {}, 'pass'],
    ['a confirmed guest', { ...history(3), confirmedEmail: true }, {}, 'approve: known_author'],
  ],
};

for (const [name, rows] of Object.entries(TABLE)) {
  test.each(rows)(`${name}: %s`, (_what, signals, settings, expected) => {
    expect(run(name as PhaseName, signals, settings)).toBe(expected);
  });
}

test.each([
  ['for a time', new Date('2030-01-02T03:04:05Z'), { until: '2030-01-02T03:04:05.000Z' }],
  ['for good', null, {}],
])('of a ban %s moderators see what it is on, why, and its end', (_what, until, end) => {
  expect(verdictOf('banned', { blockedBy: { ...ban, until } }, {})).toMatchObject({
    reason: { params: { kind: 'email', reason: 'again and again', ...end } },
  });
});
