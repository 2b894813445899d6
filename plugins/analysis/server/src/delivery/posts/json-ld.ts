import type { CorrectionView } from '../../../../shared/contracts/claims';
import type { ArticleView, Disclosure, SummaryView } from '../../../../shared/contracts/posts';
import type { RatingView } from '../../../../shared/contracts/ratings';
import { excerptOf } from '../../../../shared/text';

/** IPTC's vocabulary of how a work came about (https://cv.iptc.org/newscodes/digitalsourcetype). */
const DIGITAL_SOURCE: Record<Disclosure, string> = {
  generated: 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia',
  'generated-reviewed':
    'http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia',
  human: 'http://cv.iptc.org/newscodes/digitalsourcetype/digitalCreation',
};

/** What search engines and cards show of a text, at most. */
const DESCRIPTION = 300;

export interface JsonLdSource {
  article: ArticleView;
  summary: SummaryView | null;
  rating: RatingView;
  corrections: CorrectionView[];
  commentCount: number;
  /** Absolute address of the page. */
  url: string;
  /** Absolute address of the cover. */
  image: string | null;
  publisher: string;
}

/**
 * Structured data of a post in schema.org's vocabulary: `NewsArticle`, and
 * `AnalysisNewsArticle`, based on the original story. A rating is stated only when there are
 * votes, as search engines ask.
 * @returns what is not known is undefined, which JSON leaves out
 */
export function jsonLdOf(source: JsonLdSource): Record<string, unknown> {
  const { article, summary, rating, corrections, commentCount, url, image, publisher } = source;
  const { provider, model } = article.provenance;
  const generator = [provider, model].filter(Boolean).join(' ');
  return {
    '@context': 'https://schema.org',
    '@type': ['NewsArticle', 'AnalysisNewsArticle'],
    '@id': url,
    url,
    mainEntityOfPage: url,
    headline: article.title,
    inLanguage: article.language,
    datePublished: article.firstPublishedAt,
    dateModified: article.updatedAt,
    publisher: { '@type': 'Organization', name: publisher },
    author: article.review
      ? { '@type': 'Person', name: article.review.reviewer }
      : { '@type': 'Organization', name: publisher },
    digitalSourceType: DIGITAL_SOURCE[article.disclosure],
    commentCount,
    creditText: generator && article.disclosure !== 'human' ? generator : undefined,
    description: summary ? excerptOf(summary.text.replace(/\s+/g, ' '), DESCRIPTION) : undefined,
    abstract: summary ? { '@value': summary.text, '@language': summary.language } : undefined,
    isBasedOn: article.originalLink ? basis(article) : undefined,
    image: image ?? undefined,
    keywords: article.topics.length > 0 ? article.topics.map(({ name }) => name) : undefined,
    correction:
      corrections.length > 0
        ? corrections.map(({ text, correctedAt }) => ({
            '@type': 'CorrectionComment',
            text,
            datePublished: correctedAt,
          }))
        : undefined,
    aggregateRating:
      rating.total > 0
        ? {
            '@type': 'AggregateRating',
            ratingValue: rating.average,
            ratingCount: rating.total,
            bestRating: 5,
            worstRating: 1,
          }
        : undefined,
  };
}

const basis = ({ originalLink, sourceName, sourcePublishedAt }: ArticleView) => ({
  '@type': 'NewsArticle',
  url: originalLink,
  publisher: sourceName ? { '@type': 'Organization', name: sourceName } : undefined,
  datePublished: sourcePublishedAt ?? undefined,
});
