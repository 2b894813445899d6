import type { VNode } from 'preact';
import { ClaimForm, type ClaimFormProps } from './claim-form';
import { CommentForm, type CommentFormProps } from './comment-form';
import { CommentList, FurtherReplies } from './comments';
import { CorrectedLine, Corrections } from './corrections';
import { API, href, renderPage, type Alternate, type PageContext } from './layout';
import { Phrase } from './phrase';
import { RatingForm } from './rating';
import type { Article, Card, Comment, Post, Summary } from './services';

export interface PostPageProps {
  context: PageContext;
  post: Post;
  /** Further replies of one thread, shown in place of the discussion. */
  further: { thread: string; items: Comment[]; nextCursor: string | null } | null;
  notice: 'rated' | 'withdrawn' | 'pending' | 'approved' | 'confirm' | 'claimed' | null;
  form: Pick<CommentFormProps, 'values' | 'faults'>;
  claim: Pick<ClaimFormProps, 'values' | 'faults'>;
  related: Card[];
}

interface Props {
  context: PageContext;
  /** Published or not. */
  article: Omit<Article, 'firstPublishedAt'>;
}

function SummaryBlock({ context, summary }: { context: PageContext; summary: Summary }): VNode {
  const { languageName, t } = context.localizer;
  return (
    <section class="summary">
      <h2>{t('summaryIn', { language: languageName(summary.language) })}</h2>
      <p lang={summary.language} dir={summary.direction}>
        {summary.text}
      </p>
    </section>
  );
}

/** The best summary for the reader, and the others behind it. */
export function Summaries({
  context,
  post,
}: {
  context: PageContext;
  post: Pick<Post, 'summary' | 'summaries'>;
}): VNode | null {
  const { summary, summaries } = post;
  if (summary === null) return null;
  const others = summaries.filter(({ documentId }) => documentId !== summary.documentId);
  return (
    <>
      <SummaryBlock context={context} summary={summary} />
      {others.length > 0 ? (
        <details class="more-summaries">
          <summary>{context.localizer.t('moreSummaries')}</summary>
          {others.map((each) => (
            <SummaryBlock key={each.documentId} context={context} summary={each} />
          ))}
        </details>
      ) : null}
    </>
  );
}

export function OriginalLink({ context, article }: Props): VNode {
  const { t } = context.localizer;
  const { originalLink, sourceName } = article;
  if (originalLink === null) return <p class="original">{t('noOriginal')}</p>;
  const source = sourceName ?? new URL(originalLink).hostname.replace(/^www\./, '');
  return (
    <p class="original">
      <span class="label">{t('original')}</span>{' '}
      <a href={originalLink} rel="nofollow noopener">
        <Phrase localizer={context.localizer} message="originalAt" values={{ source }} />
      </a>
    </p>
  );
}

export function Disclosure({ context, article }: Props): VNode {
  const { localizer } = context;
  const { disclosure, provenance, review } = article;
  const generator = [provenance.provider, provenance.model].filter(Boolean).join(' ');
  return (
    <aside class="disclosure" data-disclosure={disclosure}>
      <p>
        <Phrase
          localizer={localizer}
          message={disclosure}
          values={{
            reviewer: review?.reviewer ?? '',
            date: review ? localizer.date(review.reviewedAt) : '',
          }}
        />
        {generator && disclosure !== 'human' ? (
          <>
            {' '}
            <Phrase localizer={localizer} message="generator" values={{ generator }} />
          </>
        ) : null}
      </p>
    </aside>
  );
}

export function ArticleText({ context, article }: Props): VNode {
  const { localizer } = context;
  const { bodyHtml, cover, direction, disclosure, language, topics } = article;
  return (
    <>
      {cover ? (
        <img
          class="cover"
          src={cover.url}
          alt={cover.alternativeText}
          width={cover.width ?? undefined}
          height={cover.height ?? undefined}
        />
      ) : null}
      <section class="article" aria-labelledby="article-heading">
        <h2 id="article-heading">
          {localizer.t(disclosure === 'human' ? 'articleHuman' : 'article')}
        </h2>
        {/* Made safe by the plugin's delivery service. */}
        <div
          class="prose"
          lang={language}
          dir={direction}
          dangerouslySetInnerHTML={{ __html: bodyHtml }}
        />
      </section>
      {topics.length > 0 ? (
        <p class="topics">
          <span class="label">{localizer.t('topics')}</span>{' '}
          {topics.map(({ documentId, name }) => (
            <span key={documentId} class="topic" dir="auto">
              {name}
            </span>
          ))}
        </p>
      ) : null}
    </>
  );
}

function Related({ context, related }: Pick<PostPageProps, 'context' | 'related'>): VNode | null {
  if (related.length === 0) return null;
  return (
    <nav class="related" aria-labelledby="related-heading">
      <h2 id="related-heading">{context.localizer.t('related')}</h2>
      <ul>
        {related.map(({ documentId, direction, language, slug, title }) => (
          <li key={documentId}>
            <a
              href={href(context, `/posts/${slug}`)}
              lang={language}
              hreflang={language}
              dir={direction}
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** What the structured data says of a post, which is what the page's head says too. */
const stated = ({ jsonLd }: Post, name: 'url' | 'description' | 'image'): string | undefined => {
  const value = jsonLd[name];
  return typeof value === 'string' ? value : undefined;
};

/**
 * The address that search engines should list: with `lang` where the post has something to read
 * in that language, as the sitemap says, else the plain one.
 */
function canonicalOf({ lang }: PageContext, post: Post): string {
  const url = stated(post, 'url') ?? '';
  const languages = [post.article, ...post.summaries].map(({ language }) => language);
  if (lang === null || !languages.includes(lang)) return url;
  return `${url}?${new URLSearchParams({ lang }).toString()}`;
}

/** By which the page is embedded elsewhere, and its discussion followed. */
function alternatesOf({ localizer }: PageContext, post: Post): Alternate[] {
  const { documentId, title } = post.article;
  const query = new URLSearchParams({ url: stated(post, 'url') ?? '' }).toString();
  const discussion = {
    type: 'application/rss+xml',
    href: `${API}/articles/${documentId}/comments/feed.rss`,
    title: localizer.t('commentsFeed'),
  };
  return [
    ...(post.comments === null ? [] : [discussion]),
    { type: 'application/json+oembed', href: `${API}/oembed?${query}`, title },
  ];
}

/** Finds whom a reply is to among the comments on the page. */
function authorOf(comments: Comment[], documentId: string): string | null {
  for (const comment of comments) {
    if (comment.documentId === documentId) return comment.author?.name ?? null;
    const below = authorOf(comment.replies, documentId);
    if (below !== null) return below;
  }
  return null;
}

/** A post's page: everything that a reader may read and do. */
export function renderPost(props: PostPageProps): string {
  const { context, post, further, notice, form, claim, related } = props;
  const { localizer } = context;
  const { article, comments, corrections, jsonLd, rating } = post;
  const shown = further?.items ?? comments?.items ?? [];
  const commented =
    notice === 'pending' || notice === 'approved' || notice === 'confirm' ? notice : null;
  const rated = notice === 'rated' || notice === 'withdrawn' ? notice : null;
  return renderPage({
    context,
    title: `${article.title} – ${localizer.t('siteName')}`,
    description: stated(post, 'description'),
    canonical: canonicalOf(context, post),
    image: stated(post, 'image'),
    jsonLd,
    alternates: alternatesOf(context, post),
    children: (
      <>
        <header class="post-header">
          <h1 lang={article.language} dir={article.direction}>
            {article.title}
          </h1>
          <p class="meta">
            <time dateTime={article.firstPublishedAt}>
              {localizer.t('published', { date: localizer.date(article.firstPublishedAt) })}
            </time>
            <span>
              {localizer.t('articleIn', { language: localizer.languageName(article.language) })}
            </span>
          </p>
          <CorrectedLine context={context} corrections={corrections} />
        </header>
        <Summaries context={context} post={post} />
        <OriginalLink context={context} article={article} />
        <ArticleText context={context} article={article} />
        <Corrections context={context} article={article} corrections={corrections} />
        <Disclosure context={context} article={article} />
        <ClaimForm context={context} {...claim} sent={notice === 'claimed'} />
        {rating ? (
          <RatingForm
            context={context}
            articleId={article.documentId}
            rating={rating}
            notice={rated}
          />
        ) : null}
        {further ? (
          <FurtherReplies context={context} {...further} />
        ) : comments ? (
          <CommentList context={context} discussion={comments} />
        ) : null}
        {comments === null ? null : comments.meta.open ? (
          <CommentForm
            context={context}
            articleId={article.documentId}
            values={form.values}
            faults={form.faults}
            replyTo={form.values.parent ? authorOf(shown, form.values.parent) : null}
            notice={commented}
            notify={comments.meta.notify}
          />
        ) : (
          <p class="notice">{localizer.t('closed')}</p>
        )}
        <Related context={context} related={related} />
        <p class="back">
          <a href={href(context, '/')}>← {localizer.t('home')}</a>
        </p>
      </>
    ),
  });
}
