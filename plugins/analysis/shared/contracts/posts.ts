/**
 * GET /posts/:slug?lang=
 * GET /rankings?by=&days=&limit=
 */
import type { CorrectionView } from './claims';
import type { CommentPageMeta, CommentThread } from './comments';
import type { DateTime, Envelope } from './common';
import type { RatingView } from './ratings';

export const DISCLOSURES = ['generated', 'generated-reviewed', 'human'] as const;
export type Disclosure = (typeof DISCLOSURES)[number];

export interface SummaryView {
  documentId: string;
  language: string;
  /** `ltr` or `rtl`, for the `dir` attribute. */
  direction: 'ltr' | 'rtl';
  text: string;
}

export interface CoverView {
  url: string;
  alternativeText: string;
  width: number | null;
  height: number | null;
  mime: string;
}

export interface TopicView {
  documentId: string;
  name: string;
  slug: string;
  kind: 'aspect' | 'subject';
}

export interface ArticleView {
  documentId: string;
  title: string;
  slug: string;
  language: string;
  direction: 'ltr' | 'rtl';
  /** Markdown. */
  body: string;
  /** Safe HTML made from the Markdown. */
  bodyHtml: string;
  originalLink: string | null;
  sourceName: string | null;
  sourcePublishedAt: DateTime | null;
  cover: CoverView | null;
  topics: TopicView[];
  disclosure: Disclosure;
  provenance: {
    provider: string | null;
    model: string | null;
    promptVersion: string | null;
    generatedAt: DateTime | null;
  };
  review: { reviewer: string; reviewedAt: DateTime } | null;
  contentHash: string;
  firstPublishedAt: DateTime;
  updatedAt: DateTime;
}

export interface PostView {
  article: ArticleView;
  /** The best one for the languages asked for (RFC 4647 lookup), else the article's own, else the first. */
  summary: SummaryView | null;
  summaries: SummaryView[];
  rating: RatingView;
  comments: { items: CommentThread[]; meta: CommentPageMeta };
  /** Newest first. */
  corrections: CorrectionView[];
  jsonLd: Record<string, unknown>;
}

export type PostResponse = Envelope<PostView>;

/** An entry of a list of posts: enough to show and link it. */
export interface PostCard {
  documentId: string;
  title: string;
  slug: string;
  language: string;
  direction: 'ltr' | 'rtl';
  summary: SummaryView | null;
  cover: CoverView | null;
  disclosure: Disclosure;
  sourceName: string | null;
  firstPublishedAt: DateTime;
  rating: RatingView;
  commentCount: number;
}

export const RANKINGS = ['score', 'average', 'votes', 'comments'] as const;
export type Ranking = (typeof RANKINGS)[number];
export type RankingsResponse = Envelope<
  PostCard[],
  { by: Ranking; days: number | null; limit: number }
>;
