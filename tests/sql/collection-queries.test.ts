import { sharedApp, type TestApp } from '../helpers/app';
import { apiToken, createArticle, createSummary, documents } from '../helpers/factories';

let app: TestApp;
let token: string;
let documentId: string;
beforeAll(async () => {
  app = await sharedApp();
  token = await apiToken(app, 'full-access');
  const topic = await documents(app, 'plugin::analysis.topic').create({
    data: { name: 'Law' } as never,
  });
  ({ documentId } = await createArticle(app, { topics: [topic.documentId] }));
  await createSummary(app, documentId);
});
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(() => app.stop());

const LONG = 'a'.repeat(9_000);
const many = (count: number, make: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => make(n)).join('&');

/** Each, and the parameter that its refusal names. */
const REFUSED: [string, string][] = [
  ['filters[$or]=1', 'filters.$or'],
  ['filters[$not]=1', 'filters.$not'],
  ['filters[$and][0][$or]=1', 'filters.$and.0.$or'],
  ['filters[0][documentId]=a', 'filters'],
  ['filters[createdAt][$between]=-1', 'filters.createdAt.$between'],
  ['filters[documentId][$between]=a', 'filters.documentId.$between'],
  ['filters[createdAt][$contains]=2026', 'filters.createdAt.$contains'],
  ['filters[createdAt][$gt]=0000-01-01', 'filters.createdAt.$gt'],
  ['filters[id][$eq]=abc', 'filters.id.$eq'],
  ['filters[id][$in][0][a]=1', 'filters.id.$in.0'],
  ['filters[id]=99999999999', 'filters.id'],
  ['filters[id][$null]=perhaps', 'filters.id.$null'],
  ['filters[documentId][$jsonSupersetOf]=a', 'filters.documentId.$jsonSupersetOf'],
  ['filters[documentId][$eq][$eq]=a', 'filters.documentId.$eq'],
  [`filters[documentId]=${LONG}`, 'filters.documentId'],
  ['filters[$or][99999][documentId]=a', 'filters.$or'],
  [many(30, (n) => `filters[$and][${n}][documentId]=${n}`), 'filters.$and'],
  [`filters${'[$not]'.repeat(19)}[documentId]=a`, 'filters.$not.$not.$not.$not.$not'],
  [`filters${'[$not]'.repeat(60)}[documentId]=a`, 'filters.$not.$not.$not.$not.$not'],
  ['_q[]=a', '_q'],
  ['_q=a&_q=b', '_q'],
  [`_q=${LONG}`, '_q'],
  ['fields=__proto__', 'fields'],
  ['fields=constructor', 'fields'],
  ['fields[0][a]=id', 'fields.0'],
  [many(200, (n) => `fields[${n}]=id`), 'fields'],
  ['sort[__proto__x]=asc', 'sort.__proto__x'],
  ['sort=__proto__', 'sort'],
  ['sort=id.id.id:asc', 'sort'],
  ['pagination[start]=99999999999999999999', 'pagination.start'],
  ['pagination[page]=9223372036854775807', 'pagination.page'],
  ['pagination[pageSize]=0', 'pagination.pageSize'],
  ['pagination[pageSize]=-1', 'pagination.pageSize'],
  ['pagination[pageSize]=1.5', 'pagination.pageSize'],
  ['pagination[limit]=-1', 'pagination.limit'],
  ['pagination[page][]=1', 'pagination.page'],
  ['pagination[]=1', 'pagination'],
  ['pagination[page]=1&pagination[limit]=1', 'pagination'],
  ['start=-1', 'start'],
  ['populate=a.b.c', 'populate'],
  ['populate[cover][populate][related]=*', 'populate.cover'],
  ['populate[__proto__x]=true', 'populate.__proto__x'],
  ['locale[]=en', 'locale'],
  ['status[]=published', 'status'],
  ['colour=red', 'colour'],
];

describe.each(['articles', 'summaries', 'topics'])('the collection of %s', (collection) => {
  const ask = (query: string, path = '') =>
    app
      .http()
      .get(`/api/analysis/${collection}${path}?${query}`)
      .set({ Authorization: `Bearer ${token}` });

  test.each(REFUSED)('refuses %s', async (query, name) => {
    for (const path of ['', `/${documentId}`]) {
      const { status, body } = await ask(query, path);
      expect([status, body.error?.name]).toEqual([400, 'ValidationError']);
      // A cover is a field of articles alone: of others it is refused one level higher.
      expect(body.error.details.errors[0].path.join('.')).toMatch(
        new RegExp(`^${name.replace(/[$.]/g, '\\$&')}`)
      );
    }
  });

  test.each([
    'filters[documentId][$notContainsi]=A%25_',
    'filters[$or][0][documentId][$in][]=a&filters[$or][1][$not][id][$lt]=0',
    'filters[createdAt][$between]=2020-01-01&filters[createdAt][$between]=2999-01-01',
    'filters[createdAt][$not][$gt]=9999-12-31&filters[updatedAt][$gt]=0001-01-01',
    'filters[id][$between]=-2147483647&filters[id][$between]=2147483647',
    'filters[documentId][$gt]=0&filters[documentId][$eqi]=%27%22%5C',
    'filters[documentId][$eq]&filters[documentId][$ne]',
    'filters[documentId][$null]=false&sort[0]=createdAt:desc&sort[1]=id',
    'fields=documentId,id&populate=*&pagination[page]=100&pagination[pageSize]=100',
    'pagination[start]=10000&pagination[limit]=100&pagination[withCount]=true',
    '_q=%27%25&pagination[withCount]=0',
    'locale=en&count=true&ordering=a',
  ])('takes %s', async (query) => {
    await ask(query).expect(200);
  });

  test('nobody asks for a place that is not there to be walked to', async () => {
    const path = `/api/analysis/${collection}?pagination[start]=10001`;
    await app.http().get(path).expect(400);
    await ask('pagination[start]=10001').expect(200);
  });
});

test('articles are found by their topics, which come with them', async () => {
  const { body } = await app
    .http()
    .get(
      '/api/analysis/articles?filters[topics][name]=Law&filters[title][$null]=false' +
        '&populate[topics][fields]=name&populate[topics][sort]=name&populate[cover]=true'
    )
    .expect(200);
  expect(body.data).toMatchObject([{ documentId, topics: [{ name: 'Law' }], cover: null }]);
  for (const [query, found] of [
    ['filters[topics][$notNull]=true', 1],
    ['filters[topics][$null]=true', 0],
    ['filters[cover][$null]=true', 1],
    ['filters[topics][id][$in][]=0&filters[topics][name]=Law', 0],
    ['filters[topics][createdAt][$gt]=2020-01-01', 1],
  ] as const) {
    const answer = await app.http().get(`/api/analysis/articles?${query}`).expect(200);
    expect([query, answer.body.data.length]).toEqual([query, found]);
  }
  for (const query of [
    'filters[topics][$null]=true&filters[topics][name]=Law',
    'filters[topics][name][$contains]=a&filters[$or][0][topics][name]=a',
    'filters[topics][articles][title]=a',
    'populate[topics][populate]=articles',
  ]) {
    await app.http().get(`/api/analysis/articles?${query}`).expect(400);
  }
});

test('what a write answers with is asked for by the same rules', async () => {
  const send = (method: 'post' | 'put' | 'delete', path: string) =>
    app
      .http()
      [method](path)
      .set({ Authorization: `Bearer ${token}` })
      .send({ data: {} });
  for (const query of ['populate[topics][populate]=*', 'fields=__proto__', 'filters[$or]=1']) {
    await send('post', `/api/analysis/articles?status=draft&${query}`).expect(400);
    await send('put', `/api/analysis/articles/${documentId}?${query}`).expect(400);
    await send('delete', `/api/analysis/articles/${documentId}?${query}`).expect(400);
  }
});

test('an answer tells at most fifty faults', async () => {
  const query = many(900, (n) => `k${n}`);
  const { body, text } = await app.http().get(`/api/analysis/articles?${query}`).expect(400);
  expect(body.error.details.errors).toHaveLength(50);
  expect(text.length).toBeLessThan(20_000);
});

test('a body of sixty thousand fields is refused in one sentence', async () => {
  const fields = Object.fromEntries(Array.from({ length: 60_000 }, (_, n) => [`k${n}`, n]));
  for (const body of [fields, { data: fields }, { data: { content: fields } }]) {
    const { body: answer, text } = await app
      .http()
      .post(`/api/analysis/articles/${documentId}/comments`)
      .send(body)
      .expect(400);
    expect(answer.error.details.errors).toMatchObject([{ path: [], code: 'out_of_range' }]);
    expect(text.length).toBeLessThan(1_000);
  }
});
