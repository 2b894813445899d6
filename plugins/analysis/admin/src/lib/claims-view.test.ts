import { describe, expect, test } from '@jest/globals';
import {
  claimCountsQuery,
  claimsAddress,
  claimsKey,
  claimsQuery,
  cleanClaimFilters,
  isClaims,
  readClaims,
  writeClaims,
  type ClaimsView,
} from './claims-view';

const read = (search: string) => readClaims(new URLSearchParams(search));
const DEFAULT: ClaimsView = { status: 'open', sort: 'oldest', filters: {} };

test.each([
  ['', false],
  ['tab=spam', false],
  ['tab=claims', true],
  ['tab=claims&status=nonsense', true],
  ['status=open', false],
])('an address with %j asks for claims: %s', (search, claims) => {
  expect(isClaims(new URLSearchParams(search))).toBe(claims);
});

describe('reading the address', () => {
  test.each([
    ['nothing', 'tab=claims', DEFAULT],
    ['a status', 'tab=claims&status=upheld', { ...DEFAULT, status: 'upheld' }],
    ['a sort', 'tab=claims&sort=newest', { ...DEFAULT, sort: 'newest' }],
    ['what there is not', 'tab=claims&status=spam&sort=best', DEFAULT],
    ['an article', 'tab=claims&article=a', { ...DEFAULT, filters: { article: 'a' } }],
    ['a blank filter', 'tab=claims&q=+&article=', DEFAULT],
    ['a filter of comments', 'tab=claims&email=a', DEFAULT],
  ])('takes %s', (_name, search, view) => {
    expect(read(search)).toEqual(view);
  });

  test('cuts a filter that the server would refuse', () => {
    expect(read(`q=${'x'.repeat(300)}`).filters.q).toHaveLength(200);
    expect(read(`q=${'x'.repeat(199)}😀`).filters.q).toBe('x'.repeat(199));
  });
});

test('writing gives back what was read, and leaves the defaults out', () => {
  const view: ClaimsView = {
    status: 'dismissed',
    sort: 'newest',
    filters: { article: 'a b', q: 'x&y=z' },
  };
  expect(readClaims(writeClaims(view))).toEqual(view);
  expect(claimsKey(DEFAULT)).toBe('tab=claims');
  expect(claimsAddress(DEFAULT)).toBe('/plugins/analysis/moderation?tab=claims');
});

test('the server gets filters that are set, and the cursor of the next page', () => {
  const view: ClaimsView = { ...DEFAULT, filters: { article: '', q: ' tide ' } };
  expect(cleanClaimFilters(view.filters)).toEqual({ q: 'tide' });
  expect(claimsQuery(view, 25, null)).toBe('status=open&sort=oldest&limit=25&q=tide');
  expect(claimsQuery(DEFAULT, 25, 'a=')).toBe('status=open&sort=oldest&limit=25&cursor=a%3D');
  expect(claimCountsQuery({ article: 'a' })).toBe('article=a');
  expect(claimCountsQuery({})).toBe('');
});
