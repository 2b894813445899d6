import { z } from 'zod';
import { storedResponses } from '../../../../shared/contracts/stored';
import { json, jsonData, NO_CONTENT, ok, operation, type Operation } from './operation';

const textOrTexts = () => z.union([z.string(), z.array(z.string())]);
const nested = () => z.record(z.string(), z.unknown());

/** What Strapi's own actions read of the address (its `ALLOWED_QUERY_PARAM_KEYS`). */
const one = {
  fields: textOrTexts().optional().describe('Attributes to answer with.'),
  populate: z.union([textOrTexts(), nested()]).optional().describe('Relations to answer with.'),
  filters: nested().optional().describe('Strapi’s filters: `filters[title][$contains]=tide`.'),
  status: z
    .enum(['draft', 'published'])
    .optional()
    .describe('Drafts are for API tokens; readers get what is published.'),
  locale: z.string().optional(),
  publicationFilter: z.string().optional().describe('For API tokens.'),
  hasPublishedVersion: z.string().optional().describe('For API tokens.'),
};
const many = {
  ...one,
  sort: textOrTexts().optional().describe('`title:asc`, one or several.'),
  pagination: nested()
    .optional()
    .describe('`page` and `pageSize`, or `start` and `limit`; at most 100; `withCount`.'),
  page: z.int().optional(),
  pageSize: z.int().optional(),
  start: z.int().optional(),
  limit: z.int().optional(),
  _q: z.string().optional().describe('Words to look for.'),
  count: z.boolean().optional(),
  ordering: z.string().optional(),
};

/** What a collection's writes take, or the sentence by which they are refused (400). */
type Writes = { input: z.ZodType } | { refusal: string };

/**
 * The five operations that Strapi's factory makes of a collection (`core-routes.ts`).
 * @param names of one and of many, as in `operationId`
 */
export function coreOperations(
  plural: string,
  names: { one: string; many: string },
  { stored, ...writes }: { stored: z.ZodType } & Writes
): Operation[] {
  const tag = 'Collections';
  const path = `/${plural}` as const;
  const responses = storedResponses(stored);
  const noun = names.one.toLowerCase();
  const reads = [
    operation({
      id: `list${names.many}`,
      method: 'GET',
      path,
      tag,
      summary: `Strapi’s list of ${plural}`,
      by: 'reader',
      query: many,
      answers: ok('A page.', responses.list),
    }),
    operation({
      id: `get${names.one}`,
      method: 'GET',
      path: `${path}/:id`,
      tag,
      summary: `Strapi’s answer for one ${noun}`,
      by: 'reader',
      query: one,
      answers: ok(`The ${noun}.`, responses.one),
      refusals: [404],
    }),
  ];
  if ('refusal' in writes) return [...reads, ...refusedWrites(path, names.one, writes.refusal)];
  const { input } = writes;
  return [
    ...reads,
    operation({
      id: `create${names.one}`,
      method: 'POST',
      path,
      tag,
      summary: `Make a ${noun}; published at once unless \`status=draft\``,
      by: 'token',
      query: one,
      body: jsonData(input),
      answers: { 201: { description: 'Made.', content: json(responses.one) } },
      refusals: [409],
    }),
    operation({
      id: `update${names.one}`,
      method: 'PUT',
      path: `${path}/:id`,
      tag,
      summary: `Change a ${noun}; published at once unless \`status=draft\``,
      by: 'token',
      query: one,
      body: jsonData(input),
      answers: ok('Changed.', responses.one),
      refusals: [404, 409],
    }),
    operation({
      id: `delete${names.one}`,
      method: 'DELETE',
      path: `${path}/:id`,
      tag,
      summary: `Delete a ${noun}, with all that belongs to it`,
      by: 'token',
      query: one,
      answers: NO_CONTENT,
      refusals: [404],
    }),
  ];
}

/** Writes that are there to say where to write instead. */
const refusedWrites = (path: `/${string}`, name: string, why: string): Operation[] =>
  (
    [
      ['create', 'POST', path],
      ['update', 'PUT', `${path}/:id`],
      ['delete', 'DELETE', `${path}/:id`],
    ] as const
  ).map(([verb, method, where]) =>
    operation({
      id: `${verb}${name}`,
      method,
      path: where,
      tag: 'Collections',
      summary: 'Always refused',
      description: why,
      by: 'token',
      answers: {},
      refusals: [415],
    })
  );
