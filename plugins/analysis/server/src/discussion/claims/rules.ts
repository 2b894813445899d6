import type {
  ClaimDecisionInput,
  ClaimStatus,
  CorrectionView,
} from '../../../../shared/contracts/claims';
import { fault, type Fault } from '../../../../shared/faults';
import { LIMITS } from '../../../../shared/limits';
import { characterEnd, characters, characterStart, isBlank } from '../../../../shared/text';
import { sha256 } from '../../platform/security/hash';
import { pickTexts, textFaults } from '../../platform/http/text-filters';
import type { DocumentId } from '../../platform/strapi/uids';

/** Narrows a list of claims; empty ones are left out. */
export interface ClaimFilters {
  article?: DocumentId;
  q?: string;
}

/** Reports that are taken within a day, of one reader and of one network. */
export const REPORTS_A_DAY = { identity: 10, network: 30 } as const;

/** Characters that stand for each other in what is copied from a page or typed by hand. */
const ALIKE: ReadonlyMap<string, string> = new Map(
  (
    [
      ['‘’‚‛′´`', "'"],
      ['“”„‟″«»', '"'],
      ['‐‑‒–—―−', '-'],
      ['…', '...'],
    ] as const
  ).flatMap(([from, to]) => [...from].map((each) => [each, to] as const))
);

/**
 * A text in one form for all ways to write it: without case, typography and what nobody sees, one
 * blank for a run of blanks and line ends. `at` says where in `source` each unit came from.
 */
function fold(text: string): { source: string; text: string; at: number[] } {
  const source = text.normalize('NFC');
  const units: string[] = [];
  const at: number[] = [];
  let place = 0;
  for (const each of source) {
    if (!/\s/.test(each)) {
      const alike = isBlank(each) ? '' : (ALIKE.get(each) ?? each.toLowerCase());
      for (const unit of alike.split('')) {
        units.push(unit);
        at.push(place);
      }
    } else if (units.length > 0 && units.at(-1) !== ' ') {
      units.push(' ');
      at.push(place);
    }
    place += each.length;
  }
  return { source, text: units.join('').trimEnd(), at: [...at, place] };
}

/** Whether a place cuts a number in two: "5 million" is not what "15 million" says. */
const cutsNumber = (text: string, at: number): boolean =>
  /\p{Nd}[.,]?$/u.test(text.slice(Math.max(0, at - 2), at)) &&
  /^[.,]?\p{Nd}/u.test(text.slice(at, at + 2));

type Folded = ReturnType<typeof fold>;

function findIn(texts: readonly Folded[], sought: string): string | null {
  if (sought === '') return null;
  for (const { source, text, at } of texts) {
    for (let from = text.indexOf(sought); from >= 0; from = text.indexOf(sought, from + 1)) {
      const to = from + sought.length;
      if (!cutsNumber(text, from) && !cutsNumber(text, to)) {
        const start = characterStart(source, at[from] ?? 0);
        const end = characterEnd(source, at[to] ?? source.length);
        return source.slice(start, end).replace(/\s+/g, ' ').trim();
      }
    }
  }
  return null;
}

/**
 * Reads what readers see of an article, once for all passages that are looked for in it. Blanks,
 * case, quotation marks and dashes may differ, as they do in what is copied or typed by hand.
 * @param texts title, summaries and body, as plain text; a passage stands within one of them
 * @returns finds a passage: in the article's own words, null when it is not there
 */
export function passagesIn(texts: readonly string[]): (quote: string) => string | null {
  const folded = texts.map(fold);
  return (quote) => findIn(folded, fold(quote).text);
}

/** What is wrong with a quotation of which `passage` was found. */
export function quoteFaults(quote: string, passage: string | null): Fault[] {
  const { min } = LIMITS.claimQuote;
  const length = characters(fold(quote).text);
  if (length < min) {
    const message = `must be at least ${min} characters that can be seen, this has ${length}`;
    return [fault('quote', 'too_short', message, { limit: min, length })];
  }
  return passage === null
    ? [fault('quote', 'not_found', 'must be a passage of the article, copied from its page')]
    : [];
}

/** The key under which a reader's second report of the same passage is known. */
export const quoteHash = (quote: string): string => sha256(fold(quote).text);

/** What a decision looks at, and what it leaves. */
export interface ClaimState {
  status: ClaimStatus;
  correction: string | null;
  correctedAt: Date | null;
}

/** A claim as a decision leaves it: only one that is upheld has a correction. */
export function decided(
  before: ClaimState,
  { status, correction }: ClaimDecisionInput,
  now: Date
): ClaimState {
  if (status !== 'upheld') return { status, correction: null, correctedAt: null };
  return {
    status,
    correction: correction ?? null,
    // Other words for it are not another correction.
    correctedAt: before.status === 'upheld' ? before.correctedAt : now,
  };
}

/** Whether a decision changes nothing. */
export const isSame = (before: ClaimState, after: ClaimState): boolean =>
  before.status === after.status && before.correction === after.correction;

/**
 * Whether the claim is not what the moderator saw, nor what they would make of it: two who decide
 * the same, in the same words, do not disagree.
 */
export const isOvertaken = (before: ClaimState, after: ClaimState, from?: ClaimStatus | null) =>
  Boolean(from) && from !== before.status && !isSame(before, after);

/** What narrows a list of claims and its counts. */
export const CLAIM_FILTERS = ['article', 'q'] as const;

const MAX_LENGTH: Record<(typeof CLAIM_FILTERS)[number], number> = { article: 64, q: 200 };

/** Faults of filters: each a short text. */
export const filterFaults = (query: Record<string, unknown>): Fault[] =>
  CLAIM_FILTERS.flatMap((name) => textFaults(name, query[name], MAX_LENGTH[name]));

/** The filters that are set. */
export const pickFilters = (query: Record<string, unknown>): ClaimFilters =>
  pickTexts(query, CLAIM_FILTERS);

/** Public corrections by article. */
export function byArticle(
  rows: (CorrectionView & { articleId: string })[]
): Map<string, CorrectionView[]> {
  const found = new Map<string, CorrectionView[]>();
  for (const { articleId, ...view } of rows) {
    found.set(articleId, [...(found.get(articleId) ?? []), view]);
  }
  return found;
}
