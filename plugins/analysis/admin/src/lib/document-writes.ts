import { adminApi } from '@strapi/strapi/admin';
import type { IntlShape } from 'react-intl';
import { faultTexts } from './fault-messages';
import { isFault, isRecord } from './refusals';
import { ARTICLE } from './content-manager-api';

interface Write {
  model: string;
}

/** What is used of an endpoint's definition in RTK Query. */
interface Endpoint {
  onQueryStarted?: (write: Write, lifecycle: { queryFulfilled: Promise<unknown> }) => unknown;
  invalidatesTags?: (result: unknown, error: unknown, write: Write, meta: unknown) => unknown;
  transformErrorResponse?: (error: unknown, meta: unknown, write: Write) => unknown;
}

/** The content manager's requests that write one document. */
const WRITES = [
  'createDocument',
  'updateDocument',
  'cloneDocument',
  'autoCloneDocument',
  'publishDocument',
  'unpublishDocument',
  'discardDocument',
] as const;

/**
 * Lets a form keep what was typed when the server refuses it. The content manager writes the form
 * into its cache of the document as soon as it is sent, and takes it back when it is refused: with
 * that the form starts from the stored document again, in every field. Here the cache is written
 * once the server has agreed; and a refusal, which changed nothing, makes nothing load again.
 */
export function keepTypedValues(endpoint: Endpoint): void {
  const { onQueryStarted, invalidatesTags } = endpoint;
  if (onQueryStarted) {
    endpoint.onQueryStarted = async (write, lifecycle) => {
      if (write.model === ARTICLE) {
        const isAgreed = await lifecycle.queryFulfilled.then(
          () => true,
          () => false
        );
        if (!isAgreed) return;
      }
      await onQueryStarted(write, lifecycle);
    };
  }
  if (invalidatesTags) {
    endpoint.invalidatesTags = (result, error, write, meta) =>
      error && write.model === ARTICLE ? [] : invalidatesTags(result, error, write, meta);
  }
}

/** Puts the faults of the plugin's own types in the administrator's language. */
function localizeFaults(endpoint: Endpoint, intl: () => IntlShape): void {
  endpoint.transformErrorResponse = (error, _meta, { model }) => {
    const details = isRecord(error) && isRecord(error.details) ? error.details : {};
    const faults: unknown = details.errors;
    if (!model.startsWith('plugin::analysis.') || !Array.isArray(faults)) return error;
    if (faults.length === 0 || !faults.every(isFault)) return error;
    const localized = faultTexts(faults, model, intl());
    return {
      ...(isRecord(error) ? error : {}),
      message: localized.message,
      details: { ...details, errors: localized.faults },
    };
  };
}

/**
 * Changes how the content manager's forms take a refusal. Belongs to `bootstrap`, when the content
 * manager has made its requests; one that a later Strapi names otherwise is left as it is.
 * @param intl the administrator's texts, asked for when there is something to say
 */
export function followRefusals(intl: () => IntlShape): void {
  const follow = (endpoint?: Endpoint): void => {
    if (endpoint === undefined) return;
    keepTypedValues(endpoint);
    localizeFaults(endpoint, intl);
  };
  const endpoints = Object.fromEntries(WRITES.map((name) => [name, follow]));
  // The admin's API is typed without what the content manager adds to it.
  adminApi.enhanceEndpoints({ endpoints });
}
