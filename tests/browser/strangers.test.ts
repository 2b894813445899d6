import { adminToken, ARTICLE, createArticle, createSummary } from '../helpers/factories';
import { openBrowser } from '../helpers/browser';
import { approvedComment } from '../helpers/discussion';
import { embedded, hostSite, type HostSite } from '../helpers/host-page';
import { readerBrowser } from '../helpers/reader-browser';

const at = readerBrowser();
let site: HostSite;
beforeAll(async () => {
  site = await hostSite(at.origin);
});
afterAll(() => site.stop());

/** The narrowest screen that pages are made for, in CSS pixels. */
const NARROW = { width: 320, height: 640 };
const LONG = `Ab${'c'.repeat(78)}`;
const TOWER = `a${'\u0301'.repeat(38)}`;
const ARABIC = 'نور (الميناء)';

const comment = (articleId: string, name: string, content: string, parent?: string) =>
  approvedComment(at.app, articleId, {
    content,
    author: { name, email: 'ana@example.com' },
    ...(parent ? { parent } : {}),
  });

test.each(['en', 'fr'])('no word makes a page wider than a telephone, in %s', async (lang) => {
  const { documentId, slug } = await createArticle(at.app, {
    title: LONG,
    sourceName: LONG,
    generatorProvider: LONG,
    generatorModel: LONG,
    reviewer: LONG,
    editorialResponsibility: true,
    body:
      `${LONG} https://example.com/${LONG} \`${LONG}\`\n\n# ${LONG}\n\n- ${LONG}\n\n> ${LONG}\n\n` +
      `| ${LONG} | b |\n|---|---|\n| 1 | ${LONG} |\n\n\`\`\`\n${LONG}${LONG}\n\`\`\`\n\n${'Words of a text. '.repeat(12)}`,
  });
  await createSummary(at.app, documentId, { language: 'en', text: `${LONG} ${LONG}` });
  let parent: string | undefined;
  for (let depth = 0; depth < 5; depth += 1) {
    parent = (await comment(documentId, LONG, `${LONG} https://example.com/${LONG}`, parent))
      .documentId;
  }
  const token = await adminToken(at.app);
  const { body } = await at.app
    .http()
    .get(`/content-manager/preview/url/${ARTICLE}?documentId=${documentId}&status=draft`)
    .set('Authorization', `Bearer ${token}`)
    .expect(200);
  const preview = new URL(body.data.url);
  const browser = await openBrowser({ viewport: NARROW });
  try {
    const page = await browser.newPage();
    for (const path of [
      '/?x=1',
      '/?sort=score',
      `/posts/${slug}?x=1`,
      `/posts/${slug}?reply=${parent}`,
      `/search?q=${LONG}`,
      `/search?q=${LONG}nothing`,
      `${preview.pathname}${preview.search}`,
    ]) {
      await page.goto(`${at.origin}${path}&lang=${lang}`);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect([path, width]).toEqual([path, NARROW.width]);
      for (const summary of await page.locator('details > summary').all()) await summary.click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(NARROW.width);
    }
  } finally {
    await browser.dispose();
  }
});

test('what strangers write has its own direction, and turns nothing around it', async () => {
  const { documentId, slug } = await createArticle(at.app, {
    sourceName: ARABIC,
    reviewer: ARABIC,
    editorialResponsibility: true,
  });
  await comment(documentId, ARABIC, `${ARABIC}\n\nAnd in English.`);
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`${at.origin}/posts/${slug}`);
    const directions = (selector: string) =>
      page
        .locator(selector)
        .evaluateAll((all) =>
          all.map((each) => [each.getAttribute('dir'), getComputedStyle(each).direction])
        );
    for (const selector of [
      '.author',
      '.comment-text',
      '.original bdi',
      '.disclosure bdi >> nth=0',
    ]) {
      expect([selector, await directions(selector)]).toEqual([selector, [['auto', 'rtl']]]);
    }
    await page.getByRole('link', { name: /^Reply to/ }).click();
    expect(await page.locator('[data-reply-name]').textContent()).toBe(
      `You are replying to ${ARABIC}.`
    );
    expect(await directions('[data-reply-name] bdi')).toEqual([['auto', 'rtl']]);
    await page.getByRole('textbox', { name: 'Comment' }).fill(ARABIC);
    expect((await directions('#field-content'))[0]).toEqual(['auto', 'rtl']);
    await page.goto(`${at.origin}/search?q=${encodeURIComponent('الميناء')}`);
    expect(await directions('h1 bdi')).toEqual([['auto', 'rtl']]);
    await page.goto(`${at.origin}/`);
    expect((await directions('.card .meta span[dir]')).at(0)).toEqual(['auto', 'rtl']);
  } finally {
    await browser.dispose();
  }
});

test('nor is it otherwise in the elements on another site', async () => {
  const { documentId, slug } = await createArticle(at.app, {
    ...{ title: LONG, sourceName: `${ARABIC} ${LONG}`, reviewer: LONG },
    editorialResponsibility: true,
    body: `${LONG}\n\n\`${LONG}\`\n\n${'Words of a text. '.repeat(20)}`,
  });
  let parent: string | undefined;
  for (let depth = 0; depth < 5; depth += 1) {
    const name = depth === 0 ? ARABIC : LONG;
    parent = (await comment(documentId, name, `${ARABIC} ${LONG}`, parent)).documentId;
  }
  const url = site.put({ body: `<analysis-post slug="${slug}"></analysis-post>` });
  await embedded(
    url,
    async ({ page }) => {
      await page.locator('.author').nth(4).waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(NARROW.width);
      const directions = (selector: string) =>
        page
          .locator(selector)
          .first()
          .evaluate((each) => [each.getAttribute('dir'), getComputedStyle(each).direction]);
      for (const selector of ['.author bdi', '.text', '[part=original] bdi']) {
        expect([selector, await directions(selector)]).toEqual([selector, ['auto', 'rtl']]);
      }
    },
    { viewport: NARROW }
  );
});

/** What the screen shows of the first and the last of three comments. */
async function neighbours(url: string, comments: string): Promise<string[]> {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(url);
    await page.locator(comments).nth(2).waitFor();
    const shots = [];
    for (const index of [0, 2]) {
      shots.push((await page.locator(comments).nth(index).screenshot()).toString('base64'));
    }
    return shots;
  } finally {
    await browser.dispose();
  }
}

test.each([
  [
    'on the reader’s page',
    (slug: string) => `${at.origin}/posts/${slug}?sort=oldest`,
    '.threads > .comment > article',
  ],
  [
    'in the element',
    (slug: string) => site.put({ body: `<analysis-comments slug="${slug}"></analysis-comments>` }),
    '.threads > .item > .comment',
  ],
])('a tower of marks covers nobody else’s words %s', async (_where, address, comments) => {
  const seen = [];
  for (const text of ['aa', `${TOWER}${TOWER}`]) {
    const { documentId, slug } = await createArticle(at.app);
    await comment(documentId, 'Ana', 'The first words.');
    await comment(documentId, text, text);
    await comment(documentId, 'Cleo', 'The last words.');
    seen.push(await neighbours(address(slug), comments));
  }
  expect(seen[1]).toEqual(seen[0]);
});
