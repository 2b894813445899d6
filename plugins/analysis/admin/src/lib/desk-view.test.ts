import { describe, expect, test } from '@jest/globals';
import {
  cleanFilters,
  countsQuery,
  deskAddress,
  queueQuery,
  readView,
  requestFilters,
  viewKey,
  withoutFilter,
  writeView,
  type DeskView,
} from './desk-view';

const read = (search: string) => readView(new URLSearchParams(search));
const DEFAULT: DeskView = { tab: 'pending', sort: 'oldest', filters: {} };

describe('reading the address', () => {
  test.each([
    ['nothing', '', DEFAULT],
    ['a tab', 'tab=spam', { ...DEFAULT, tab: 'spam' }],
    ['a sort', 'sort=newest', { ...DEFAULT, sort: 'newest' }],
    ['a tab that there is not', 'tab=nonsense&sort=best', DEFAULT],
    ['a filter', 'q=caf%C3%A9+noir', { ...DEFAULT, filters: { q: 'café noir' } }],
    ['a blank filter', 'q=+&author=', DEFAULT],
    ['a parameter of someone else', 'page=2', DEFAULT],
    ['the first of two', 'author=a&author=b', { ...DEFAULT, filters: { author: 'a' } }],
  ])('takes %s', (_name, search, view) => {
    expect(read(search)).toEqual(view);
  });

  test('cuts a filter that the server would refuse', () => {
    expect(read(`q=${'x'.repeat(300)}`).filters.q).toHaveLength(200);
    expect(read(`q=${'x'.repeat(199)}😀`).filters.q).toBe('x'.repeat(199));
  });
});

describe('writing the address', () => {
  test('leaves the defaults out', () => {
    expect(viewKey(DEFAULT)).toBe('');
  });

  test('gives back what was read', () => {
    const view: DeskView = {
      tab: 'reported',
      sort: 'newest',
      filters: { article: 'abc', from: '2026-01-02', to: '2026-02-03', q: 'a&b=c #1', reason: 'x' },
    };
    expect(readView(writeView(view))).toEqual(view);
  });

  test('does not depend on the order in which filters were set', () => {
    const one = viewKey({ ...DEFAULT, filters: { q: 'x', author: 'y' } });
    const two = viewKey({ ...DEFAULT, filters: { author: 'y', q: 'x' } });
    expect(one).toBe(two);
  });
});

test.each<[string, DeskView, string]>([
  ['as it opens', DEFAULT, '/plugins/analysis/moderation'],
  [
    'on an article',
    { ...DEFAULT, tab: 'spam', filters: { article: 'a b' } },
    '/plugins/analysis/moderation?tab=spam&article=a+b',
  ],
])('the address of the desk %s', (_name, view, address) => {
  expect(deskAddress(view)).toBe(address);
});

test('blank filters are no filters', () => {
  expect(cleanFilters({ q: '  ', author: ' Ann ' })).toEqual({ author: 'Ann' });
});

test('closing a chip leaves the other filters', () => {
  expect(withoutFilter({ q: 'x', author: 'y' }, 'q')).toEqual({ author: 'y' });
});

describe('what the server gets', () => {
  test('days are where the moderator is, and the last one counts to its end', () => {
    expect(requestFilters({ from: '2026-03-01', to: '2026-03-01', q: 'x' })).toEqual({
      q: 'x',
      from: new Date(2026, 2, 1, 0, 0, 0, 0).toISOString(),
      to: new Date(2026, 2, 1, 23, 59, 59, 999).toISOString(),
    });
  });

  test('a day that is none is not moved to another', () => {
    expect(requestFilters({ from: '2026-02-30' })).toEqual({ from: '2026-02-30' });
  });

  test('a date with a time is left alone', () => {
    const from = '2026-03-01T10:00:00Z';
    expect(requestFilters({ from })).toEqual({ from });
  });

  test('the first page has no cursor, the next one has', () => {
    expect(queueQuery(DEFAULT, 25, null)).toBe('tab=pending&sort=oldest&limit=25');
    expect(queueQuery(DEFAULT, 25, 'a=')).toBe('tab=pending&sort=oldest&limit=25&cursor=a%3D');
  });

  test('counts know filters only', () => {
    expect(countsQuery({ author: 'Ann Lee' })).toBe('author=Ann+Lee');
  });
});
