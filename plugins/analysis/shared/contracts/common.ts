import { z } from 'zod';
import { FAULT_CODES } from '../faults';
import { view } from './named-schemas';

/** Strapi's envelope of a successful answer. */
export interface Envelope<Data, Meta extends object = Record<string, never>> {
  data: Data;
  meta: Meta;
}

/** The schema of an envelope; without `meta` it is empty. */
export const envelope = <
  Data extends z.ZodType,
  Meta extends z.ZodType = z.ZodObject<Record<never, never>>,
>(
  data: Data,
  meta?: Meta
) => z.object({ data, meta: meta ?? (z.object({}) as unknown as Meta) });

/** The body of a request that carries data. */
export const dataOf = <Data extends z.ZodType>(data: Data) => z.strictObject({ data });

export const dateTime = () => z.iso.datetime().describe('ISO 8601, UTC.');
/** ISO 8601, UTC. */
export type DateTime = string;

export const id = () => z.string().describe('A documentId; it stays when a document is published.');

/** How many there are of something. */
export const amount = () => z.int().min(0);

export const direction = () =>
  z.enum(['ltr', 'rtl']).describe('For the `dir` attribute of what is in that language.');

export const language = () => z.string().describe('A BCP 47 language tag.');

export const nextCursor = () =>
  z.string().nullable().describe('Send it as `cursor` for the next page; null on the last.');

/** One thing that is wrong, at one field. Refusals of Strapi's own have no `code`. */
export const faultView = view(
  'Fault',
  z
    .looseObject({
      path: z
        .array(z.union([z.string(), z.number()]))
        .describe('Relative to the request’s `data`, or the name of a query parameter.'),
      name: z.string(),
      message: z.string().describe('English, for people.'),
      code: z.enum(FAULT_CODES).optional().describe('For programs and translations.'),
      params: z
        .record(z.string(), z.union([z.string(), z.number()]))
        .optional()
        .describe('The numbers that the message speaks of, such as `{ "limit": 200 }`.'),
    })
    .describe('One thing that is wrong, at one field.')
);

/** Strapi's envelope of a refusal. `details.errors` names every field that is at fault. */
export const errorEnvelope = view(
  'Error',
  z
    .object({
      data: z.null(),
      error: z.object({
        status: z.int().describe('The HTTP status.'),
        name: z.string().describe('The kind of error, such as `ValidationError`.'),
        message: z.string().describe('English; names every field at fault.'),
        details: z
          .looseObject({
            errors: z.array(faultView).optional().describe('Every field at fault, all at once.'),
          })
          .optional()
          .describe('Strapi leaves it out of some refusals of its own, such as 413.'),
      }),
    })
    .describe('Strapi’s envelope of a refusal.')
);
export type ErrorEnvelope = z.infer<typeof errorEnvelope>;
