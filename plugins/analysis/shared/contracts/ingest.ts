/**
 * PUT  /posts?force   application/json or text/plain
 * POST /posts/batch   application/x-ndjson, one post a line; one result a line
 */
import { z } from 'zod';
import { dateTime, languageTag, line, text, webUrl } from '../fields';
import type { Fault } from '../faults';
import { LIMITS } from '../limits';
import type { Envelope } from './common';

const optionalLine = (max: number) => line({ max }).nullish();

export const ingestSummaryInput = z.strictObject({
  language: languageTag().nullish(),
  text: text(LIMITS.summary),
});

/** One generated post. What the generator leaves out is detected or left for the editor. */
export const ingestInput = z.strictObject({
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
});
export type IngestInput = z.infer<typeof ingestInput>;

export const INGEST_OUTCOMES = ['created', 'updated', 'unchanged'] as const;
export type IngestOutcome = (typeof INGEST_OUTCOMES)[number];

export interface IngestWarning {
  path: (string | number)[];
  code: 'missing_for_publish' | 'language_detected' | 'language_mismatch' | 'ignored' | 'length';
  message: string;
}

export interface IngestResult {
  outcome: IngestOutcome;
  documentId: string;
  slug: string | null;
  title: string;
  warnings: IngestWarning[];
}

export type IngestResponse = Envelope<IngestResult>;

/** One line of the batch's answer; `line` counts from 1 and is that of the request. */
export type BatchLine =
  | ({ line: number; ok: true } & IngestResult)
  | {
      line: number;
      ok: false;
      error: { status: number; name: string; message: string; details: { errors?: Fault[] } };
    };
