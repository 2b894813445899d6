import { adminApi, type Permission } from '@strapi/strapi/admin';
import type { DiscussionResponse } from '../../../shared/contracts/discussion';
import type { ArticleCounts, ArticleCountsResponse } from '../../../shared/contracts/moderation';

export const ARTICLE = 'plugin::analysis.article';

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
        providesTags: ['AnalysisDiscussion'],
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
          ...(reload ? [{ type: 'Document' as const, id: `${ARTICLE}_${article}` }] : []),
        ],
      }),
    }),
  });

interface DiscussionChange {
  article: string;
  closed: boolean;
  /** Whether the form is to load the article again. */
  reload: boolean;
}

function discussionOf(article: string): string {
  return `/analysis/articles/${encodeURIComponent(article)}/discussion`;
}

interface Asked<T> {
  data?: T | undefined;
  error?: unknown;
  isLoading: boolean;
}

/** How many comments some articles have; who asks for the same ones shares the answer. */
export const useArticleCounts = (ids: readonly string[]): Asked<ArticleCounts> =>
  api.useAnalysisArticleCountsQuery(ids.join(','), { skip: ids.length === 0 });

/** Whether an article takes comments. */
export const useDiscussion = (article: string): Asked<DiscussionResponse> =>
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
  const { getMyPermissions } = adminApi.endpoints as PermissionsEndpoint;
  const { data = [] } = getMyPermissions?.select(undefined)(state) ?? {};
  return data.some((held) => held.action === action && (held.subject ?? null) === subject);
}
