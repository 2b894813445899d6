import { adminApi, type Permission } from '@strapi/strapi/admin';
import type { DiscussionResponse } from '../../../shared/contracts/discussion';
import type { ClaimCountsResponse } from '../../../shared/contracts/claims';
import type {
  ArticleCounts,
  ArticleCountsResponse,
  CountsResponse,
  QueueCounts,
} from '../../../shared/contracts/moderation';
import { ARTICLE } from './article-address';
import { claimCountsQuery } from './claims-view';
import { countsQuery } from './desk-view';

export { ARTICLE } from './article-address';

/**
 * Requests of what is drawn inside the content manager. They go through Strapi's own cache: there
 * the cells of a list share one request, and a change makes the form beside it load again.
 */
const api = adminApi
  .enhanceEndpoints({ addTagTypes: ['Document', 'AnalysisDiscussion'] })
  .injectEndpoints({
    endpoints: (builder) => ({
      analysisArticleCounts: builder.query<ArticleCounts, string>({
        query: (ids) => ({
          url: '/analysis/moderation/articles',
          method: 'GET',
          config: { params: { ids } },
        }),
        transformResponse: ({ data }: ArticleCountsResponse) => data,
        keepUnusedDataFor: 0,
      }),
      analysisDiscussion: builder.query<DiscussionResponse, string>({
        query: (article) => ({ url: discussionOf(article), method: 'GET' }),
        providesTags: (_result, _error, article) => ['AnalysisDiscussion', documentTag(article)],
        keepUnusedDataFor: 0,
      }),
      analysisArticleQueues: builder.query<ArticleQueues, string>({
        async queryFn(article, _api, _options, ask) {
          const [comments, claims] = await Promise.all([
            ask(`/analysis/moderation/counts?${countsQuery({ article })}`),
            ask(`/analysis/claims/counts?${claimCountsQuery({ article })}`),
          ]);
          const error = comments.error ?? claims.error;
          if (error) return { error };
          // What `ask` gives is typed as unknown; the routes answer as their contracts say.
          return {
            data: {
              comments: (comments.data as CountsResponse).data,
              openClaims: (claims.data as ClaimCountsResponse).data.open,
            },
          };
        },
        providesTags: (_result, _error, article) => [documentTag(article)],
        keepUnusedDataFor: 0,
      }),
      setAnalysisDiscussion: builder.mutation<DiscussionResponse, DiscussionChange>({
        query: ({ article, closed }) => ({
          url: discussionOf(article),
          method: 'PUT',
          data: { data: { closed } },
        }),
        invalidatesTags: (_result, _error, { article, reload }) => [
          'AnalysisDiscussion',
          ...(reload ? [documentTag(article)] : []),
        ],
      }),
    }),
  });

/** What the content manager calls an article in its cache: each write of it is told by this. */
function documentTag(article: string) {
  return { type: 'Document' as const, id: `${ARTICLE}_${article}` };
}

/** Of one article: its comments in each queue, and the claims that are open. */
export interface ArticleQueues {
  comments: QueueCounts;
  openClaims: number;
}

interface DiscussionChange {
  article: string;
  closed: boolean;
  /** Whether the form is to load the article again. */
  reload: boolean;
}

function discussionOf(article: string): string {
  return `/analysis/articles/${encodeURIComponent(article)}/discussion`;
}

interface QueryState<T> {
  data?: T | undefined;
  error?: unknown;
  isLoading: boolean;
}

/** How many comments some articles have; who asks for the same ones shares the answer. */
export const useArticleCounts = (ids: readonly string[]): QueryState<ArticleCounts> =>
  api.useAnalysisArticleCountsQuery(ids.join(','), { skip: ids.length === 0 });

/** The comments and claims of one article. */
export const useArticleQueues = (article: string): QueryState<ArticleQueues> =>
  api.useAnalysisArticleQueuesQuery(article);

/** Whether an article takes comments. */
export const useDiscussion = (article: string): QueryState<DiscussionResponse> =>
  api.useAnalysisDiscussionQuery(article);

/** Closes or opens a discussion; rejects with what the server says. */
export function useSetDiscussion(): (change: DiscussionChange) => Promise<DiscussionResponse> {
  const [set] = api.useSetAnalysisDiscussionMutation();
  return (change) => set(change).unwrap();
}

interface PermissionsEndpoint {
  getMyPermissions?: {
    select(arg: undefined): (state: unknown) => { data?: Permission[] };
  };
}

/**
 * Whether the person who is signed in holds a permission, for what is no component and cannot
 * use a hook. Not known is no.
 */
export function isGranted(state: unknown, { action, subject }: Permission): boolean {
  // Strapi adds this endpoint to its API and leaves it out of the types.
  const { getMyPermissions } = adminApi.endpoints as PermissionsEndpoint;
  const { data = [] } = getMyPermissions?.select(undefined)(state) ?? {};
  return data.some((granted) => granted.action === action && (granted.subject ?? null) === subject);
}
