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
import { text, webUrl } from '../fields';
import { LIMITS } from '../limits';
import { CLAIM_STATUSES } from '../vocabulary';
import type { DateTime, Envelope } from './common';

export { CLAIM_STATUSES };
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

/** `quote` is a passage of the article as its readers see it; blanks and line ends do not matter. */
export const claimInput = z.strictObject({
  quote: text(LIMITS.claimQuote),
  note: text(LIMITS.claimNote),
  /** Where it can be looked up. An empty form field is none. */
  source: z
    .union([
      z.literal('').transform(() => undefined),
      z.null().transform(() => undefined),
      webUrl(),
    ])
    .optional(),
  /** Of a field that people do not see: whatever fills it in is not one. */
  homepage: z.string().max(2_000).optional(),
});
export type ClaimInput = z.infer<typeof claimInput>;
export type ClaimReportResponse = Envelope<{ reported: true }>;

/** What anyone may see: the passage, what is true instead, and since when that stands there. */
export interface CorrectionView {
  documentId: string;
  quote: string;
  text: string;
  correctedAt: DateTime;
}

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
