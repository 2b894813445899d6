import type { Core } from '@strapi/strapi';
import {
  addressWarning,
  apiUrl,
  fileLink,
  fileUrl,
  homeUrl,
  postLink,
  postUrl,
  serverUrl,
} from './urls';

const LISTENING = 'http://0.0.0.0:1337';

interface Settings {
  url?: string;
  siteUrl?: string;
  postPath?: string;
  environment?: string;
}

/** Strapi's configuration as it is after its own start: `absoluteUrl` follows `url`. */
function configured({ url = '', siteUrl = '', postPath = '/posts/:slug', environment }: Settings) {
  const values: Record<string, unknown> = {
    'server.url': url,
    'server.absoluteUrl': url.startsWith('http') ? url : `${LISTENING}${url}`,
    'plugin::analysis': { siteUrl, postPath },
    environment,
  };
  const get = (key: string, fallback?: unknown) => values[key] ?? fallback;
  return { config: { get } } as unknown as Core.Strapi;
}

test.each<[string, Settings, Record<string, string>]>([
  [
    'nothing',
    {},
    {
      post: `${LISTENING}/posts/a`,
      home: `${LISTENING}/`,
      api: `${LISTENING}/api/analysis/feed.rss`,
      file: `${LISTENING}/uploads/a.png`,
    },
  ],
  [
    'the server',
    { url: 'https://cms.example.org' },
    {
      post: 'https://cms.example.org/posts/a',
      home: 'https://cms.example.org/',
      api: 'https://cms.example.org/api/analysis/feed.rss',
      file: 'https://cms.example.org/uploads/a.png',
    },
  ],
  [
    'a server below a path',
    { url: 'https://example.org/cms' },
    {
      post: 'https://example.org/cms/posts/a',
      home: 'https://example.org/cms/',
      api: 'https://example.org/cms/api/analysis/feed.rss',
      file: 'https://example.org/cms/uploads/a.png',
    },
  ],
  [
    'only a path',
    { url: '/cms' },
    { post: `${LISTENING}/cms/posts/a`, api: `${LISTENING}/cms/api/analysis/feed.rss` },
  ],
  [
    'a site of its own',
    { url: 'https://cms.example.org', siteUrl: 'https://example.org/', postPath: '/news/:slug/' },
    {
      post: 'https://example.org/news/a/',
      home: 'https://example.org/',
      api: 'https://cms.example.org/api/analysis/feed.rss',
      file: 'https://cms.example.org/uploads/a.png',
    },
  ],
  [
    'a site alone',
    { siteUrl: 'https://example.org/analysis' },
    { post: 'https://example.org/analysis/posts/a', home: 'https://example.org/analysis' },
  ],
])('with %s configured', (_what, settings, expected) => {
  const strapi = configured(settings);
  expect({
    post: postUrl(strapi, 'a'),
    home: homeUrl(strapi),
    api: apiUrl(strapi, '/feed.rss'),
    file: fileUrl(strapi, '/uploads/a.png'),
  }).toMatchObject(expected);
});

test.each<[string, Settings, string, string]>([
  ['nothing', {}, '/posts/a', '/uploads/a.png'],
  [
    'the server',
    { url: 'https://cms.example.org' },
    'https://cms.example.org/posts/a',
    'https://cms.example.org/uploads/a.png',
  ],
  [
    'a site alone',
    { siteUrl: 'https://example.org' },
    'https://example.org/posts/a',
    '/uploads/a.png',
  ],
])('within the site, with %s configured', (_what, settings, post, file) => {
  const strapi = configured(settings);
  expect(postLink(strapi, 'a')).toBe(post);
  expect(fileLink(strapi, '/uploads/a.png')).toBe(file);
  expect(fileLink(strapi, 'https://cdn.example.org/a.png')).toBe('https://cdn.example.org/a.png');
});

test.each([
  ['https://cdn.example.org/a.png', 'https://cdn.example.org/a.png'],
  ['//cdn.example.org/a.png', 'https://cdn.example.org/a.png'],
  ['uploads/a.png', 'https://cms.example.org/uploads/a.png'],
])('a file at %s is at %s', (url, expected) => {
  expect(fileUrl(configured({ url: 'https://cms.example.org' }), url)).toBe(expected);
});

test.each<[Settings, RegExp | null]>([
  [{ environment: 'production' }, /^All addresses .* http:\/\/0\.0\.0\.0:1337, as PUBLIC_URL/],
  [{ environment: 'production', siteUrl: 'https://example.org' }, /^Feeds, files and links/],
  [{ environment: 'production', url: '/cms' }, /http:\/\/0\.0\.0\.0:1337\/cms/],
  [{ environment: 'production', url: 'https://cms.example.org' }, null],
  [{ environment: 'development' }, null],
])('with %j the log is told %s', (settings, expected) => {
  const warning = addressWarning(configured(settings));
  if (expected === null) expect(warning).toBeNull();
  else expect(warning).toMatch(expected);
});

test('an address on the server needs no path', () => {
  expect(serverUrl(configured({ url: 'https://cms.example.org' }), '')).toBe(
    'https://cms.example.org'
  );
});
