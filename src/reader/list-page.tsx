import type { VNode } from 'preact';
import { href, renderPage, type PageContext } from './layout';
import { ratingText, Stars } from './rating';
import type { Card } from './services';

export type ListSort = 'newest' | 'score';

export interface ListProps {
  context: PageContext;
  sort: ListSort;
  page: number;
  pageCount: number;
  items: Card[];
}

function SortTabs({ context, sort }: Pick<ListProps, 'context' | 'sort'>): VNode {
  const { t } = context.localizer;
  const tab = (name: ListSort, label: string) => (
    <a
      href={href(context, '/', { sort: name === 'newest' ? null : name })}
      aria-current={sort === name ? 'page' : undefined}
    >
      {label}
    </a>
  );
  return (
    <nav class="tabs" aria-label={t('sortBy')}>
      {tab('newest', t('newest'))}
      {tab('score', t('topRated'))}
    </nav>
  );
}

function CardSummary({ card: { summary } }: { card: Card }): VNode | null {
  if (summary === null) return null;
  return (
    <p class="card-summary" lang={summary.language} dir={summary.direction}>
      {summary.text}
    </p>
  );
}

/**
 * An entry of a list.
 * @param heading shown in place of the title; safe HTML
 * @param summary shown in place of the summary
 */
export function PostCard({
  context,
  card,
  heading,
  summary,
}: {
  context: PageContext;
  card: Card;
  heading?: string | undefined;
  summary?: VNode | undefined;
}): VNode {
  const { localizer } = context;
  return (
    <li class="card">
      <article>
        <h2 lang={card.language} dir={card.direction}>
          {heading === undefined ? (
            <a href={href(context, `/posts/${card.slug}`)}>{card.title}</a>
          ) : (
            <a
              href={href(context, `/posts/${card.slug}`)}
              dangerouslySetInnerHTML={{ __html: heading }}
            />
          )}
        </h2>
        {summary ?? <CardSummary card={card} />}
        <p class="meta">
          <time dateTime={card.firstPublishedAt}>{localizer.date(card.firstPublishedAt)}</time>
          {card.sourceName ? <span dir="auto">{card.sourceName}</span> : null}
          {card.rating ? (
            <span>
              <Stars average={card.rating.average} /> {ratingText(localizer, card.rating)}
            </span>
          ) : null}
          {card.commentCount === null ? null : (
            <span>{localizer.count('commentCount', card.commentCount)}</span>
          )}
        </p>
      </article>
    </li>
  );
}

function Pages({ context, sort, page, pageCount }: ListProps): VNode | null {
  if (pageCount <= 1) return null;
  const { t } = context.localizer;
  const to = (n: number) =>
    href(context, '/', { sort: sort === 'newest' ? null : sort, page: n === 1 ? null : n });
  return (
    <nav class="pages" aria-label={t('pages')}>
      {page > 1 ? (
        <a rel="prev" href={to(page - 1)}>
          ← {t('previous')}
        </a>
      ) : (
        <span />
      )}
      <span>{t('pageOf', { page, count: pageCount })}</span>
      {page < pageCount ? (
        <a rel="next" href={to(page + 1)}>
          {t('next')} →
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}

/** The list of published posts. */
export function renderList(props: ListProps): string {
  const { context, items } = props;
  const { t } = context.localizer;
  return renderPage({
    context,
    title: t('siteName'),
    children: (
      <>
        <h1 class="visually-hidden">{t('home')}</h1>
        <SortTabs {...props} />
        {items.length > 0 ? (
          <ol class="cards">
            {items.map((card) => (
              <PostCard key={card.documentId} context={context} card={card} />
            ))}
          </ol>
        ) : (
          <section class="empty">
            <p>{t('noPosts')}</p>
            <p class="meta">{t('noPostsHint')}</p>
          </section>
        )}
        <Pages {...props} />
      </>
    ),
  });
}
