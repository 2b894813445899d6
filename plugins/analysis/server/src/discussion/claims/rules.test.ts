import { CLAIM_STATUSES, type ClaimStatus } from '../../../../shared/contracts/claims';
import {
  byArticle,
  decided,
  filterFaults,
  isOvertaken,
  isSame,
  passagesIn,
  pickFilters,
  quoteFaults,
  quoteHash,
  type ClaimState,
} from './rules';

const TEXTS = [
  'The “harbour” plan',
  'Le conseil a débattu : « le risque ».',
  '٢٥ engineers here. The council – all of it –\nheard 15 engineers, who said it’s 3.5\u00a0% of £1,200,000…\nAnd 2 more.',
];

test.each([
  ['The council – all of it – heard 15 engineers', 'as it stands, over a line end'],
  ['the COUNCIL - all of it - heard', 'in another case, with plain dashes'],
  ["who said it's 3.5 % of", 'with a plain apostrophe and blank'],
  ['of £1,200,000... And 2', 'with three full stops'],
  ['  The   council\t–\nall  ', 'with other blanks'],
  ['he council – all of it – hear', 'cut within words'],
  ['The "harbour" plan', 'in the title, with straight quotation marks'],
  [
    'a de\u0301battu : «\u202fle risque\u202f»',
    'in a summary, with parts of letters and thin blanks',
  ],
  ['heard 15 engi\u00adneers\u200b, who', 'with what nobody sees'],
  ['15 engineers', 'beginning with a whole number'],
])('%j is a passage: %s', (quote) => {
  expect(passagesIn(TEXTS)(quote)).not.toBeNull();
});

test.each([
  ['The council heard 15 engineers', 'words are left out'],
  ['5 engineers, who said', 'the beginning cuts a number'],
  ['5 % of £1,200,000', 'the beginning cuts a fraction'],
  ['% of £1,200', 'the end cuts a number'],
  ['who said it’s 3', 'the end cuts a fraction'],
  ['plan Le conseil', 'it runs from one text into the next'],
  ['council of it', 'another text'],
  ['٥ engineers here', 'the beginning cuts a number in other digits'],
  ['', 'nothing'],
  [' \u200b\n', 'nothing that is seen'],
])('%j is none: %s', (quote) => {
  expect(passagesIn(TEXTS)(quote)).toBeNull();
});

test('a passage is given in the article’s own words', () => {
  expect(passagesIn(TEXTS)('COUNCIL - ALL OF IT - HEARD 15')).toBe(
    'council – all of it – heard 15'
  );
  expect(passagesIn(['او می\u200c خواهم رفت'])('می خواهم')).toBe('می\u200c خواهم');
  expect(passagesIn(['Costs 15 million, it costs 5 million.'])('it costs 5 million')).toBe(
    'it costs 5 million'
  );
  expect(passagesIn(['15 million, then 5 million'])('5 million')).toBe('5 million');
  expect(passagesIn(['Platform 2\ufe0f\u20e3 opens'])('Platform 2')).toBe('Platform 2\ufe0f\u20e3');
});

test('a quotation needs ten characters that are seen, and to be there', () => {
  expect(quoteFaults('a long enough passage', 'a long enough passage')).toEqual([]);
  expect(quoteFaults('a long enough passage', null)).toMatchObject([
    { path: ['quote'], code: 'not_found' },
  ]);
  expect(quoteFaults(`a${'\u200b'.repeat(20)}b`, 'ab')).toMatchObject([
    { path: ['quote'], code: 'too_short', params: { limit: 10, length: 2 } },
  ]);
});

test('one passage has one key, however it is quoted', () => {
  expect(quoteHash('The “council”\n– heard')).toBe(quoteHash('the "COUNCIL" -  heard'));
  expect(quoteHash('The council')).not.toBe(quoteHash('The councils'));
});

const NOW = new Date('2026-02-02T00:00:00Z');
const THEN = new Date('2026-01-01T00:00:00Z');
const state = (status: ClaimStatus): ClaimState =>
  status === 'upheld'
    ? { status, correction: 'Old words.', correctedAt: THEN }
    : { status, correction: null, correctedAt: null };

test.each(CLAIM_STATUSES.flatMap((from) => CLAIM_STATUSES.map((to) => [from, to] as const)))(
  'from %s to %s: only what is upheld has a correction',
  (from, to) => {
    expect(decided(state(from), { status: to, correction: 'New words.' }, NOW)).toEqual({
      status: to,
      correction: to === 'upheld' ? 'New words.' : null,
      correctedAt: to !== 'upheld' ? null : from === 'upheld' ? THEN : NOW,
    });
  }
);

/** What is, what was seen, what is decided, and whether someone was quicker. */
test.each([
  ['open', 'open', 'upheld', 'New words.', false],
  ['open', null, 'upheld', 'New words.', false],
  ['dismissed', null, 'upheld', 'New words.', false],
  ['dismissed', 'open', 'upheld', 'New words.', true],
  ['dismissed', 'open', 'dismissed', null, false],
  ['upheld', 'open', 'dismissed', null, true],
  ['upheld', 'open', 'upheld', 'Old words.', false],
  ['upheld', 'open', 'upheld', 'New words.', true],
  ['upheld', 'upheld', 'upheld', 'New words.', false],
  ['open', 'upheld', 'open', null, false],
] as const)('%s, seen as %s, to %s (%s): overtaken %s', (is, from, to, correction, expected) => {
  const after = decided(state(is), { status: to, correction }, NOW);
  expect(isOvertaken(state(is), after, from)).toBe(expected);
});

test('a decision that changes neither status nor words changes nothing', () => {
  const again = decided(state('upheld'), { status: 'upheld', correction: 'Old words.' }, NOW);
  expect(isSame(state('upheld'), again)).toBe(true);
  expect(isSame(state('upheld'), { ...again, correction: 'New words.' })).toBe(false);
  expect(isSame(state('open'), state('dismissed'))).toBe(false);
});

test('filters are short texts; empty ones are none', () => {
  expect(filterFaults({ article: 'a', q: 'b' })).toEqual([]);
  expect(
    filterFaults({ article: 'a'.repeat(65), q: ['b'] }).map(({ path, code }) => [path[0], code])
  ).toEqual([
    ['article', 'wrong_type'],
    ['q', 'wrong_type'],
  ]);
  expect(filterFaults({ q: 'a\0b' })).toHaveLength(1);
  expect(pickFilters({ article: ' a ', q: ' ', status: 'open' })).toEqual({ article: 'a' });
});

test('corrections are gathered by article, in their order', () => {
  const row = (articleId: string, documentId: string) => ({
    articleId,
    documentId,
    quote: 'q',
    text: 't',
    correctedAt: '2026-01-01T00:00:00.000Z',
  });
  const found = byArticle([row('a', '1'), row('b', '2'), row('a', '3')]);
  expect(found.get('a')?.map(({ documentId }) => documentId)).toEqual(['1', '3']);
  expect(found.get('b')?.[0]).not.toHaveProperty('articleId');
});
