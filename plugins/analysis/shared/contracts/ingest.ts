/**
 * PUT  /posts?force   application/json, or a page as text/plain, text/markdown or text/html
 * POST /posts/batch   application/x-ndjson, one post a line; one result a line
 *
 * For the admin, under /analysis:
 * POST /posts/preview   what a page that is pasted would become; nothing is stored
 * POST /posts           the page stored, answered as PUT /posts
 */
import { z } from 'zod';
import type { Fault } from '../faults';
import { dateTime, languageTag, line, text, webUrl } from '../fields';
import { LIMITS } from '../limits';
import { envelope, faultView, id } from './common';
import { input, view } from './named-schemas';

const optionalLine = (max: number) => line({ max }).nullish();

export const ingestSummaryInput = z.strictObject({
  language: languageTag().nullish(),
  text: text(LIMITS.summary),
});

/** One generated post. What the generator leaves out is detected or left for the editor. */
export const ingestInput = input(
  'IngestInput',
  z.strictObject({
    title: line(LIMITS.title),
    slug: optionalLine(LIMITS.slug.max),
    language: languageTag().nullish(),
    body: text({ min: 1, max: LIMITS.body.max }),
    bodyFormat: z.enum(['markdown', 'html']).optional(),
    originalLink: webUrl().nullish(),
    sourceName: optionalLine(LIMITS.sourceName.max),
    sourcePublishedAt: dateTime().nullish(),
    summaries: z.array(ingestSummaryInput).max(LIMITS.summariesPerArticle).optional(),
    topics: z.array(line(LIMITS.topicName)).max(LIMITS.topicsPerArticle).optional(),
    provenance: z
      .strictObject({
        provider: optionalLine(LIMITS.provenance.max),
        model: optionalLine(LIMITS.provenance.max),
        promptVersion: optionalLine(LIMITS.provenance.max),
        promptHash: optionalLine(LIMITS.provenance.max),
        runId: optionalLine(LIMITS.provenance.max),
        generatedAt: dateTime().nullish(),
      })
      .optional(),
  })
);
export type IngestInput = z.infer<typeof ingestInput>;

export const INGEST_OUTCOMES = ['created', 'updated', 'unchanged'] as const;
export type IngestOutcome = (typeof INGEST_OUTCOMES)[number];

export const ingestWarning = view(
  'IngestWarning',
  z.object({
    path: z.array(z.union([z.string(), z.number()])),
    code: z.enum([
      'missing_for_publish',
      'language_detected',
      'language_mismatch',
      'ignored',
      'html',
      'chat_debris',
      'link_cleaned',
      'length',
    ]),
    message: z.string(),
    text: z
      .string()
      .optional()
      .describe(
        'The passage that it speaks of: what was left out or changed, or is to be looked at.'
      ),
  })
);
export type IngestWarning = z.infer<typeof ingestWarning>;

const resultFields = {
  outcome: z.enum(INGEST_OUTCOMES),
  documentId: id(),
  slug: z.string().nullable(),
  title: z.string(),
  warnings: z.array(ingestWarning).describe('What an editor should look at; nothing refused.'),
};
export const ingestResult = view('IngestResult', z.object(resultFields));
export type IngestResult = z.infer<typeof ingestResult>;

export const ingestResponse = envelope(ingestResult);
export type IngestResponse = z.infer<typeof ingestResponse>;

/** A page that is pasted in the admin. Its text is checked by what it becomes. */
export const previewPostInput = z.strictObject({ text: z.string() });
export const pastePostInput = z.strictObject({ text: z.string(), force: z.boolean().optional() });
export type PastePostInput = z.infer<typeof pastePostInput>;

/** What a pasted page would become. */
export interface PostPreview {
  post: {
    title: string | null;
    language: string | null;
    /** Markdown, also where the page was HTML. */
    body: string | null;
    originalLink: string | null;
    sourceName: string | null;
    sourcePublishedAt: string | null;
    summaries: { language: string | null; text: string }[];
  };
  /** Why it would be refused; empty where it would be stored. */
  faults: Fault[];
  warnings: IngestWarning[];
  /** `edited`: a person has changed the draft since, and only `force` overwrites it. */
  outcome: IngestOutcome | 'edited';
  /** The article that it would change; null where it would make one. */
  documentId: string | null;
}
export interface PostPreviewResponse {
  data: PostPreview;
  meta: Record<string, never>;
}

const lineNumber = () => z.int().min(1).describe('Counts from 1, as in the request.');
export const batchLine = view(
  'BatchLine',
  z
    .union([
      z.object({ line: lineNumber(), ok: z.literal(true), ...resultFields }),
      z.object({
        line: lineNumber(),
        ok: z.literal(false),
        error: z.object({
          status: z.int(),
          name: z.string(),
          message: z.string(),
          details: z.object({ errors: z.array(faultView).optional() }),
        }),
      }),
    ])
    .describe('One line of the batch’s answer.')
);
export type BatchLine = z.infer<typeof batchLine>;
