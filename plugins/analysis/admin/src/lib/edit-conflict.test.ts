import { expect, test } from '@jest/globals';
import { conflictOf } from './edit-conflict';

const current = { documentId: 'a' };
const refusal = (status: number, details: unknown) => ({
  status,
  response: { data: { error: { status, details } } },
});

test.each([
  ['a conflict', refusal(409, { current }), current],
  ['a conflict about something else', refusal(409, {}), null],
  ['another refusal', refusal(400, { current }), null],
  ['a refusal without an answer', { status: 409 }, null],
  ['a broken connection', new TypeError('Failed to fetch'), null],
  ['nothing', null, null],
])('%s', (_name, error, expected) => {
  expect(conflictOf(error)).toEqual(expected);
});
