import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { LOCALES, type Localizer } from './localizer';

/** Where the plugin answers on this server. */
export const API = '/api/analysis';

/** What every page knows of the request that it answers. */
export interface PageContext {
  localizer: Localizer;
  /** Path of the page. */
  path: string;
  /** Its query, without `lang` and `notice`. */
  query: Record<string, string>;
  /** The `lang` that the reader chose, carried from page to page; null when none was. */
  lang: string | null;
}

/** An address within the reader that keeps the chosen language. */
export function href(
  { lang }: Pick<PageContext, 'lang'>,
  path: string,
  query: Record<string, string | number | null | undefined> = {},
  fragment = ''
): string {
  const parameters = new URLSearchParams();
  for (const [key, value] of Object.entries({ ...query, lang: query.lang ?? lang })) {
    if (value !== null && value !== undefined && value !== '') parameters.set(key, String(value));
  }
  const search = parameters.toString();
  return `${path}${search ? `?${search}` : ''}${fragment}`;
}

/** JSON for a script element: nothing in it can end the element or begin a comment. */
export const jsonForScript = (value: unknown): string =>
  JSON.stringify(value)
    .replace(/</g, '\\u003c')
    .replace(/>/g, '\\u003e')
    .replace(/&/g, '\\u0026')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');

/** The feeds of all posts. */
const feedsOf = ({ localizer }: PageContext): Alternate[] =>
  (
    [
      ['application/rss+xml', 'rss'],
      ['application/atom+xml', 'atom'],
      ['application/feed+json', 'json'],
    ] as const
  ).map(([type, format]) => ({
    type,
    href: `${API}/feed.${format}`,
    title: `${localizer.t('feed')} – ${localizer.t('siteName')}`,
  }));

function LanguageSwitch({ context }: { context: PageContext }): VNode {
  const { localizer, path, query } = context;
  return (
    <nav class="languages" aria-label={localizer.t('language')}>
      {LOCALES.map((locale) => (
        <a
          href={href(context, path, { ...query, lang: locale })}
          hreflang={locale}
          lang={locale}
          aria-current={locale === localizer.language ? 'true' : undefined}
        >
          {locale.toUpperCase()}
        </a>
      ))}
    </nav>
  );
}

/** Where else the page, or what is on it, can be had. */
export interface Alternate {
  type: string;
  href: string;
  title?: string;
}

/** Works without a script: a form that asks for a page. */
function SearchBox({ context }: { context: PageContext }): VNode {
  const { t } = context.localizer;
  return (
    <form class="search" role="search" action="/search" method="get">
      <input
        type="search"
        name="q"
        dir="auto"
        aria-label={t('searchLabel')}
        placeholder={t('search')}
        value={context.path === '/search' ? (context.query.q ?? '') : ''}
        maxLength={200}
      />
      {context.lang ? <input type="hidden" name="lang" value={context.lang} /> : null}
      <button type="submit">{t('search')}</button>
    </form>
  );
}

export interface LayoutProps {
  context: PageContext;
  title: string;
  description?: string | undefined;
  canonical?: string | undefined;
  image?: string | undefined;
  jsonLd?: unknown;
  alternates?: Alternate[] | undefined;
  /** For pages that search engines should leave out of their lists. */
  noindex?: boolean | undefined;
  children: ComponentChildren;
}

function Layout(props: LayoutProps) {
  const { context, title, description, canonical, image, jsonLd, children } = props;
  const { alternates = [], noindex } = props;
  const { localizer } = context;
  return (
    <html lang={localizer.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        {description ? <meta name="description" content={description} /> : null}
        {noindex ? <meta name="robots" content="noindex" /> : null}
        {canonical ? <link rel="canonical" href={canonical} /> : null}
        {[...feedsOf(context), ...alternates].map(({ type, href: to, title: what }) => (
          <link rel="alternate" type={type} href={to} title={what} />
        ))}
        <meta property="og:title" content={title} />
        {description ? <meta property="og:description" content={description} /> : null}
        {image ? <meta property="og:image" content={image} /> : null}
        <link rel="stylesheet" href="/reader/reader.css" />
        <script type="module" src="/reader/reader.js" />
        {jsonLd ? (
          <script
            type="application/ld+json"
            dangerouslySetInnerHTML={{ __html: jsonForScript(jsonLd) }}
          />
        ) : null}
      </head>
      <body>
        <a class="skip" href="#main">
          {localizer.t('skip')}
        </a>
        <header class="masthead">
          <a class="brand" href={href(context, '/')}>
            {localizer.t('siteName')}
          </a>
          <SearchBox context={context} />
          <LanguageSwitch context={context} />
        </header>
        <main id="main" tabIndex={-1}>
          {children}
        </main>
      </body>
    </html>
  );
}

/** A whole page as HTML. */
export const renderPage = (props: LayoutProps): string =>
  `<!doctype html>${renderToString(<Layout {...props} />)}`;

/** A page that says only why there is nothing else. */
export const renderMessage = (context: PageContext, title: string, text: string): string =>
  renderPage({
    context,
    title: `${title} – ${context.localizer.t('siteName')}`,
    children: (
      <section class="message">
        <h1>{title}</h1>
        <p>{text}</p>
        <p>
          <a href={href(context, '/')}>{context.localizer.t('home')}</a>
        </p>
      </section>
    ),
  });
