import { expect, test } from '@jest/globals';
import { ageOf } from './age';

const NOW = Date.parse('2026-03-31T12:00:00.000Z');

test.each([
  ['2026-03-31T12:00:00.000Z', 0, 'minute'],
  ['2026-03-31T11:59:01.000Z', 0, 'minute'],
  ['2026-03-31T11:59:00.000Z', -1, 'minute'],
  ['2026-03-31T11:00:00.000Z', -1, 'hour'],
  ['2026-03-29T11:00:00.000Z', -2, 'day'],
  ['2026-03-17T12:00:00.000Z', -2, 'week'],
  ['2026-01-31T12:00:00.000Z', -1, 'month'],
  ['2024-03-01T12:00:00.000Z', -2, 'year'],
  ['2026-03-31T12:05:00.000Z', 0, 'minute'],
])('%s', (at, value, unit) => {
  expect(ageOf(at, NOW)).toEqual({ value, unit });
});
