import type {
  IngestInput,
  IngestOutcome,
  IngestWarning,
} from '../../../../shared/contracts/ingest';
import { fault, type Fault } from '../../../../shared/faults';
import { sameLanguage } from '../../../../shared/detection';
import { languageKey } from '../../../../shared/languages';
import { LIMITS } from '../../../../shared/limits';
import { visibleCharacters } from '../../../../shared/text';
import { sha256 } from '../../platform/security/hash';
import { detectLanguage } from '../../platform/text/detect-language';

/** What ingest writes of a post: the article's fields, its summaries and its topics' names. */
export interface Draft {
  article: {
    title: string;
    language: string | null;
    body: string;
    originalLink: string | null;
    sourceName: string | null;
    sourcePublishedAt: string | null;
    generatorProvider: string | null;
    generatorModel: string | null;
    promptVersion: string | null;
    promptHash: string | null;
    runId: string | null;
    generatedAt: string | null;
  };
  summaries: { language: string | null; text: string }[];
  topics: string[];
}

const iso = (date: Date | null | undefined): string | null => date?.toISOString() ?? null;

/** The draft that a post makes, before languages are detected. */
export function draftOf(input: IngestInput): Draft {
  const { provenance = {} } = input;
  return {
    article: {
      title: input.title,
      language: input.language ?? null,
      body: input.body,
      originalLink: input.originalLink ?? null,
      sourceName: input.sourceName || null,
      sourcePublishedAt: iso(input.sourcePublishedAt),
      generatorProvider: provenance.provider || null,
      generatorModel: provenance.model || null,
      promptVersion: provenance.promptVersion || null,
      promptHash: provenance.promptHash || null,
      runId: provenance.runId || null,
      generatedAt: iso(provenance.generatedAt),
    },
    summaries: (input.summaries ?? []).map(({ language, text }) => ({
      language: language ?? null,
      text,
    })),
    topics: [...new Set(input.topics ?? [])],
  };
}

/**
 * Fills in the languages that were not declared and compares those that were with the text.
 * @returns the draft with languages, and a warning for each guess and each doubt
 */
export async function withLanguages(
  draft: Draft
): Promise<{ draft: Draft; warnings: IngestWarning[] }> {
  const warnings: IngestWarning[] = [];
  const settle = async (
    declared: string | null,
    text: string,
    path: (string | number)[]
  ): Promise<string | null> => {
    const detected = await detectLanguage(text);
    if (declared === null) {
      if (detected !== null) {
        const message = `not declared; detected as ${detected}`;
        warnings.push({ path, code: 'language_detected', message });
      }
      return detected;
    }
    if (detected !== null && !sameLanguage(declared, detected)) {
      const message = `declared as ${declared}, but reads like ${detected}`;
      warnings.push({ path, code: 'language_mismatch', message });
    }
    return declared;
  };
  const { article, summaries } = draft;
  const language = await settle(article.language, article.body, ['language']);
  const settled: Draft['summaries'] = [];
  for (const [index, summary] of summaries.entries()) {
    const path = ['summaries', index, 'language'];
    settled.push({ ...summary, language: await settle(summary.language, summary.text, path) });
  }
  return { draft: { ...draft, article: { ...article, language }, summaries: settled }, warnings };
}

/** A post has one summary a language, also where the languages were detected. */
export function summaryFaults({ summaries }: Draft): Fault[] {
  const keys = summaries.map(({ language }) => language && languageKey(language));
  return summaries.flatMap(({ language }, index) =>
    keys.indexOf(keys[index] as string | null) < index
      ? [
          fault(
            ['summaries', index, 'language'],
            'taken',
            language === null
              ? 'cannot be told from the text; declare it'
              : `there is a summary in ${language} already`
          ),
        ]
      : []
  );
}

/** What has to be filled in before the draft can be published. */
export function publishWarnings({ article, summaries }: Draft): IngestWarning[] {
  const missing = (path: (string | number)[], what: string): IngestWarning => ({
    path,
    code: 'missing_for_publish',
    message: `${what} before publishing`,
  });
  const length = visibleCharacters(article.body);
  return [
    ...(article.originalLink === null
      ? [missing(['originalLink'], 'the link to the original story must be filled in')]
      : []),
    ...(article.language === null ? [missing(['language'], 'the language must be chosen')] : []),
    ...(length < LIMITS.body.min
      ? [missing(['body'], `the body must have at least ${LIMITS.body.min} characters`)]
      : []),
    ...summaries.flatMap(({ language }, index) =>
      language === null
        ? [missing(['summaries', index, 'language'], 'the language must be chosen')]
        : []
    ),
  ];
}

/** SHA-256 of a draft; the order of summaries and topics makes no difference. */
export const fingerprint = ({ article, summaries, topics }: Draft): string =>
  sha256(
    JSON.stringify([
      Object.entries(article).sort(([left], [right]) => (left < right ? -1 : 1)),
      summaries.map(({ language, text }) => [language ?? '', text]).sort(),
      [...topics].sort(),
    ])
  );

/** What the stats row remembers: the post as it came, and the draft that it made. */
export const ingestedMark = (incoming: Draft, stored: Draft): string =>
  `${fingerprint(incoming)}.${fingerprint(stored)}`;

export type Decision = IngestOutcome | 'edited';

/**
 * What becomes of a post whose article is there.
 * @param mark what the last ingest left in the stats row; null for an article that a person made
 * @param present the draft as it is now
 */
export function decide(
  incoming: Draft,
  present: Draft,
  mark: string | null,
  force: boolean
): Decision {
  const [cameAs, leftAs] = mark?.split('.') ?? [];
  const touched = leftAs !== fingerprint(present);
  if (touched) return force ? 'updated' : 'edited';
  return cameAs === fingerprint(incoming) ? 'unchanged' : 'updated';
}
