import { cleanFields, publicOnly, publishFaults, sameAsBodyFaults } from './rules';

const TEXT = 'A summary that is long enough to say something.';

test.each([
  ['nothing', {}, []],
  ['empty fields', { text: ' ', language: null }, []],
  ['39 characters', { text: 'a'.repeat(39) }, ['text:too_short']],
  ['40 characters', { text: 'a'.repeat(40) }, []],
  ['2,001 characters', { text: 'a'.repeat(2_001) }, ['text:too_long']],
  ['both wrong', { text: 7, language: 'no tag' }, ['language:invalid_language', 'text:wrong_type']],
])('a draft with %s', (_what, data, expected) => {
  expect(cleanFields(data).faults.map(({ path, code }) => `${path.join('.')}:${code}`)).toEqual(
    expected
  );
});

test.each([
  ['whole', { language: 'fr', text: TEXT }, 'a1', []],
  ['without an article', { language: 'fr', text: TEXT }, null, ['article']],
  ['without anything', { language: null, text: null }, null, ['article', 'language', 'text']],
])('publishing one %s', (_what, values, articleId, expected) => {
  expect(publishFaults(values, articleId).map(({ path }) => path.join('.'))).toEqual(expected);
});

test.each([
  ['another text', 'Something else', 0],
  ['the very body', TEXT, 1],
  ['the body with other white space', `  ${TEXT.replace(/ /g, '\n')} `, 1],
])('a body that is %s', (_what, body, faults) => {
  expect(sameAsBodyFaults(TEXT, [null, body])).toHaveLength(faults);
});

test.each([
  ['readers', {}, undefined, { $and: [{}, { visible: true }] }],
  ['readers of one', {}, 'd1', { $and: [{}, { visible: true }, { documentId: 'd1' }] }],
  [
    'their own filters stay',
    { filters: { language: 'fr' } },
    undefined,
    { $and: [{ language: 'fr' }, { visible: true }] },
  ],
  ['drafts', { status: 'draft' }, 'd1', { $and: [{}, { documentId: 'd1' }] }],
])('publicOnly for %s', (_what, query, documentId, filters) => {
  expect(publicOnly(query, documentId).filters).toEqual(filters);
});
