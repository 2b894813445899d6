import type { z } from 'zod';
import { once } from '../once';

/** Makes a schema. A schema takes some kilobytes, and a start needs none of them. */
type Make<Schema extends z.ZodType = z.ZodType> = () => Schema;

/**
 * Schemas that have a name in `components/schemas` of the OpenAPI document: what the API answers.
 * They only describe; no answer is parsed on its way out.
 */
export const views = new Map<Make, string>();

/** What the API takes, as it comes in: before anything is trimmed or left out. */
export const inputs = new Map<Make, string>();

/** Names a part of an answer. */
export function view<Schema extends z.ZodType>(id: string, make: Make<Schema>): Make<Schema> {
  const schema = once(make);
  views.set(schema, id);
  return schema;
}

/** Names a part of a request. */
export function input<Schema extends z.ZodType>(id: string, make: Make<Schema>): Make<Schema> {
  const schema = once(make);
  inputs.set(schema, id);
  return schema;
}
