import { isFetchError, useAPIErrorHandler } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { useDeskText } from './text';
import { useLatest } from './use-latest';

/** Words for what a request failed with; a broken connection has no answer to quote. */
export function useErrorText(): (error: unknown) => string {
  const t = useDeskText();
  const { formatAPIError } = useAPIErrorHandler();
  const format = useLatest({ t, formatAPIError });
  return useCallback(
    (error) =>
      isFetchError(error) && error.response
        ? format.current.formatAPIError(error)
        : format.current.t('error.connection'),
    [format]
  );
}
