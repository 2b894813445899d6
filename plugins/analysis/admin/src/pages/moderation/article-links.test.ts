import { expect, test } from '@jest/globals';
import { articleLinks } from './article-links';

const path = '/content-manager/collection-types/plugin::analysis.article/abc';
const page = 'https://news.example.com/posts/abc';

test.each([
  // may read · address → title, second link
  [true, page, { title: { to: 'form', path }, site: page }],
  [true, null, { title: { to: 'form', path }, site: null }],
  [false, page, { title: { to: 'site', href: page }, site: null }],
  [false, null, { title: { to: 'nowhere' }, site: null }],
])('who may read it: %s, of one at %s', (mayRead, address, links) => {
  expect(articleLinks({ documentId: 'abc', address }, mayRead)).toEqual(links);
});
