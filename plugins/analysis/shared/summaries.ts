import { fault, faultsFromZod, type Fault } from './faults';
import { isRecord } from './is-record';
import { languageTag, text } from './fields';
import { LIMITS } from './limits';
import { languageKey } from './languages';
import { isBlank } from './text';

const fields = { language: languageTag(), text: text(LIMITS.summary) };

/** One summary as its article carries it; null where an editor has not filled something in yet. */
export interface ArticleSummary {
  language: string | null;
  text: string | null;
}

/**
 * What an article's column holds, as knex gives it on each database: text, or JSON that the driver
 * has parsed; null until someone writes it.
 */
export const storedSummaries = (value: unknown): ArticleSummary[] =>
  ((typeof value === 'string' ? JSON.parse(value) : value) as ArticleSummary[] | null) ?? [];

type Path = (string | number)[];

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && isBlank(value));

function cleanSummary(value: unknown, path: Path): { summary: ArticleSummary; faults: Fault[] } {
  const summary: ArticleSummary = { language: null, text: null };
  if (!isRecord(value)) {
    return {
      summary,
      faults: [fault(path, 'wrong_type', 'must be an object with language and text')],
    };
  }
  const faults: Fault[] = [];
  for (const key of Object.keys(value)) {
    const known = Object.hasOwn(fields, key);
    if (!known) faults.push(fault([...path, key], 'unknown_field', 'is not a known field'));
  }
  for (const [name, schema] of Object.entries(fields) as [keyof ArticleSummary, Field][]) {
    if (isEmpty(value[name])) continue;
    const parsed = schema.safeParse(value[name]);
    if (parsed.success) summary[name] = parsed.data;
    else faults.push(...faultsFromZod(parsed.error, [...path, name]));
  }
  return { summary, faults };
}

type Field = (typeof fields)['text'];

/** Languages that stand twice: the later one is at fault. */
const languageFaults = (summaries: readonly (ArticleSummary & { place: number })[]): Fault[] => {
  const seen = new Set<string>();
  return summaries.flatMap(({ language, place }) => {
    if (language === null) return [];
    const key = languageKey(language);
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    const message = `the article has a summary in ${language} already`;
    return [fault(['summaries', place, 'language'], 'taken', message, { language })];
  });
};

/** Whether nothing at all was sent of a summary; one that is ill-formed is not empty. */
const isEmptySummary = (value: unknown): boolean =>
  isRecord(value) && Object.values(value).every(isEmpty);

export interface CleanSummaries {
  summaries: ArticleSummary[];
  /** Where each of them stood in what was sent. */
  places: number[];
  faults: Fault[];
}

/**
 * Brings an article's summaries into their kept form: canonical language tags, trimmed texts,
 * nothing of a summary that is wholly empty.
 * @param value what was sent for `summaries`; null stands for none
 * @returns the clean summaries, and a fault for each field that is ill-formed, with the summary's
 * place in what was sent
 */
export function cleanSummaries(value: unknown): CleanSummaries {
  const none = (faults: Fault[]): CleanSummaries => ({ summaries: [], places: [], faults });
  if (value === null) return none([]);
  if (!Array.isArray(value)) {
    const message = 'must be a list of summaries, each with language and text';
    return none([fault('summaries', 'wrong_type', message)]);
  }
  const limit = LIMITS.summariesPerArticle;
  if (value.length > limit) {
    const message = `must be at most ${limit} summaries, these are ${value.length}`;
    const params = { limit, length: value.length };
    return none([fault('summaries', 'too_long', message, params)]);
  }
  const cleaned = value.map((each, place) => ({
    place,
    ...cleanSummary(each, ['summaries', place]),
  }));
  const present = cleaned
    .map(({ place, summary }) => ({ place, ...summary }))
    .filter(({ place }) => !isEmptySummary(value[place]));
  return {
    summaries: present.map(({ language, text: words }) => ({ language, text: words })),
    places: present.map(({ place }) => place),
    faults: [...cleaned.flatMap(({ faults }) => faults), ...languageFaults(present)],
  };
}

/** Faults of kept summaries, with each summary's place in what was sent. */
export const atPlaces = (faults: readonly Fault[], places: readonly number[]): Fault[] =>
  faults.map((each) => {
    const [field, kept, ...rest] = each.path;
    if (field !== 'summaries' || typeof kept !== 'number') return each;
    return { ...each, path: [field, places[kept] ?? kept, ...rest] };
  });

/** What is missing in an article's summaries before it can be published. */
export const publishFaults = (summaries: readonly ArticleSummary[]): Fault[] =>
  summaries.flatMap((summary, place) =>
    (['language', 'text'] as const)
      .filter((name) => summary[name] === null)
      .map((name) =>
        fault(['summaries', place, name], 'required', 'must be filled in before publishing')
      )
  );

const folded = (value: string): string => value.replace(/\s+/g, ' ').trim();

/** A summary that is its article's whole body is not one. */
export function sameAsBodyFaults(
  summaries: readonly ArticleSummary[],
  body: string | null
): Fault[] {
  if (body === null || summaries.length === 0) return [];
  const whole = folded(body);
  return summaries.flatMap(({ text: words }, place) =>
    words !== null && folded(words) === whole
      ? [
          fault(
            ['summaries', place, 'text'],
            'same_as_body',
            'must not be the same as the body of the article'
          ),
        ]
      : []
  );
}
