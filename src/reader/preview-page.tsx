import type { VNode } from 'preact';
import { renderPage, type PageContext } from './layout';
import { fieldName } from './localizer';
import { ArticleText, Disclosure, OriginalLink, Summaries } from './post-page';
import type { Preview } from './services';

/** What the banner says of what it stands above. */
const PHRASE = {
  draft: 'previewDraft',
  modified: 'previewModified',
  published: 'previewPublished',
} as const;

function Banner({ context, meta }: { context: PageContext; meta: Preview['meta'] }): VNode {
  const { localizer } = context;
  const { documentStatus, expiresAt, missing, status } = meta;
  const phrase = PHRASE[status === 'published' ? status : documentStatus];
  return (
    <aside class="notice preview" role="status" data-preview={status}>
      <p>
        <strong>{localizer.t(phrase)}</strong>{' '}
        <time dateTime={expiresAt}>
          {localizer.t('previewEnds', { time: localizer.dateTime(expiresAt) })}
        </time>
      </p>
      {missing.length > 0 ? (
        <>
          <p>{localizer.t('previewMissing')}</p>
          <ul>
            {missing.map(({ path }) => {
              const name = path.join('.');
              return <li key={name}>{fieldName(localizer, name)}</li>;
            })}
          </ul>
        </>
      ) : null}
    </aside>
  );
}

/** A post as it stands, for who has a link to it: nothing to fill in, nothing for search engines. */
export function renderPreview(context: PageContext, { view, meta }: Preview): string {
  const { localizer } = context;
  const { article } = view;
  const title = article.title || localizer.t('untitled');
  return renderPage({
    context,
    title: `${title} – ${localizer.t('siteName')}`,
    noindex: true,
    children: (
      <>
        <Banner context={context} meta={meta} />
        <header class="post-header">
          <h1 lang={article.language} dir={article.direction}>
            {title}
          </h1>
          <p class="meta">
            <span>
              {localizer.t('articleIn', { language: localizer.languageName(article.language) })}
            </span>
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
