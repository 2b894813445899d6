import { z } from 'zod';

/** The name under which a schema stands in `components/schemas` of the OpenAPI document. */
type Named = { id: string };

/** What the API answers. Only described: no answer is parsed on its way out. */
export const views = z.registry<Named>();

/** What the API takes, as it comes in: before anything is trimmed or left out. */
export const inputs = z.registry<Named>();

/** Names a part of an answer. */
export function view<Schema extends z.ZodType>(id: string, schema: Schema): Schema {
  views.add(schema, { id });
  return schema;
}

/** Names a part of a request. */
export function input<Schema extends z.ZodType>(id: string, schema: Schema): Schema {
  inputs.add(schema, { id });
  return schema;
}
