import { adminApi } from '@strapi/strapi/admin';
import { messageOf } from '../../lib/refusals';
import { withChosen, type Webhook, type WebhookEvent } from './webhook-events';

const TAG = 'Webhook';
const WEBHOOKS = '/admin/webhooks';

/**
 * In Strapi's own cache and under its own tag, so that its form does not save what it read before
 * over what was ticked here, nor the other way round.
 */
const api = adminApi.enhanceEndpoints({ addTagTypes: [TAG] }).injectEndpoints({
  endpoints: (builder) => ({
    analysisWebhooks: builder.query<Webhook[], void>({
      query: () => ({ url: WEBHOOKS, method: 'GET' }),
      transformResponse: ({ data }: { data: Webhook[] }) => data,
      providesTags: (webhooks = []) => [
        { type: TAG, id: 'LIST' },
        ...webhooks.map(({ id }) => ({ type: TAG, id }) as const),
      ],
    }),
    setAnalysisEvents: builder.mutation<null, { id: string; chosen: readonly WebhookEvent[] }>({
      async queryFn({ id, chosen }, _api, _options, ask) {
        const url = `${WEBHOOKS}/${encodeURIComponent(id)}`;
        // As it is now: someone may have changed it elsewhere since it was listed.
        const found = await ask({ url, method: 'GET' });
        if (found.error) return { error: found.error };
        // What `ask` gives is typed as unknown; Strapi's route answers so.
        const { data: webhook } = found.data as { data: Webhook };
        const saved = await ask({ url, method: 'PUT', data: withChosen(webhook, chosen) });
        return saved.error ? { error: saved.error } : { data: null };
      },
      invalidatesTags: (_data, _error, { id }) => [{ type: TAG, id }],
    }),
  }),
});

const { useAnalysisWebhooksQuery, useSetAnalysisEventsMutation } = api;

/** What a request failed with; null for a connection that broke. */
export interface Failure {
  message: string | null;
}

const failureOf = (error: unknown): Failure => ({ message: messageOf(error) });

/** Strapi's webhooks, asked for again whenever the page is opened. */
export function useWebhooks(): {
  webhooks: Webhook[] | null;
  failure: Failure | null;
  reload: () => void;
} {
  const { data, error, isFetching, refetch } = useAnalysisWebhooksQuery(undefined, {
    refetchOnMountOrArgChange: true,
  });
  return {
    webhooks: data ?? null,
    failure: error && !isFetching ? failureOf(error) : null,
    reload: () => void refetch(),
  };
}

/** Saves which of the plugin's events a webhook sends; answers with what went wrong. */
export function useSetEvents(): {
  save: (id: string, chosen: readonly WebhookEvent[]) => Promise<Failure | null>;
  saving: boolean;
} {
  const [set, { isLoading }] = useSetAnalysisEventsMutation();
  return {
    saving: isLoading,
    async save(id, chosen) {
      const answer = await set({ id, chosen });
      return 'error' in answer ? failureOf(answer.error) : null;
    },
  };
}
