/** GET /previews/:documentId?token=&lang= */
import { z } from 'zod';
import { dateTime, envelope, faultView } from './common';
import { articleView, postView } from './posts';
import { view } from './named-schemas';

export const PREVIEW_STATUSES = ['draft', 'published'] as const;
export type PreviewStatus = (typeof PREVIEW_STATUSES)[number];

/** What the content manager says of a document as a whole. */
export const DOCUMENT_STATUSES = ['draft', 'modified', 'published'] as const;
export type DocumentStatus = (typeof DOCUMENT_STATUSES)[number];

export const previewView = view(
  'Preview',
  postView
    .omit({ article: true, jsonLd: true })
    .extend({
      article: articleView
        .omit({ firstPublishedAt: true })
        .extend({ firstPublishedAt: dateTime().nullable() }),
    })
    .describe('A post as it stands. What is not there yet is empty or null.')
);
export type PreviewView = z.infer<typeof previewView>;

export const previewMeta = z.object({
  preview: z.literal(true),
  status: z.enum(PREVIEW_STATUSES).describe('The edition that is shown.'),
  documentStatus: z
    .enum(DOCUMENT_STATUSES)
    .describe(
      'Whether the article is public: not at all (`draft`), without its latest changes (`modified`), or as it stands (`published`).'
    ),
  expiresAt: dateTime().describe('When the link ends.'),
  missing: z.array(faultView).describe('What a draft still lacks before it can be published.'),
});
export type PreviewMeta = z.infer<typeof previewMeta>;

export const previewResponse = envelope(previewView, previewMeta);
export type PreviewResponse = z.infer<typeof previewResponse>;
