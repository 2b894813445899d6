import type {
  ArticleView,
  CoverView,
  Disclosure,
  PostCard,
  SummaryView,
  TopicView,
} from '../../../../shared/contracts/posts';
import type { RatingView } from '../../../../shared/contracts/ratings';
import { webHref } from '../../../../shared/values';
import { toIso } from '../../platform/database/connection';
import { publicationDates } from '../../platform/strapi/publication-dates';
import { bestByLanguage, directionOf } from '../../platform/text/language';
import { cachedHtml } from '../../platform/text/markdown/cached-html';
import type { PostRow, SummaryRow, TopicRow } from './store';

const disclosureOf = (row: PostRow): Disclosure => row.disclosure ?? 'generated';

/** @param url the cover's address as readers reach it */
export const coverView = (row: PostRow, url: string | null): CoverView | null =>
  url === null
    ? null
    : {
        url,
        alternativeText: row.cover_alt ?? row.cover_alternative ?? '',
        width: row.cover_width,
        height: row.cover_height,
        mime: row.cover_mime ?? '',
      };

export const summaryView = ({ documentId, language, text: words }: SummaryRow): SummaryView => ({
  documentId,
  language,
  direction: directionOf(language),
  text: words,
});

const topicView = ({ document_id: documentId, name, slug, kind }: TopicRow): TopicView => ({
  documentId,
  name,
  slug,
  kind: kind ?? 'subject',
});

/** Who answers for the text; only while the review is of this very text. */
const reviewOf = (row: PostRow): ArticleView['review'] => {
  const reviewer = row.reviewer;
  const reviewedAt = toIso(row.reviewed_at);
  return disclosureOf(row) === 'generated-reviewed' && reviewer && reviewedAt
    ? { reviewer, reviewedAt }
    : null;
};

export function articleView(
  row: PostRow,
  topics: TopicRow[],
  cover: CoverView | null
): ArticleView {
  const language = row.language ?? 'und';
  const body = row.body ?? '';
  const originalLink = webHref(row.original_link);
  const { published, modified } = publicationDates(row);
  return {
    documentId: row.document_id,
    title: row.title ?? '',
    slug: row.slug ?? '',
    language,
    direction: directionOf(language),
    body,
    bodyHtml: cachedHtml(body, originalLink),
    originalLink,
    sourceName: row.source_name,
    sourcePublishedAt: toIso(row.source_published_at),
    cover,
    topics: topics.map(topicView),
    disclosure: disclosureOf(row),
    provenance: {
      provider: row.generator_provider,
      model: row.generator_model,
      promptVersion: row.prompt_version,
      generatedAt: toIso(row.generated_at),
    },
    review: reviewOf(row),
    contentHash: row.content_hash ?? '',
    firstPublishedAt: published.toISOString(),
    updatedAt: modified.toISOString(),
  };
}

/** An entry of a list. */
export function cardView(
  row: PostRow,
  parts: {
    summaries: SummaryView[];
    cover: CoverView | null;
    rating: RatingView;
    languages: string[];
  }
): PostCard {
  const language = row.language ?? 'und';
  return {
    documentId: row.document_id,
    title: row.title ?? '',
    slug: row.slug ?? '',
    language,
    direction: directionOf(language),
    summary: bestByLanguage(parts.summaries, parts.languages, language),
    cover: parts.cover,
    disclosure: disclosureOf(row),
    sourceName: row.source_name,
    firstPublishedAt: publicationDates(row).published.toISOString(),
    rating: parts.rating,
    commentCount: row.comments_visible ?? 0,
  };
}
