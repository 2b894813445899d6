import type {
  ClaimCard,
  ClaimCounts,
  ClaimsMeta,
  ClaimStatus,
  CorrectionView,
} from '../../../../shared/contracts/claims';
import type { QueueSort } from '../../../../shared/contracts/moderation';
import { LIMITS } from '../../../../shared/limits';
import { onConnection, type Trx } from '../../platform/database/connection';
import { cutPage, decodeCursor } from '../../platform/http/pagination';
import type { DocumentId } from '../../platform/strapi/uids';
import { cardsOf } from './cards';
import { decideClaim } from './decide-claim';
import type { ClaimsDeps } from './deps';
import { reportClaim } from './report-claim';
import { byArticle, type ClaimFilters } from './rules';
import { countClaims, deleteClaims, selectClaims, selectCorrections } from './store';

export type { ClaimEvents } from './deps';

/** Readers' reports that a passage is wrong, and the corrections that come of them. */
export function createClaims(deps: ClaimsDeps) {
  const { strapi } = deps;
  return {
    /** Reports a passage of an article. @param data as `claimInput` */
    report: reportClaim(deps),

    /** Public corrections of published articles, newest first, in one query. */
    async corrections(articleIds: DocumentId[]): Promise<Map<DocumentId, CorrectionView[]>> {
      if (articleIds.length === 0) return new Map();
      const rows = await onConnection(strapi, (knex) =>
        selectCorrections(knex, articleIds, LIMITS.correctionsPerArticle)
      );
      return byArticle(rows);
    },

    /** A page of reports under a status and filters. @throws ValidationError at `cursor` */
    async list({
      status,
      filters,
      sort,
      limit,
      cursor,
    }: {
      status: ClaimStatus;
      filters: ClaimFilters;
      sort: QueueSort;
      limit: number;
      cursor?: unknown;
    }): Promise<{ items: ClaimCard[]; meta: ClaimsMeta }> {
      const keyset = decodeCursor(cursor);
      const rows = await onConnection(strapi, (knex) =>
        selectClaims(knex, { status, filters, sort, limit, cursor: keyset })
      );
      const { page, nextCursor } = cutPage(rows, limit);
      return { items: await cardsOf(deps, page), meta: { status, limit, nextCursor } };
    },

    /** How many reports have each status, up to `LIMITS.queueCount` of each. */
    counts: (filters: ClaimFilters): Promise<ClaimCounts> =>
      onConnection(strapi, (knex) => countClaims(knex, filters, LIMITS.queueCount)),

    /** Decides on a report. @param data as `claimDecisionInput` */
    decide: decideClaim(deps),

    removeAll: (trx: Trx, articleId: DocumentId): Promise<void> => deleteClaims(trx, articleId),
  };
}

export type Claims = ReturnType<typeof createClaims>;
