import type { VNode } from 'preact';
import { href, renderPage, type PageContext } from './layout';
import { PostCard } from './list-page';
import { Phrase } from './phrase';
import type { Hit } from './services';

export interface SearchProps {
  context: PageContext;
  q: string;
  items: Hit[];
  nextCursor: string | null;
  /** The query holds more than the search takes. */
  refused: boolean;
}

/** Where a post holds what was looked for; the plugin's search escapes all of it but the marks. */
function Found({ snippets }: Hit): VNode | undefined {
  const shown = snippets.filter(({ field }) => field !== 'title');
  if (shown.length === 0) return undefined;
  return (
    <>
      {shown.map(({ field, language, html }) => (
        <p
          key={field}
          class="card-summary"
          lang={language}
          dir="auto"
          dangerouslySetInnerHTML={{ __html: html }}
        />
      ))}
    </>
  );
}

function Results({ context, q, items, nextCursor }: Omit<SearchProps, 'refused'>): VNode {
  return (
    <>
      <ol class="cards">
        {items.map((hit) => (
          <PostCard
            key={hit.documentId}
            context={context}
            card={hit}
            heading={hit.snippets.find(({ field }) => field === 'title')?.html}
            summary={Found(hit)}
          />
        ))}
      </ol>
      {nextCursor === null ? null : (
        <nav class="pages" aria-label={context.localizer.t('pages')}>
          <a rel="next" href={href(context, '/search', { q, cursor: nextCursor })}>
            {context.localizer.t('moreResults')} →
          </a>
        </nav>
      )}
    </>
  );
}

/** What a search found, or why there is nothing to show. */
export function renderSearch({ refused, ...found }: SearchProps): string {
  const { context, q, items } = found;
  const { t } = context.localizer;
  const nothing = refused ? (
    t('searchRefused')
  ) : q === '' ? (
    t('searchEmpty')
  ) : (
    <Phrase localizer={context.localizer} message="searchNone" values={{ q }} />
  );
  return renderPage({
    context,
    title: `${q === '' ? t('searchTitle') : t('searchFor', { q })} – ${t('siteName')}`,
    noindex: true,
    children: (
      <>
        <h1>
          {q === '' ? (
            t('searchTitle')
          ) : (
            <Phrase localizer={context.localizer} message="searchFor" values={{ q }} />
          )}
        </h1>
        {items.length > 0 ? (
          <Results {...found} />
        ) : (
          <section class="empty" role="status">
            <p>{nothing}</p>
            {q !== '' && !refused ? <p class="meta">{t('searchNoneHint')}</p> : null}
          </section>
        )}
      </>
    ),
  });
}
