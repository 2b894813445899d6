import { approvedComment } from '../helpers/discussion';
import { createArticle, createSummary } from '../helpers/factories';
import { comments, embedded, hostSite, rating, type HostSite } from '../helpers/host-page';
import { readerBrowser } from '../helpers/reader-browser';

const at = readerBrowser();
let site: HostSite;
beforeAll(async () => {
  site = await hostSite(at.origin);
});
afterAll(() => site.stop());

/** Controls that a finger may miss: less than 44 px high or wide. Runs in the page. */
function smallTargets(): string[] {
  const controls = (root: Document | ShadowRoot): Element[] =>
    Array.from(root.querySelectorAll('*')).flatMap((each) => [
      ...(each.matches('button, select, textarea, input:not([tabindex="-1"])') ? [each] : []),
      ...(each.shadowRoot ? controls(each.shadowRoot) : []),
    ]);
  return controls(document).flatMap((each) => {
    const { width, height } = each.getBoundingClientRect();
    return width >= 44 && height >= 44 ? [] : [`${each.outerHTML}: ${width} x ${height}`];
  });
}

test('in French, on a phone, a whole post with nothing beyond the edge', async () => {
  const { slug, documentId } = await createArticle(at.app, { sourceName: 'The Harbour Times' });
  await createSummary(at.app, documentId);
  const url = site.put({ body: `<analysis-post slug="${slug}"></analysis-post>`, lang: 'fr-CA' });
  const phone = { viewport: { width: 360, height: 740 } };
  await embedded(
    url,
    async ({ page, told }) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await page.reload();
      await page.getByRole('heading', { name: 'Résumé (français)' }).waitFor();
      await page.getByText('Ce texte a été produit par un système d’IA').waitFor();
      await page.getByRole('link', { name: 'Lire l’original sur The Harbour Times' }).waitFor();
      await page.getByText('Aucun commentaire pour l’instant').waitFor();
      // The elements inside share the post that is there.
      expect(asked.filter((path) => path.includes('/posts/'))).toHaveLength(1);
      await page.getByRole('radio', { name: '3 étoiles' }).tap();
      await page.getByText('[Total : 1 Moyenne : 3]').waitFor();
      await page.getByRole('button', { name: 'Envoyer' }).click();
      await page.getByText('Veuillez remplir ce champ.').first().waitFor();
      // What happens inside the post is heard outside it.
      expect(await told()).toMatchObject([{ type: 'analysis-rated', detail: { slug, value: 3 } }]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth
      );
      expect(overflow).toBe(0);
      const small = await page.evaluate(smallTargets);
      expect(small).toEqual([]);
    },
    { ...phone, hasTouch: true, locale: 'de-DE' }
  );
});

test('a server that does not answer, or has no such post, is said inside the element', async () => {
  const { slug } = await createArticle(at.app);
  const url = site.put({
    body:
      rating('no-such-post') +
      `<analysis-rating slug="${slug}" server="http://127.0.0.1:9"></analysis-rating>` +
      `<analysis-comments slug="${slug}" server="not://an.address"></analysis-comments>` +
      '<analysis-post></analysis-post>' +
      comments(slug),
  });
  await embedded(
    url,
    async ({ page, context }) => {
      await page.getByText('This post is not here.').waitFor();
      await page.getByText('This could not be loaded.').waitFor();
      expect(await page.getByText('The attribute “slug” is missing').count()).toBe(2);
      await page.getByText('No comments yet').waitFor();
      // What is written while the line is down is not lost.
      await page.getByRole('textbox', { name: 'Comment' }).fill('What about the ferries?');
      await page.getByLabel('Name').fill('Ana');
      await page.getByLabel('E-mail').fill('ana@example.com');
      await context.setOffline(true);
      await page.getByRole('button', { name: 'Post comment' }).click();
      await page.getByText('the server cannot be reached').waitFor();
      await context.setOffline(false);
      await page.getByRole('button', { name: 'Post comment' }).click();
      await page.getByText('Waiting for approval', { exact: true }).waitFor();
    },
    { meant: /Content Security Policy/ }
  );
});

test('what did not come is asked for again, by the button and when the line is back', async () => {
  const { slug } = await createArticle(at.app);
  await embedded(site.put({ body: rating(slug) }), async ({ page, context }) => {
    await page.getByText('[Total: 0 Average: 0]').waitFor();
    let down = true;
    await page.route('**/api/analysis/posts/**', (route) =>
      down ? route.abort() : route.continue()
    );
    await page.reload();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    down = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('[Total: 0 Average: 0]').waitFor();
    down = true;
    await page.reload();
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    down = false;
    await context.setOffline(true);
    await context.setOffline(false);
    await page.getByText('[Total: 0 Average: 0]').waitFor();
  });
});

test('nothing of the page’s styles gets in, and nothing of the element’s gets out', async () => {
  const { slug } = await createArticle(at.app);
  const css =
    'html { font-size: 3px } ' +
    '* { color: red !important; font-size: 40px !important; text-transform: uppercase !important;' +
    ' letter-spacing: 9px !important; text-align: right !important; visibility: visible }' +
    'button, textarea, svg { display: none !important }';
  const script = `${at.origin}/api/analysis/embed.js`;
  const url = site.put({
    body: `<p id="own">own</p><button>own</button>${rating(slug)}${comments(slug)}`,
    css,
    scripts: [script, script, `${script}?v=0.0.0`],
  });
  await embedded(url, async ({ page }) => {
    await page.getByText('[Total: 0 Average: 0]').waitFor();
    const look = await page.locator('analysis-comments').evaluate((host) => {
      const area = host.shadowRoot?.querySelector('textarea') as HTMLElement;
      const hint = host.shadowRoot?.querySelector('.hint') as HTMLElement;
      const { color, fontSize, textTransform, letterSpacing, textAlign } = getComputedStyle(hint);
      return {
        ...{ color, fontSize, textTransform, letterSpacing, textAlign },
        area: getComputedStyle(area).display,
      };
    });
    expect(look).toEqual({
      color: 'rgb(86, 94, 104)',
      fontSize: '16px',
      textTransform: 'none',
      letterSpacing: 'normal',
      textAlign: 'start',
      area: 'block',
    });
    expect(await page.locator('#own').evaluate((own) => getComputedStyle(own).color)).toBe(
      'rgb(255, 0, 0)'
    );
    const kept = await page.evaluate(() => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      const usual = new Set(Object.getOwnPropertyNames(frame.contentWindow));
      frame.remove();
      return {
        // `toldTo` is the test's own.
        globals: Object.getOwnPropertyNames(window).filter(
          (name) => !usual.has(name) && name !== 'toldTo'
        ),
        sheets: document.adoptedStyleSheets.length + document.querySelectorAll('style').length,
      };
    });
    expect(kept).toEqual({ globals: [], sheets: 0 });
  });
});

test('where the page may keep nothing, a vote holds as long as the page', async () => {
  const { slug } = await createArticle(at.app);
  await embedded('about:blank', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    await page.goto(site.put({ body: rating(slug) }));
    await page.getByRole('radio', { name: '2 stars' }).click();
    await page.getByText('[Total: 1 Average: 2]').waitFor();
    await page.getByRole('button', { name: 'Take my rating back' }).click();
    await page.getByText('[Total: 0 Average: 0]').waitFor();
  });
});

test('a moderator’s reply wears a badge, and a closed discussion takes no more', async () => {
  const { slug, documentId } = await createArticle(at.app);
  const { documentId: root } = await approvedComment(at.app, documentId);
  await at.app.strapi
    .plugin('analysis')
    .service('moderation')
    .reply({ id: 1, name: 'Mod' }, root, { content: 'Thank you.' });
  await embedded(site.put({ body: comments(slug) }), async ({ page }) => {
    await page.locator('.replies').getByText('Moderator', { exact: true }).waitFor();
    await at.app.strapi
      .documents('plugin::analysis.article' as never)
      .update({ documentId, data: { discussionClosed: true } as never, status: 'published' });
    await page.reload();
    await page.getByText('The discussion of this post is closed.').waitFor();
    expect(await page.getByRole('button', { name: /^Reply/ }).count()).toBe(0);
    expect(await page.getByRole('textbox').count()).toBe(0);
  });
});
