import { sharedApp, type TestApp } from '../helpers/app';
import { createArticle, createSummary } from '../helpers/factories';
import { graphql } from '../helpers/graphql';

let app: TestApp;
beforeAll(async () => {
  app = await sharedApp();
});
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(() => app.stop());

const SIMPLIFIED =
  '市议会听取了工程师、店主和渡轮船员的意见，然后才对港口计划进行表决。没有人质疑这些数字，争论的是谁来承担风险。';
const TRADITIONAL =
  '市議會聽取了工程師、店主和渡輪船員的意見，然後才對港口計畫進行表決。沒有人質疑這些數字，爭論的是誰來承擔風險。';

/** An English article with summaries in both Chinese scripts, and in Norwegian. */
async function madePost() {
  const article = await createArticle(app);
  await createSummary(app, article.documentId, { language: 'zh-Hans', text: SIMPLIFIED });
  await createSummary(app, article.documentId, { language: 'zh-Hant', text: TRADITIONAL });
  await createSummary(app, article.documentId, {
    language: 'nb',
    text: 'Byrådet hørte ingeniører og mannskap før det stemte over planen for havnen.',
  });
  return article;
}

const ASKED = [
  ['?lang=zh-TW', '', 'zh-Hant'],
  ['?lang=zh-CN', '', 'zh-Hans'],
  ['?lang=yue', '', 'zh-Hant'],
  ['?lang=no', '', 'nb'],
  ['?lang=nn', '', 'nb'],
  ['', 'zh-TW', 'zh-Hant'],
  ['', 'zh-SG;q=0.9, zh-HK', 'zh-Hant'],
  ['', 'zh-CN;Q=0.1, nb;q=0.2', 'nb'],
] as const;

test.each(ASKED)('%s with Accept-Language %j gets %s', async (query, header, language) => {
  const { slug, documentId } = await madePost();
  const headers: Record<string, string> = header === '' ? {} : { 'Accept-Language': header };
  const get = (path: string) => app.http().get(path).set(headers).expect(200);

  const api = `/api/analysis/posts/${slug}`;
  // Someone else's answer is in the cache before, and one's own after the first time.
  await app.http().get(api).set('Accept-Language', 'zh');
  for (let time = 0; time < 2; time += 1) {
    expect((await get(api + query)).body.data.summary.language).toBe(language);
  }
  const ranking = await get(`/api/analysis/rankings${query || '?'}&limit=100`);
  const search = await get(`/api/analysis/posts${query || '?'}&limit=50`);
  for (const { body } of [ranking, search]) {
    const card = body.data.find((each: { documentId: string }) => each.documentId === documentId);
    expect(card.summary.language).toBe(language);
  }
  const lang = query === '' ? null : query.slice('?lang='.length);
  const { data } = await graphql(
    app,
    `
      query ($slug: String!, $lang: String) {
        analysisPost(slug: $slug, lang: $lang) {
          summary {
            language
          }
        }
      }
    `,
    { slug, lang },
    headers
  );
  expect(data.analysisPost.summary.language).toBe(language);

  for (let time = 0; time < 2; time += 1) {
    expect((await get(`/posts/${slug}${query}`)).text).toMatch(
      new RegExp(`<[^>]+lang="${language}"[^>]*>[^<]*<|<[^>]+lang="${language}"`)
    );
  }
});

test('a feed in a language holds what is written in it, however the tag is', async () => {
  const hant = await createArticle(app, { language: 'zh-Hant' });
  const hans = await createArticle(app, { language: 'zh-Hans' });
  const norwegian = await createArticle(app, { language: 'no' });
  const idsOf = async (lang: string): Promise<string[]> => {
    const { text, body } = await app.http().get(`/api/analysis/feed.json?lang=${lang}`).expect(200);
    const { items } = JSON.parse(text ?? String(body)) as { items: { url: string }[] };
    return items.map(({ url }) => url.split('/').at(-1) as string);
  };
  expect(await idsOf('zh-TW')).toEqual([hant.slug]);
  expect(await idsOf('zh-CN')).toEqual([hans.slug]);
  expect(await idsOf('zh')).toEqual([hans.slug, hant.slug]);
  expect(await idsOf('nb')).toEqual([norwegian.slug]);
});
