import { useAPIErrorHandler } from '@strapi/strapi/admin';

type Known = Parameters<ReturnType<typeof useAPIErrorHandler>['formatAPIError']>[0];

/** Puts what a request through Strapi's cache (RTK Query) rejected with in words. */
export function useRequestErrorText(): (error: unknown) => string {
  const { formatAPIError } = useAPIErrorHandler();
  // RTK Query's `unwrap` rejects with an error of Strapi's base query, and types it as unknown.
  return (error) => formatAPIError(error as Known);
}
