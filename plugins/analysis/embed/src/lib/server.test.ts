import { apiBase, fileAddress, webAddress } from './server';

const served = 'https://cms.example.com/api/analysis/embed.js?v=1';

test.each([
  // server, script, base
  ['none, script of the plugin', null, served, 'https://cms.example.com/api/analysis'],
  [
    'none, Strapi behind a path, another prefix',
    '',
    'https://example.com/cms/content/analysis/embed.js',
    'https://example.com/cms/content/analysis',
  ],
  [
    'none, script in a bundle',
    ' ',
    'https://example.com/app.js',
    'https://example.com/api/analysis',
  ],
  ['an origin', 'https://b.example.com', served, 'https://b.example.com/api/analysis'],
  ['a slash at its end', 'https://b.example.com/', served, 'https://b.example.com/api/analysis'],
  ['a path', 'https://b.example.com/cms/', served, 'https://b.example.com/cms/api/analysis'],
  [
    'the whole',
    'https://b.example.com/api/analysis/',
    served,
    'https://b.example.com/api/analysis',
  ],
  ['a port', 'http://127.0.0.1:1337', served, 'http://127.0.0.1:1337/api/analysis'],
  ['no address', 'https://', served, null],
  ['another protocol', 'javascript:alert(1)', served, null],
  ['none at all', '', '', null],
])('the API of a server: %s', (_what, server, script, base) => {
  expect(apiBase(server, script)).toBe(base);
});

test.each([
  ['https://example.com/a', 'https://example.com/a'],
  ['HTTP://example.com', 'HTTP://example.com'],
  ['javascript:alert(1)', null],
  [' javascript:alert(1)//https://', null],
  ['//example.com', null],
  ['', null],
  [null, null],
])('a link to %p', (url, expected) => {
  expect(webAddress(url)).toBe(expected);
});

test('files are found on the server that names them', () => {
  const base = 'https://cms.example.com/api/analysis';
  expect(fileAddress('/uploads/a.png', base)).toBe('https://cms.example.com/uploads/a.png');
  expect(fileAddress('https://cdn.example.com/a.png', base)).toBe('https://cdn.example.com/a.png');
  expect(fileAddress('data:image/png,', base)).toBeNull();
  expect(fileAddress('/a.png', '')).toBeNull();
});
