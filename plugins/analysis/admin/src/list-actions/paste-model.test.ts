import { expect, test } from '@jest/globals';
import { fault } from '../../../shared/faults';
import type { PostPreview } from '../../../shared/contracts/ingest';
import { actionOf, excerptOf } from './paste-model';

const preview = (changes: Partial<PostPreview> = {}): PostPreview => ({
  post: {
    title: 'A title',
    language: 'en',
    body: 'A body.',
    originalLink: null,
    sourceName: null,
    sourcePublishedAt: null,
    summaries: [],
  },
  faults: [],
  warnings: [],
  outcome: 'created',
  documentId: null,
  ...changes,
});
const faults = [fault('title', 'required', 'title is required')];

test.each([
  ['a new story is made', preview(), 'create'],
  ['a draft nobody edited is updated', preview({ outcome: 'updated', documentId: 'a' }), 'update'],
  ['one that was edited is replaced', preview({ outcome: 'edited', documentId: 'a' }), 'replace'],
  ['the same again is opened', preview({ outcome: 'unchanged', documentId: 'a' }), 'open'],
  ['a page at fault cannot be made', preview({ faults }), null],
  ['nor can it replace', preview({ faults, outcome: 'edited', documentId: 'a' }), null],
])('%s', (_what, given, action) => {
  expect(actionOf(given)).toBe(action);
});

test('an excerpt is whole where the article is short', () => {
  expect(excerptOf(' One line.\n')).toEqual({ text: 'One line.', cut: false, length: 9 });
});

test('an excerpt ends after some lines, and after some characters, never within one', () => {
  const lines = Array.from({ length: 20 }, (_, n) => `Line ${n}`).join('\n');
  expect(excerptOf(lines).text.split('\n')).toHaveLength(6);
  expect(excerptOf(lines).cut).toBe(true);
  const long = '🌊'.repeat(1_000);
  const { text, cut, length } = excerptOf(long);
  expect([...text]).toEqual(Array.from({ length: 400 }, () => '🌊'));
  expect([cut, length]).toEqual([true, 1_000]);
});

test('an excerpt of a very long line costs no more than what is shown', () => {
  expect(excerptOf('a'.repeat(1_000_000)).text).toHaveLength(400);
});
