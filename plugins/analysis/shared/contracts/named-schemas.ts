import type { z } from 'zod';

/**
 * Schemas that have a name in `components/schemas` of the OpenAPI document: what the API answers.
 * They only describe; no answer is parsed on its way out.
 */
export const views = new Map<z.ZodType, string>();

/** What the API takes, as it comes in: before anything is trimmed or left out. */
export const inputs = new Map<z.ZodType, string>();

/** Names a part of an answer. @returns the schema */
export function view<Schema extends z.ZodType>(id: string, schema: Schema): Schema {
  views.set(schema, id);
  return schema;
}

/** Names a part of a request. @returns the schema */
export function input<Schema extends z.ZodType>(id: string, schema: Schema): Schema {
  inputs.set(schema, id);
  return schema;
}
