import type { VNode } from 'preact';
import { renderPage, type PageContext } from './layout';
import { ArticleText, Disclosure, OriginalLink, Summaries } from './post-page';
import type { Preview } from './services';

/** What the banner says of what it stands above. */
const PHRASE = {
  draft: 'previewDraft',
  modified: 'previewModified',
  published: 'previewPublished',
} as const;

function Banner({ context, meta }: { context: PageContext; meta: Preview['meta'] }): VNode {
  const { voice } = context;
  const { documentStatus, expiresAt, missing, status } = meta;
  const phrase = PHRASE[status === 'published' ? status : documentStatus];
  return (
    <aside class="notice preview" role="status" data-preview={status}>
      <p>
        <strong>{voice.t(phrase)}</strong>{' '}
        <time dateTime={expiresAt}>{voice.t('previewEnds', { time: voice.time(expiresAt) })}</time>
      </p>
      {missing.length > 0 ? (
        <>
          <p>{voice.t('previewMissing')}</p>
          <ul>
            {missing.map(({ path }) => {
              const name = path.join('.');
              return <li key={name}>{voice.fieldName(name)}</li>;
            })}
          </ul>
        </>
      ) : null}
    </aside>
  );
}

/** A post as it stands, for who has a link to it: nothing to fill in, nothing for search engines. */
export function renderPreview(context: PageContext, { view, meta }: Preview): string {
  const { voice } = context;
  const { article } = view;
  const title = article.title || voice.t('untitled');
  return renderPage({
    context,
    title: `${title} – ${voice.t('siteName')}`,
    noindex: true,
    children: (
      <>
        <Banner context={context} meta={meta} />
        <header class="post-header">
          <h1 lang={article.language} dir={article.direction}>
            {title}
          </h1>
          <p class="meta">
            <span>{voice.t('articleIn', { language: voice.languageName(article.language) })}</span>
          </p>
        </header>
        <Summaries context={context} post={view} />
        <OriginalLink context={context} article={article} />
        <ArticleText context={context} article={article} />
        <Disclosure context={context} article={article} />
      </>
    ),
  });
}
