import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { Rating } from '../../../components/rating';
import { findPost } from '../../../lib/analysis';

export const revalidate = 60;

const LANGUAGE = 'en';

interface Props {
  params: Promise<{ slug: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const post = await findPost((await params).slug, LANGUAGE);
  if (post === null) return {};
  const { article, summary } = post;
  return {
    title: article.title,
    ...(summary ? { description: summary.text } : {}),
    alternates: { canonical: `/posts/${article.slug}` },
    openGraph: {
      type: 'article',
      title: article.title,
      publishedTime: article.firstPublishedAt,
      ...(article.cover ? { images: [article.cover.url] } : {}),
    },
  };
}

export default async function PostPage({ params }: Props) {
  const { slug } = await params;
  const post = await findPost(slug, LANGUAGE);
  if (post === null) notFound();
  const { article, summary, rating, corrections, comments, jsonLd } = post;
  // The API answered for an address that the post had earlier.
  if (article.slug !== slug) permanentRedirect(`/posts/${article.slug}`);
  return (
    <article lang={article.language} dir={article.direction}>
      <script
        type="application/ld+json"
        // `<` could end the element from within a text.
        dangerouslySetInnerHTML={{ __html: JSON.stringify(jsonLd).replace(/</g, '\\u003c') }}
      />
      <h1>{article.title}</h1>
      {summary && (
        <p lang={summary.language} dir={summary.direction}>
          {summary.text}
        </p>
      )}
      {article.disclosure !== 'human' && <p>Written by a program.</p>}
      {article.review && <p>Reviewed by {article.review.reviewer}.</p>}
      {article.originalLink && (
        <a href={article.originalLink} rel="nofollow">
          {article.sourceName ?? 'The original story'}
        </a>
      )}
      {corrections.map(({ documentId, quote, text }) => (
        <aside key={documentId}>
          <q>{quote}</q> {text}
        </aside>
      ))}
      {/* Safe HTML: the server made it from Markdown. */}
      <div dangerouslySetInnerHTML={{ __html: article.bodyHtml }} />
      {/* Null where the role may not read them. */}
      {rating && <Rating articleId={article.documentId} initial={rating} />}
      {comments && (
        <>
          <h2>{comments.meta.total} comments</h2>
          <ol>
            {comments.items.map(({ documentId, author, contentHtml }) => (
              <li key={documentId}>
                <b>{author?.name}</b>
                <div dangerouslySetInnerHTML={{ __html: contentHtml ?? '' }} />
              </li>
            ))}
          </ol>
        </>
      )}
    </article>
  );
}
