/** GET /previews/:documentId?token=&lang= */
import type { Fault } from '../faults';
import type { DateTime, Envelope } from './common';
import type { ArticleView, PostView } from './posts';

export type PreviewStatus = 'draft' | 'published';

/** A post as it stands, in the shape of a published one. What is not there yet is empty or null. */
export interface PreviewView extends Omit<PostView, 'article' | 'jsonLd'> {
  article: Omit<ArticleView, 'firstPublishedAt'> & { firstPublishedAt: DateTime | null };
}

export interface PreviewMeta {
  preview: true;
  status: PreviewStatus;
  /** When the link ends. */
  expiresAt: DateTime;
  /** What a draft still lacks before it can be published. */
  missing: Fault[];
}

export type PreviewResponse = Envelope<PreviewView, PreviewMeta>;
