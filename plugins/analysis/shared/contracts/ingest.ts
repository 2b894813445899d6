/**
 * PUT  /posts?force   application/json or text/plain
 * POST /posts/batch   application/x-ndjson, one post a line; one result a line
 */
import { z } from 'zod';
import { dateTime, languageTag, line, text, webUrl } from '../fields';
import { LIMITS } from '../limits';
import { envelope, faultView, id } from './common';
import { input, view } from './registry';
import { once } from '../once';

const optionalLine = (max: number) => line({ max }).nullish();

export const ingestSummaryInput = once(() =>
  z.strictObject({
    language: languageTag().nullish(),
    text: text(LIMITS.summary),
  })
);

/** One generated post. What the generator leaves out is detected or left for the editor. */
export const ingestInput = input('IngestInput', () =>
  z.strictObject({
    title: line(LIMITS.title),
    slug: optionalLine(LIMITS.slug.max),
    language: languageTag().nullish(),
    body: text({ min: 1, max: LIMITS.body.max }),
    bodyFormat: z.enum(['markdown', 'html']).optional(),
    originalLink: webUrl().nullish(),
    sourceName: optionalLine(LIMITS.sourceName.max),
    sourcePublishedAt: dateTime().nullish(),
    summaries: z.array(ingestSummaryInput()).max(LIMITS.summariesPerArticle).optional(),
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
export type IngestInput = z.infer<ReturnType<typeof ingestInput>>;

export const INGEST_OUTCOMES = ['created', 'updated', 'unchanged'] as const;
export type IngestOutcome = (typeof INGEST_OUTCOMES)[number];

export const ingestWarning = view('IngestWarning', () =>
  z.object({
    path: z.array(z.union([z.string(), z.number()])),
    code: z.enum([
      'missing_for_publish',
      'language_detected',
      'language_mismatch',
      'ignored',
      'length',
    ]),
    message: z.string(),
  })
);
export type IngestWarning = z.infer<ReturnType<typeof ingestWarning>>;

const resultFields = once(() => ({
  outcome: z.enum(INGEST_OUTCOMES),
  documentId: id(),
  slug: z.string().nullable(),
  title: z.string(),
  warnings: z.array(ingestWarning()).describe('What an editor should look at; nothing refused.'),
}));
export const ingestResult = view('IngestResult', () => z.object(resultFields()));
export type IngestResult = z.infer<ReturnType<typeof ingestResult>>;

export const ingestResponse = once(() => envelope(ingestResult()));
export type IngestResponse = z.infer<ReturnType<typeof ingestResponse>>;

const lineNumber = () => z.int().min(1).describe('Counts from 1, as in the request.');
export const batchLine = view('BatchLine', () =>
  z
    .union([
      z.object({ line: lineNumber(), ok: z.literal(true), ...resultFields() }),
      z.object({
        line: lineNumber(),
        ok: z.literal(false),
        error: z.object({
          status: z.int(),
          name: z.string(),
          message: z.string(),
          details: z.object({ errors: z.array(faultView()).optional() }),
        }),
      }),
    ])
    .describe('One line of the batch’s answer.')
);
export type BatchLine = z.infer<ReturnType<typeof batchLine>>;
