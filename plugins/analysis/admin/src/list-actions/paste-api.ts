import { adminApi, getFetchClient } from '@strapi/strapi/admin';
import type {
  IngestResponse,
  PastePostInput,
  PostPreview,
  PostPreviewResponse,
} from '../../../shared/contracts/ingest';
import { ARTICLE } from '../lib/content-manager-api';

const POSTS = '/analysis/posts';

/** What a page would become. Nothing is written. */
export async function previewPost(text: string, signal: AbortSignal): Promise<PostPreview> {
  const { post } = getFetchClient({ signal });
  return (await post<PostPreviewResponse>(`${POSTS}/preview`, { data: { text } })).data.data;
}

/** Through Strapi's own cache, so that its list, and the form that is opened next, load again. */
const api = adminApi
  .enhanceEndpoints({ addTagTypes: ['Document', 'RecentDocumentList', 'CountDocuments'] })
  .injectEndpoints({
    endpoints: (builder) => ({
      createAnalysisPost: builder.mutation<string, PastePostInput>({
        query: (input) => ({
          url: POSTS,
          method: 'POST',
          data: { data: input },
        }),
        transformResponse: ({ data }: IngestResponse) => data.documentId,
        invalidatesTags: (documentId) =>
          documentId === undefined
            ? []
            : [
                { type: 'Document', id: `${ARTICLE}_LIST` },
                { type: 'Document', id: `${ARTICLE}_${documentId}` },
                'RecentDocumentList',
                'CountDocuments',
              ],
      }),
    }),
  });

/** Makes the draft; gives its documentId, or rejects with what the server says. */
export function useCreatePost(): (input: PastePostInput) => Promise<string> {
  const [create] = api.useCreateAnalysisPostMutation();
  return (input) => create(input).unwrap();
}
