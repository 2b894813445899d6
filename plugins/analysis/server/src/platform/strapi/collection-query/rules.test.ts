import qs from 'qs';
import { collectionQueryFaults } from './rules';
import { shapeOf, type Attribute } from './shape';

const TOPIC: Record<string, Attribute> = {
  name: { type: 'string' },
  secret: { type: 'string', private: true },
  articles: { type: 'relation', relation: 'manyToMany', target: 'article' },
};
const ARTICLE: Record<string, Attribute> = {
  title: { type: 'string' },
  body: { type: 'richtext' },
  summaries: { type: 'json' },
  reviewedHash: { type: 'string', private: true },
  password: { type: 'password' },
  wordCount: { type: 'integer' },
  views: { type: 'biginteger' },
  score: { type: 'float' },
  closed: { type: 'boolean' },
  createdAt: { type: 'datetime' },
  topics: { type: 'relation', relation: 'manyToMany', target: 'topic' },
  owner: { type: 'relation', relation: 'oneToOne', target: 'topic', private: true },
  createdBy: { type: 'relation', relation: 'oneToOne', target: 'admin::user' },
  cover: { type: 'media' },
};
const shape = shapeOf(ARTICLE, (uid) => (uid === 'topic' ? TOPIC : { url: { type: 'string' } }));

/** As Strapi's query middleware reads an address. */
const parse = (query: string) =>
  qs.parse(query, { strictNullHandling: true, arrayLimit: 100, depth: 20 });
const faultsOf = (query: string, reach = 10_000) =>
  collectionQueryFaults(shape, parse(query), { prefix: '$', reach }).map(
    ({ path, code }) => `${path.join('.')} ${code}`
  );

const many = (count: number, make: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => make(n)).join('&');

test.each([
  '',
  'filters[title]=a',
  'filters[title][$containsi]=tide&filters[closed]=false',
  'filters[title][]=a&filters[title][]=b',
  'filters[title][$in][0]=a&filters[title][$in][1]=b',
  'filters[title][$eq]',
  'filters[title][$not][$startsWith]=a',
  'filters[$or][0][title]=a&filters[$or][1][$and][0][wordCount][$gte]=3',
  'filters[$not][title]=a',
  'filters[wordCount][$between]=1&filters[wordCount][$between]=2',
  'filters[createdAt][$gt]=2026-01-01T10:00:00Z',
  'filters[id][$eq]=2147483647&filters[documentId]=abc',
  'filters[views]=9223372036854775807&filters[score]=1e10',
  'filters[topics][name]=law',
  'filters[topics][$notNull]=true',
  'filters[cover][url][$null]=false',
  many(20, (n) => `filters[$or][${n}][title]=${n}`),
  'fields=title,body&fields[]=summaries',
  'fields[0]=id&fields[1]=documentId',
  'fields=*',
  'sort=title:desc,createdAt',
  'sort[0]=title&sort[1]=createdAt:DESC',
  'sort[title]=asc',
  'sort=',
  'populate=*',
  'populate=cover,topics',
  'populate[0]=cover&populate[1]=topics',
  'populate[cover]=true&populate[topics]=*',
  'populate[topics][fields]=name&populate[topics][sort]=name:asc',
  'pagination[page]=3&pagination[pageSize]=100&pagination[withCount]=false',
  'pagination[start]=0&pagination[limit]=1',
  'status=draft&locale=en&_q=tide',
])('%s is taken', (query) => {
  expect(faultsOf(query)).toEqual([]);
});

test.each([
  // What answered 500 once.
  ['filters[$or]=1', 'filters.$or wrong_type'],
  ['filters[$not]=1', 'filters.$not wrong_type'],
  ['filters[createdAt][$between]=-1', 'filters.createdAt.$between wrong_type'],
  ['filters[title][$between]=a', 'filters.title.$between wrong_type'],
  ['_q[]=a', '_q wrong_type'],
  ['fields=__proto__', 'fields unknown_field'],
  ['fields=constructor', 'fields unknown_field'],
  ['pagination[start]=99999999999999999999', 'pagination.start out_of_range'],
  ['pagination[page]=9223372036854775807', 'pagination.page out_of_range'],
  [`filters[title]=${'a'.repeat(1_001)}`, 'filters.title too_long'],
  // Filters.
  ['filters=a', 'filters wrong_type'],
  ['filters', 'filters wrong_type'],
  ['filters[0][title]=a', 'filters wrong_type'],
  ['filters[nothing]=a', 'filters.nothing not_allowed'],
  ['filters[$and][title]=a', 'filters.$and wrong_type'],
  ['filters[$or][0]=a', 'filters.$or.0 wrong_type'],
  ['filters[$eq]=a', 'filters.$eq not_allowed'],
  ['filters[$or][99999][title]=a', 'filters.$or wrong_type'],
  ['filters[body][$contains]=a', 'filters.body not_allowed'],
  ['filters[summaries][$eq]=a', 'filters.summaries not_allowed'],
  ['filters[reviewedHash][$startsWith]=a', 'filters.reviewedHash not_allowed'],
  ['filters[password]=a', 'filters.password not_allowed'],
  ['filters[createdBy][email]=a', 'filters.createdBy not_allowed'],
  ['filters[owner][name]=a', 'filters.owner not_allowed'],
  ['filters[topics][secret]=a', 'filters.topics.secret not_allowed'],
  ['filters[topics][articles][title]=a', 'filters.topics.articles not_allowed'],
  ['filters[topics]=1', 'filters.topics wrong_type'],
  ['filters[topics][$null]=true&filters[topics][name]=a', 'filters.topics.$null not_allowed'],
  [many(2, (n) => `filters[$or][${n}][topics][name]=${n}`), 'filters.$or.1.topics out_of_range'],
  ['filters[title][$regex]=a', 'filters.title.$regex not_allowed'],
  ['filters[title][$jsonSupersetOf]=a', 'filters.title.$jsonSupersetOf not_allowed'],
  ['filters[title][$and][]=a', 'filters.title.$and not_allowed'],
  ['filters[title][$eq][a]=b', 'filters.title.$eq wrong_type'],
  ['filters[title][$eq][]=b', 'filters.title.$eq wrong_type'],
  ['filters[title][$contains]', 'filters.title.$contains wrong_type'],
  ['filters[title][$in][0][a]=b', 'filters.title.$in.0 wrong_type'],
  ['filters[title][$not]=a', 'filters.title.$not wrong_type'],
  ['filters[title][$null]=maybe', 'filters.title.$null wrong_type'],
  ['filters[title]=%00', 'filters.title control_character'],
  ['filters[id]=abc', 'filters.id wrong_type'],
  ['filters[id]=2147483648', 'filters.id wrong_type'],
  ['filters[id][$contains]=1', 'filters.id.$contains not_allowed'],
  ['filters[wordCount]=1e400', 'filters.wordCount wrong_type'],
  ['filters[wordCount]=1.5', 'filters.wordCount wrong_type'],
  ['filters[views]=9223372036854775808', 'filters.views wrong_type'],
  ['filters[score]=1e400', 'filters.score wrong_type'],
  ['filters[score]=NaN', 'filters.score wrong_type'],
  ['filters[closed]=perhaps', 'filters.closed wrong_type'],
  ['filters[closed][$gt]=true', 'filters.closed.$gt not_allowed'],
  ['filters[createdAt]=2026-02-30', 'filters.createdAt invalid_date'],
  ['filters[createdAt]=0000-01-01', 'filters.createdAt invalid_date'],
  ['filters[createdAt]=yesterday', 'filters.createdAt invalid_date'],
  ['filters[createdAt][$contains]=2026', 'filters.createdAt.$contains not_allowed'],
  [
    'filters[$and][0][$and][0][$and][0][$and][0][$and][0][title]=a',
    'filters.$and.0.$and.0.$and.0.$and.0.$and.0 too_deep',
  ],
  [
    'filters[title][$not][$not][$not][$not][$not][$eq]=a',
    'filters.title.$not.$not.$not.$not.$not too_deep',
  ],
  [
    many(3, (n) => `filters[$and][${n}][title][$in]=a&filters[$and][${n}][closed]=true`) +
      `&${many(15, (n) => `filters[$or][${n}][title]=a`)}`,
    'filters.$or.14.title out_of_range',
  ],
  [
    many(5, (n) => `filters[$or][${n}][title][$contains]=${n}`),
    'filters.$or.4.title.$contains out_of_range',
  ],
  // The others.
  ['fields[a]=title', 'fields unknown_field'],
  ['fields[0][0]=title', 'fields.0 unknown_field'],
  ['fields=reviewedHash', 'fields unknown_field'],
  [`fields=${'id,'.repeat(60)}id`, 'fields out_of_range'],
  ['sort=body', 'sort not_allowed'],
  ['sort[__proto__x]=asc', 'sort.__proto__x not_allowed'],
  ['sort=title:up', 'sort invalid_choice'],
  ['sort=title:asc:desc', 'sort invalid_choice'],
  ['sort[title][a]=asc', 'sort.title invalid_choice'],
  ['sort=topics.name', 'sort not_allowed'],
  ['sort', 'sort not_allowed'],
  ['sort=id,id,id,id,id,id', 'sort out_of_range'],
  ['populate=nothing', 'populate not_allowed'],
  ['populate=', 'populate not_allowed'],
  ['populate=createdBy', 'populate not_allowed'],
  ['populate=topics.articles', 'populate not_allowed'],
  ['populate[topics][populate]=*', 'populate.topics.populate not_allowed'],
  ['populate[cover][populate][related]=*', 'populate.cover.populate not_allowed'],
  ['populate[cover][filters][url]=a', 'populate.cover.filters not_allowed'],
  ['populate[topics][on][x]=a', 'populate.topics.on not_allowed'],
  ['populate[topics]=deep', 'populate.topics wrong_type'],
  ['populate[topics][fields]=secret', 'populate.topics.fields unknown_field'],
  ['populate[0][topics]=true', 'populate.0 not_allowed'],
  ['pagination=1', 'pagination wrong_type'],
  ['pagination[pageSize]=0', 'pagination.pageSize out_of_range'],
  ['pagination[pageSize]=-1', 'pagination.pageSize out_of_range'],
  ['pagination[pageSize]=1.5', 'pagination.pageSize out_of_range'],
  ['pagination[limit]=101', 'pagination.limit out_of_range'],
  ['pagination[page]=102&pagination[pageSize]=100', 'pagination.page out_of_range'],
  ['pagination[page]=1&pagination[start]=0', 'pagination not_allowed'],
  ['pagination[withCount]=perhaps', 'pagination.withCount wrong_type'],
  ['pagination[other]=1', 'pagination.other unknown_field'],
  ['limit=-1', 'limit out_of_range'],
  ['status[]=draft', 'status invalid_choice'],
  ['status=secret', 'status invalid_choice'],
  ['locale[]=en', 'locale wrong_type'],
  [`_q=${'a'.repeat(201)}`, '_q too_long'],
  ['count=perhaps', 'count wrong_type'],
  ['colour=red', 'colour unknown_field'],
])('%s is refused', (query, told) => {
  expect(faultsOf(query)).toEqual([told]);
});

test('all faults are told at once', () => {
  expect(faultsOf('fields=x&sort=y&filters[z]=1&a=b')).toHaveLength(4);
});

test('a token pages further than a reader', () => {
  expect(faultsOf('pagination[start]=10001')).toEqual(['pagination.start out_of_range']);
  expect(faultsOf('pagination[start]=10001', 1_000_000)).toEqual([]);
});

test('a lone surrogate is no value', () => {
  const query = { filters: { title: '\ud800' } };
  expect(collectionQueryFaults(shape, query, { prefix: '$', reach: 1 })).toMatchObject([
    { path: ['filters', 'title'], code: 'ill_formed' },
  ]);
});

test('GraphQL writes the same without the dollar', () => {
  const read = (filters: unknown) =>
    collectionQueryFaults(shape, { filters }, { prefix: '', reach: 1 }).map(({ path }) =>
      path.join('.')
    );
  expect(read({ title: { eq: 'a' }, or: [{ createdAt: { gt: new Date() } }] })).toEqual([]);
  expect(read({ createdAt: { gt: new Date(NaN) } })).toEqual(['filters.createdAt.gt']);
  expect(read({ createdAt: { contains: new Date() } })).toEqual(['filters.createdAt.contains']);
  expect(read({ and: [{ title: { or: ['a'] } }] })).toEqual(['filters.and.0.title.or']);
});
