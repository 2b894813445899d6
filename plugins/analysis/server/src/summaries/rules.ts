import { fault, faultsFromZod, type Fault } from '../../../shared/faults';
import { languageTag, text } from '../../../shared/fields';
import { once } from '../../../shared/once';
import { LIMITS } from '../../../shared/limits';

const fields = once(() => ({ language: languageTag(), text: text(LIMITS.summary) }));

export interface SummaryValues {
  language: string | null;
  text: string | null;
}

const isEmpty = (value: unknown): boolean =>
  value === null || (typeof value === 'string' && value.trim() === '');

/** Brings the fields that are present into their kept form; an empty one becomes null. */
export function cleanFields(data: Record<string, unknown>): {
  values: Partial<SummaryValues>;
  faults: Fault[];
} {
  const values: Partial<SummaryValues> = {};
  const faults: Fault[] = [];
  for (const [name, schema] of Object.entries(fields()) as [
    keyof SummaryValues,
    ReturnType<typeof fields>['text'],
  ][]) {
    if (data[name] === undefined) continue;
    if (isEmpty(data[name])) {
      values[name] = null;
      continue;
    }
    const parsed = schema.safeParse(data[name]);
    if (parsed.success) values[name] = parsed.data;
    else faults.push(...faultsFromZod(parsed.error, [name]));
  }
  return { values, faults };
}

/** What is missing before a summary can be published. */
export const publishFaults = (values: SummaryValues, articleId: string | null): Fault[] => [
  ...(articleId === null
    ? [fault('article', 'required', 'article must be chosen before publishing')]
    : []),
  ...(['language', 'text'] as const)
    .filter((name) => values[name] === null)
    .map((name) => fault(name, 'required', `${name} must be filled in before publishing`)),
];

const folded = (value: string): string => value.replace(/\s+/g, ' ').trim();

/** A summary that is its article's whole body is not one. */
export const sameAsBodyFaults = (summary: string | null, bodies: (string | null)[]): Fault[] =>
  summary !== null && bodies.some((body) => body !== null && folded(body) === folded(summary))
    ? [fault('text', 'same_as_body', 'must not be the same as the body of the article')]
    : [];

/**
 * Narrows a query to summaries whose article is public, unless it asks for drafts.
 * @param documentId narrows it further to one summary
 */
export function publicOnly(
  query: Record<string, unknown>,
  documentId?: string
): Record<string, unknown> {
  const own = [
    ...(query.status === 'draft' ? [] : [{ visible: true }]),
    ...(documentId === undefined ? [] : [{ documentId }]),
  ];
  return { ...query, filters: { $and: [query.filters ?? {}, ...own] } };
}
