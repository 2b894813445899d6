import { getFetchClient, useFetchClient } from '@strapi/strapi/admin';
import { useMemo } from 'react';
import type {
  ClaimCard,
  ClaimCounts,
  ClaimCountsResponse,
  ClaimDecisionInput,
  ClaimDecisionResponse,
  ClaimsResponse,
} from '../../../shared/contracts/claims';
import type {
  BanInput,
  BanResponse,
  BulkInput,
  BulkResponse,
  BulkView,
  CommentDetail,
  CommentDetailResponse,
  CountsResponse,
  DecisionInput,
  DecisionResponse,
  DecisionView,
  ModerationSummary,
  ModeratorReplyResponse,
  QueueFilters,
  QueueResponse,
  ReportsDecisionResponse,
  SummaryResponse,
  UndoResponse,
  UndoView,
} from '../../../shared/contracts/moderation';
import { claimCountsQuery, claimsQuery, type ClaimFilters, type ClaimsView } from './claims-view';
import { countsQuery, queueQuery, type DeskView } from './desk-view';

const BASE = '/analysis/moderation';
const CLAIMS = '/analysis/claims';
const comment = (id: string) => `${BASE}/comments/${encodeURIComponent(id)}`;

/** The desk's reads. They end with the component that asks. */
export interface DeskReads {
  queue(view: DeskView, limit: number, cursor: string | null): Promise<QueueResponse>;
  counts(filters: QueueFilters): Promise<CountsResponse>;
  detail(id: string): Promise<CommentDetail>;
  summary(): Promise<ModerationSummary>;
  claims(view: ClaimsView, limit: number, cursor: string | null): Promise<ClaimsResponse>;
  claimCounts(filters: ClaimFilters): Promise<ClaimCounts>;
}

/** The desk's writes. Leaving the page does not take back what the moderator saw happen. */
export interface DeskWrites {
  decide(id: string, input: DecisionInput): Promise<DecisionView>;
  bulk(input: BulkInput): Promise<BulkView>;
  undo(batch: string): Promise<UndoView>;
  reply(id: string, content: string): Promise<void>;
  dismissReports(id: string): Promise<void>;
  ban(input: BanInput): Promise<{ swept: number }>;
  decideClaim(id: string, input: ClaimDecisionInput): Promise<ClaimCard>;
}

/** Reads of the moderators' desk over the administrator's session. */
export function useDeskReads(): DeskReads {
  const { get } = useFetchClient();
  return useMemo(
    () => ({
      async queue(view, limit, cursor) {
        const query = queueQuery(view, limit, cursor);
        return (await get<QueueResponse>(`${BASE}/queue?${query}`)).data;
      },
      async counts(filters) {
        return (await get<CountsResponse>(`${BASE}/counts?${countsQuery(filters)}`)).data;
      },
      async detail(id) {
        return (await get<CommentDetailResponse>(comment(id))).data.data;
      },
      async summary() {
        return (await get<SummaryResponse>(`${BASE}/summary`)).data.data;
      },
      async claims(view, limit, cursor) {
        const query = claimsQuery(view, limit, cursor);
        return (await get<ClaimsResponse>(`${CLAIMS}?${query}`)).data;
      },
      async claimCounts(filters) {
        const query = claimCountsQuery(filters);
        return (await get<ClaimCountsResponse>(`${CLAIMS}/counts?${query}`)).data.data;
      },
    }),
    [get]
  );
}

const post = async <T>(path: string, data: unknown): Promise<T> =>
  (await getFetchClient().post<T>(path, { data })).data;
const put = async <T>(path: string, data: unknown): Promise<T> =>
  (await getFetchClient().put<T>(path, { data })).data;

/** Not over `useFetchClient`: its requests are aborted when the component goes. */
export const deskWrites: DeskWrites = {
  async decide(id, input) {
    const path = `/analysis/comments/${encodeURIComponent(id)}/status`;
    return (await put<DecisionResponse>(path, input)).data;
  },
  async bulk(input) {
    return (await post<BulkResponse>(`${BASE}/bulk`, input)).data;
  },
  async undo(batch) {
    return (await post<UndoResponse>(`${BASE}/undo`, { batch })).data;
  },
  async reply(id, content) {
    await post<ModeratorReplyResponse>(`${comment(id)}/replies`, { content });
  },
  async dismissReports(id) {
    await put<ReportsDecisionResponse>(`${comment(id)}/reports`, { verdict: 'dismissed' });
  },
  async ban(input) {
    return (await post<BanResponse>(`${BASE}/bans`, input)).meta;
  },
  async decideClaim(id, input) {
    const path = `${CLAIMS}/${encodeURIComponent(id)}`;
    return (await put<ClaimDecisionResponse>(path, input)).data;
  },
};

/** What waits for a decision. Not over `useFetchClient`: it is asked for by no component. */
export async function readWaitingCounts(): Promise<{ comments: number; claims: number }> {
  const { get } = getFetchClient();
  const [comments, claims] = await Promise.all([
    get<CountsResponse>(`${BASE}/counts`),
    get<ClaimCountsResponse>(`${CLAIMS}/counts`),
  ]);
  return { comments: comments.data.data.pending, claims: claims.data.data.open };
}
