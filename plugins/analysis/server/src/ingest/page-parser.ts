import { LIMITS } from '../../../shared/limits';
import { normaliseText } from '../../../shared/text';
import { isRatingLine, readHeading, startsDiscussion, type Section } from './page-headings';

/** What a plain-text page holds, in the fields of the JSON form. */
export interface ParsedPage {
  title?: string;
  summaries: { language: string | null; text: string }[];
  originalLink: string | null;
  body?: string;
  bodyFormat: 'markdown' | 'html';
}

interface Part {
  section: Section | 'preamble';
  language: string | null;
  lines: string[];
}

/**
 * Splits a page into its parts. Inside the article a heading with text after it on the same line
 * counts only for a part that has not been met yet: "Summary: in short, …" may be a sentence.
 */
function split(lines: string[]): Part[] {
  const parts: Part[] = [{ section: 'preamble', language: null, lines: [] }];
  let below = false;
  for (const [at, line] of lines.entries()) {
    const part = parts.at(-1) as Part;
    const heading = readHeading(line);
    const known = parts.some(({ section }) => section === heading?.section);
    const sentence =
      part.section === 'article' && heading?.value && known && heading.language === null;
    if (heading !== null && !sentence) {
      below = false;
      const { section, language, value } = heading;
      parts.push({ section, language, lines: value === '' ? [] : [value] });
      continue;
    }
    // The rating widget and the discussion are below the article, not in it.
    below ||= isRatingLine(line) || startsDiscussion(lines, at);
    if (!below) part.lines.push(line);
  }
  return parts;
}

const join = (lines: string[]): string => lines.join('\n').trim();

/** The first address in a text, however it is written: bare, Markdown or HTML. */
function findLink(text: string): string | null {
  const [found] = /https?:\/\/[^\s<>"')\]]+/i.exec(text) ?? [];
  // One character over the limit is enough for the contract to refuse it.
  return found?.slice(0, LIMITS.url.max + 1).replace(/[.,;:!?]+$/, '') ?? null;
}

const looksLikeHtml = (text: string): boolean =>
  /<(p|div|h[1-6]|ul|ol|br|blockquote|section|article)\b[^>]{0,500}>/i.test(text);

/** "Title: …" is read as the title too. */
const TITLE = /^\s*(?:title|titre|titel|t[ií]tulo)\s*[:：]\s*/iu;

/**
 * Reads a post in the shape of a publication's page: title, `Summary:`, `Original Link:`,
 * `Generated Article:`, then a rating line and comments that are not part of it. Headings may be
 * in English, French, German, Spanish or Portuguese, be missing, or stand in another order.
 * @param page the text; any line ends, with or without a byte order mark
 * @returns the fields that were found; checking them is the contract's matter
 */
export function parsePage(page: string): ParsedPage {
  const parts = split(normaliseText(page).split('\n'));
  const preamble = (parts[0] as Part).lines;
  const first = preamble.findIndex((line) => line.trim() !== '');
  const title =
    first < 0
      ? ''
      : (preamble[first] as string)
          .replace(/^\s*#+\s*/, '')
          .replace(TITLE, '')
          .trim();

  const texts = (section: Section): string =>
    join(parts.filter((part) => part.section === section).flatMap(({ lines }) => [...lines, '']));
  const article = parts.some(({ section }) => section === 'article');
  const body = article ? texts('article') : first < 0 ? '' : join(preamble.slice(first + 1));

  return {
    ...(title ? { title } : {}),
    ...(body ? { body } : {}),
    bodyFormat: looksLikeHtml(body) ? 'html' : 'markdown',
    originalLink: findLink(texts('link')),
    summaries: parts
      .filter(({ section }) => section === 'summary')
      .map(({ language, lines }) => ({ language, text: join(lines) }))
      .filter(({ text }) => text !== ''),
  };
}
