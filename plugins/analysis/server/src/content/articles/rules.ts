import { z } from 'zod';
import type { Disclosure } from '../../../../shared/contracts/posts';
import { fault, faultsFromZod, type Fault } from '../../../../shared/faults';
import { dateTime, languageTag, line, text, webUrl } from '../../../../shared/fields';
import { LIMITS } from '../../../../shared/limits';
import { isBlank, visibleCharacters } from '../../../../shared/text';
import { sha256 } from '../../platform/security/hash';
import { isSlug } from '../../platform/text/slug/slug';
import {
  cleanSummaries,
  publishFaults as summaryPublishFaults,
  type ArticleSummary,
} from '../../../../shared/summaries';

/** Generators' clocks run ahead by a little; a minute is not "the future". */
const CLOCK_SKEW_MS = 60_000;

const provenance = () => line({ max: LIMITS.provenance.max });

/** Every field that a person or a generator may set, each well-formed by itself. */
const fields = {
  title: line(LIMITS.title),
  slug: line({ max: LIMITS.slug.max * 4 }),
  language: languageTag(),
  body: text({ max: LIMITS.body.max }),
  originalLink: webUrl(),
  sourceName: line({ max: LIMITS.sourceName.max }),
  sourcePublishedAt: dateTime(),
  coverAlt: line({ max: LIMITS.coverAlt.max }),
  origin: z.enum(['generated', 'human']),
  generatorProvider: provenance(),
  generatorModel: provenance(),
  promptVersion: provenance(),
  promptHash: provenance(),
  runId: provenance(),
  generatedAt: dateTime(),
  reviewer: line({ max: LIMITS.reviewer.max }),
  editorialResponsibility: z.boolean(),
};

export type ArticleField = keyof typeof fields;

/** Well-formed values of an article; null where nothing is given. */
export interface ArticleValues {
  title: string | null;
  slug: string | null;
  language: string | null;
  body: string | null;
  originalLink: string | null;
  sourceName: string | null;
  sourcePublishedAt: Date | null;
  coverAlt: string | null;
  origin: 'generated' | 'human' | null;
  generatorProvider: string | null;
  generatorModel: string | null;
  promptVersion: string | null;
  promptHash: string | null;
  runId: string | null;
  generatedAt: Date | null;
  reviewer: string | null;
  editorialResponsibility: boolean | null;
  summaries: ArticleSummary[];
}

/** Fields that only the hooks write; what a caller sends for them is dropped. */
export const SERVER_FIELDS = [
  'contentHash',
  'disclosure',
  'reviewedAt',
  'reviewedHash',
  'firstPublishedAt',
] as const;

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && isBlank(value));

/**
 * Brings the fields that are present into their kept form; an empty one becomes null.
 * @returns the clean values of the fields present, a fault for each that is ill-formed, and where
 * each of the summaries stood in what was sent
 */
export function cleanFields(
  data: Record<string, unknown>,
  now: Date
): { values: Partial<ArticleValues>; faults: Fault[]; places: number[] } {
  const values: Record<string, unknown> = {};
  const faults: Fault[] = [];
  const places: number[] = [];
  for (const [name, schema] of Object.entries(fields)) {
    if (!(name in data) || data[name] === undefined) continue;
    if (isEmpty(data[name])) {
      values[name] = null;
      continue;
    }
    const parsed = schema.safeParse(data[name]);
    if (parsed.success) values[name] = parsed.data;
    else faults.push(...faultsFromZod(parsed.error, [name]));
  }
  if (data.summaries !== undefined) {
    const cleaned = cleanSummaries(data.summaries);
    values.summaries = cleaned.summaries;
    places.push(...cleaned.places);
    faults.push(...cleaned.faults);
  }
  const clean = values as Partial<ArticleValues>;
  if (clean.slug && !isSlug(clean.slug)) {
    faults.push(fault('slug', 'invalid_slug', slugHelp, { limit: LIMITS.slug.max }));
  }
  if (clean.generatedAt && clean.generatedAt.getTime() > now.getTime() + CLOCK_SKEW_MS) {
    faults.push(fault('generatedAt', 'in_future', 'must not be in the future'));
  }
  return { values: clean, faults, places };
}

const slugHelp = `must be lower-case letters, digits and single hyphens, at most ${LIMITS.slug.max} characters`;

/** Not the slug: where there is a title there is one. */
const PUBLISH_REQUIRED = ['title', 'language', 'body', 'originalLink'] as const;

/** What is still missing before an article can be published, given its whole values. */
export function publishFaults(values: ArticleValues, cover: { present: boolean }): Fault[] {
  const faults = PUBLISH_REQUIRED.filter((name) => values[name] === null).map((name) =>
    fault(name, 'required', 'must be filled in before publishing')
  );
  const length = values.body === null ? null : visibleCharacters(values.body);
  if (length !== null && length < LIMITS.body.min) {
    faults.push(
      fault(
        'body',
        'too_short',
        `must be at least ${LIMITS.body.min} characters to be published, this has ${length}`,
        { limit: LIMITS.body.min, length }
      )
    );
  }
  if (cover.present && values.coverAlt === null) {
    faults.push(
      fault('coverAlt', 'required', 'the cover needs an alternative text before publishing')
    );
  }
  return [...faults, ...summaryPublishFaults(values.summaries)];
}

/**
 * SHA-256 of what a reviewer answers for: title, language, body and summaries. The order in which
 * an editor put the summaries makes no difference, and neither does the order of JSON's keys,
 * which PostgreSQL changes. Without summaries it is the hash of the versions before them.
 */
export function contentHash({ title, language, body, summaries }: Hashed): string {
  const texts = summaries.map((each) => JSON.stringify([each.language ?? '', each.text ?? '']));
  return sha256(
    JSON.stringify([
      title ?? '',
      language ?? '',
      body ?? '',
      ...(texts.length > 0 ? [texts.sort()] : []),
    ])
  );
}

type Hashed = Pick<ArticleValues, 'title' | 'language' | 'body' | 'summaries'>;

export interface Review {
  editorialResponsibility: boolean;
  reviewer: string | null;
  reviewedAt: Date | null;
  reviewedHash: string | null;
}

/**
 * What a write makes of the review. Taking responsibility stamps this very text, time and
 * reviewer; a later change of the text reopens it; giving responsibility up clears it.
 * @param before the review as stored
 * @param after responsibility and reviewer as they would be after the write
 */
export function nextReview(
  before: Review,
  after: { editorialResponsibility: boolean; reviewer: string | null },
  hash: string,
  now: Date
): Review {
  const { reviewer } = after;
  if (!after.editorialResponsibility || reviewer === null) {
    return { editorialResponsibility: false, reviewer, reviewedAt: null, reviewedHash: null };
  }
  if (!before.editorialResponsibility || before.reviewer !== reviewer) {
    return { editorialResponsibility: true, reviewer, reviewedAt: now, reviewedHash: hash };
  }
  if (before.reviewedHash === hash) {
    const { reviewedAt, reviewedHash } = before;
    return { editorialResponsibility: true, reviewer, reviewedAt, reviewedHash };
  }
  return { editorialResponsibility: false, reviewer, reviewedAt: null, reviewedHash: null };
}

/** What readers are told of how the text came about; computed, never set. */
export function disclosureOf(
  origin: 'generated' | 'human' | null,
  review: Pick<Review, 'editorialResponsibility' | 'reviewer' | 'reviewedHash'>,
  hash: string
): Disclosure {
  if (origin === 'human') return 'human';
  const reviewed =
    review.editorialResponsibility && review.reviewer !== null && review.reviewedHash === hash;
  return reviewed ? 'generated-reviewed' : 'generated';
}

/**
 * Whether an article still takes comments: not once an editor has closed its discussion, nor
 * after the configured age.
 * @param closeAfterDays 0 is never
 */
export const isDiscussionOpen = (
  article: { discussionClosed: boolean; firstPublishedAt: Date | null },
  closeAfterDays: number,
  now: Date
): boolean =>
  !article.discussionClosed &&
  (closeAfterDays === 0 ||
    article.firstPublishedAt === null ||
    now.getTime() - article.firstPublishedAt.getTime() < closeAfterDays * 86_400_000);
