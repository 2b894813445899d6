import type { BrowserContext, Locator, Page } from 'playwright-core';
import { sharedApp, type TestApp } from './app';
import { openBrowser } from './browser';
import { makeUser, signIn } from './desk-browser';
import { createArticle, type GivenSummary } from './factories';

export const EDITOR = 'editor@example.com';

export const FRENCH =
  'Le conseil a débattu du plan du port pendant deux heures ; la question du risque reste ouverte.';
export const ENGLISH =
  'The council debated the plan for the harbour for two hours, and who carries the risk is still open.';

/** What the browser tests of the article's form look at; filled in before each test. */
export interface FormBrowser {
  app: TestApp;
  origin: string;
  browser: BrowserContext & { dispose(): Promise<void> };
  page: Page;
}

/** Starts Strapi for a file of tests, with an editor, who is signed in before each test. */
export function formBrowser(): FormBrowser {
  const at = {} as FormBrowser;
  beforeAll(async () => {
    at.app = await sharedApp();
    at.origin = await at.app.listen();
    await makeUser(at.app, EDITOR, 'Editor');
  });
  beforeEach(async () => {
    at.browser = await openBrowser();
    at.page = await at.browser.newPage();
    await signIn(at, at.page, EDITOR);
  });
  afterEach(async () => {
    await at.browser.dispose();
    expect(at.app.errors.splice(0)).toEqual([]);
  });
  afterAll(() => at.app.stop());
  return at;
}

/** Where the content manager lists articles, or shows one. */
export const formAddress = ({ origin }: FormBrowser, documentId = ''): string =>
  `${origin}/admin/content-manager/collection-types/plugin::analysis.article${documentId && `/${documentId}`}`;

/** Makes an article with these summaries, and opens its form. */
export async function openForm(
  at: FormBrowser,
  {
    summaries = [
      { language: 'fr', text: FRENCH },
      { language: 'en', text: ENGLISH },
    ],
    ...more
  }: { summaries?: GivenSummary[]; [field: string]: unknown } = {}
): Promise<{ documentId: string; slug: string }> {
  const article = await createArticle(at.app, { published: false, summaries, ...more });
  await at.page.goto(formAddress(at, article.documentId));
  await summariesIn(at.page).waitFor();
  return article;
}

/** The field of summaries, in English or French. */
export const summariesIn = (page: Page): Locator =>
  page.getByRole('group', { name: /^(Summaries|Résumés)$/ });

/** One summary, by its place from 1 on. */
export const summaryIn = (page: Page, number: number): Locator =>
  page.getByRole('group', { name: new RegExp(`^Summary ${number}(:|$)`) });

/** The article's own language. */
export const languageOf = (page: Page): Locator =>
  page.getByRole('combobox', { name: 'Language', exact: true }).first();

/** Presses a button of the form's actions. */
export const press = (page: Page, name: 'Save' | 'Publish'): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

/** What is in the focus, by its accessible name or its own text. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | null;
    return element?.getAttribute('aria-label') ?? element?.textContent ?? element?.name ?? '';
  });
