import { z } from 'zod';
import { dataOf, errorEnvelope } from '../../../../shared/contracts/common';
import type { Route } from '../strapi/routes';

/**
 * Who may call an operation, and by what they are known:
 * `anyone` needs no permission, such as the holder of a link; `reader` needs one of the public
 * role's, of an account's or of an API token's; `visitor` the same, and is told from others by
 * cookie or header; `author` by the account or the comment's edit token; `token` is for API tokens.
 */
export type Caller = 'anyone' | 'reader' | 'visitor' | 'author' | 'token';

/** Bodies by media type. Of `application/x-ndjson` it is the schema of one line. */
export type Content = Record<string, z.ZodType>;

/** Headers of an answer that the document explains. */
export type AnswerHeader =
  'ETag' | 'Cache-Control' | 'Content-Language' | 'Location' | 'X-Analysis-Visitor';

export interface Answer {
  description: string;
  content?: Content;
  headers?: readonly AnswerHeader[];
}

interface Definition {
  /** `operationId`: what clients call it. */
  id: string;
  method: Route['method'];
  /** As in the room's `routes.ts`. */
  path: Route['path'];
  tag: string;
  summary: string;
  description?: string;
  by: Caller;
  query?: Record<string, z.ZodType>;
  /** Parameters that it does not know are passed over, where callers add their own. */
  passesOver?: true;
  body?: Content;
  answers: Record<number, Answer>;
  /** Statuses of refusals beside those that `by` and `body` bring. */
  refusals?: readonly number[];
}

/** One public operation, for the OpenAPI document and for the controller that answers it. */
export interface Operation extends Definition {
  /** The query parameters that it knows: give them to `assertKnownQuery`. */
  queryNames: readonly string[];
}

/** Describes an operation; see CONTRIBUTING.md for where it is then listed. */
export const operation = (definition: Definition): Operation => ({
  ...definition,
  queryNames: Object.keys(definition.query ?? {}),
});

export const json = (schema: z.ZodType): Content => ({ 'application/json': schema });

/** A body of the form `{ data }`. */
export const jsonData = (schema: z.ZodType): Content => json(dataOf(schema));

/** An answer of 200 in JSON. */
export const ok = (
  description: string,
  schema: z.ZodType,
  headers: readonly AnswerHeader[] = []
): Record<number, Answer> => ({ 200: { description, content: json(schema), headers } });

/** What a public answer that may be kept has beside its 200. */
export const CACHED: readonly AnswerHeader[] = ['ETag', 'Cache-Control'];
export const NOT_MODIFIED: Record<number, Answer> = {
  304: { description: 'The client holds this very answer.', headers: CACHED },
};

export const NO_CONTENT: Record<number, Answer> = { 204: { description: 'Done.' } };

/** Refusals by status, as the document explains them. All have Strapi's envelope of an error. */
export const REFUSALS: Record<number, { name: string; description: string }> = {
  400: {
    name: 'BadRequest',
    description:
      'Something in the request is wrong; `error.details.errors` names every field at fault.',
  },
  401: { name: 'Unauthorized', description: 'The token in `Authorization` is not valid.' },
  403: { name: 'Forbidden', description: 'Not permitted; `error.message` says why.' },
  404: { name: 'NotFound', description: 'There is no such thing, or it is not public.' },
  409: { name: 'Conflict', description: 'A clash with what is there.' },
  413: { name: 'PayloadTooLarge', description: 'The body is larger than 1 MB.' },
  415: { name: 'UnsupportedMediaType', description: 'The body is of a type that is not taken.' },
  501: { name: 'NotImplemented', description: 'The format is not offered.' },
  429: {
    name: 'TooManyRequests',
    description:
      'Enough for now; try again after the seconds in `Retry-After`, also `error.details.retryAfter`.',
  },
};
export const refusalContent = json(errorEnvelope);

/** Every status by which an operation refuses. */
export function refusalsOf({ by, body, refusals = [] }: Operation): number[] {
  const all = new Set([
    400,
    ...(by === 'anyone' ? [] : [401, 403]),
    ...(body ? [413, 415] : []),
    ...refusals,
  ]);
  return [...all].sort((left, right) => left - right);
}

export const lang = () =>
  z
    .string()
    .optional()
    .describe('The reader’s language, a BCP 47 tag; wins over `Accept-Language`.');

export const limit = (bounds: { default: number; max: number }) =>
  z.int().min(1).max(bounds.max).optional().describe(`How many; ${bounds.default} if not given.`);

export const cursor = () => z.string().optional().describe('`nextCursor` of the page before.');
