import { adminApi } from '@strapi/strapi/admin';
import type {
  PublishArticlesResponse,
  PublishArticlesView,
} from '../../../shared/contracts/articles';
import { ARTICLE } from '../lib/content-manager-api';

const document = (id: string) => ({ type: 'Document' as const, id: `${ARTICLE}_${id}` });

/** Through Strapi's own cache, so that its list and the forms of these articles load again. */
const api = adminApi
  .enhanceEndpoints({
    addTagTypes: ['Document', 'RecentDocumentList', 'CountDocuments', 'AnalysisDiscussion'],
  })
  .injectEndpoints({
    endpoints: (builder) => ({
      publishAnalysisArticles: builder.mutation<PublishArticlesView, string[]>({
        query: (documentIds) => ({
          url: '/analysis/articles/publish',
          method: 'POST',
          data: { data: { documentIds } },
        }),
        transformResponse: ({ data }: PublishArticlesResponse) => data,
        // After a failure as well: some may have been published before it.
        invalidatesTags: (_result, _error, documentIds) => [
          document('LIST'),
          ...documentIds.map(document),
          'RecentDocumentList',
          'CountDocuments',
          'AnalysisDiscussion',
        ],
      }),
    }),
  });

/** Publishes some articles; rejects with what the server says when it does none of them. */
export function usePublishArticles(): (documentIds: string[]) => Promise<PublishArticlesView> {
  const [publish] = api.usePublishAnalysisArticlesMutation();
  return (documentIds) => publish(documentIds).unwrap();
}
