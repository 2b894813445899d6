/**
 * Reports that a claim in an article is wrong, and the corrections that come of them.
 *
 * POST /api/analysis/articles/:documentId/claims        anyone who may report a claim
 *
 * GET  /analysis/claims?status=&article=&q=&sort=&cursor=&limit=     moderation.read
 * GET  /analysis/claims/counts?article=&q=                           moderation.read
 * PUT  /analysis/claims/:documentId                                  moderate
 */
import { z } from 'zod';
import { text, typedWebUrl } from '../fields';
import { LIMITS } from '../limits';
import { CLAIM_STATUSES } from '../vocabulary';
import { dateTime, envelope, id, type DateTime, type Envelope } from './common';
import { input, view } from './named-schemas';

export { CLAIM_STATUSES };
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

export const claimInput = input(
  'ClaimInput',
  z.strictObject({
    quote: text(LIMITS.claimQuote).describe(
      'A passage of the article as its readers see it; blanks and line ends do not matter.'
    ),
    note: text(LIMITS.claimNote).describe('What is wrong with it.'),
    source: z
      .union([
        z.literal('').transform(() => undefined),
        z.null().transform(() => undefined),
        typedWebUrl(),
      ])
      .optional()
      .describe('Where it can be looked up. An empty form field is none.'),
    homepage: z
      .string()
      .max(2_000)
      .optional()
      .describe('Of a field that people do not see: whatever fills it in is not one.'),
  })
);
export type ClaimInput = z.infer<typeof claimInput>;

export const claimReportResponse = envelope(z.object({ reported: z.literal(true) }));
export type ClaimReportResponse = z.infer<typeof claimReportResponse>;

export const correctionView = view(
  'Correction',
  z
    .object({
      documentId: id(),
      quote: z.string().describe('The passage, in the article’s own words.'),
      text: z.string().describe('What is true instead.'),
      correctedAt: dateTime(),
    })
    .describe('What anyone may see: the passage, what is true instead, and since when.')
);
export type CorrectionView = z.infer<typeof correctionView>;

/** A reported claim as a moderator sees it. `status` goes back as `from` with the decision. */
export interface ClaimCard {
  documentId: string;
  status: ClaimStatus;
  quote: string;
  note: string;
  source: string | null;
  createdAt: DateTime;
  article: {
    documentId: string;
    title: string;
    slug: string | null;
    language: string;
    published: boolean;
    /** Where readers see it; null for one that is not published. */
    address: string | null;
  };
  /** Whether the article still holds the passage. */
  stillThere: boolean;
  /** The public correction of one that was upheld. */
  correction: string | null;
  correctedAt: DateTime | null;
  decided: { by: string | null; at: DateTime } | null;
}

export interface ClaimsMeta {
  status: ClaimStatus;
  limit: number;
  nextCursor: string | null;
}
export type ClaimsResponse = Envelope<ClaimCard[], ClaimsMeta>;
export type ClaimCounts = Record<ClaimStatus, number>;
export type ClaimCountsResponse = Envelope<ClaimCounts>;

/**
 * Upholding needs the correction that readers will see; opening again, or dismissing, takes it
 * off the page. Upholding one that is upheld changes its words and keeps its date.
 */
export const claimDecisionInput = z
  .strictObject({
    status: z.enum(CLAIM_STATUSES),
    correction: text(LIMITS.correction).nullish(),
    /** What the moderator had on the screen; one that is another by now answers 409. */
    from: z.enum(CLAIM_STATUSES).nullish(),
  })
  .refine(({ status, correction }) => status !== 'upheld' || Boolean(correction), {
    path: ['correction'],
    message: 'say what is true instead',
    params: { fault: 'required' },
  });
export type ClaimDecisionInput = z.infer<typeof claimDecisionInput>;
export type ClaimDecisionResponse = Envelope<ClaimCard>;
/** `details` of the 409: the claim as it is now. */
export interface ClaimConflict {
  current: ClaimCard;
}
