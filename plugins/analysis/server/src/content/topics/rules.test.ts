import { cleanTopic } from './rules';

test.each([
  ['a name', { name: ' Law & Order ' }, { name: 'Law & Order', slug: 'law-and-order' }, []],
  ['a slug of its own', { name: 'Law', slug: 'legal' }, { name: 'Law', slug: 'legal' }, []],
  ['no name', {}, null, ['name:required']],
  ['a long name', { name: 'a'.repeat(81) }, null, ['name:too_long']],
  ['a bad slug', { name: 'Law', slug: 'No Slug' }, null, ['slug:invalid_slug']],
  ['letters of another script', { name: '法律' }, { name: '法律', slug: 'topic-32bc0a33' }, []],
])('%s', (_what, data, values, faults) => {
  const result = cleanTopic(data);
  expect(result.faults.map(({ path, code }) => `${path.join('.')}:${code}`)).toEqual(faults);
  if (values !== null) expect(result.values).toEqual(values);
});
