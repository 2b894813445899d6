import { defined } from '../../../../shared/defined';
import type { IngestWarning } from '../../../../shared/contracts/ingest';
import { isBlank, normaliseText } from '../../../../shared/text';
import { looksLikeHtml } from './html-shape';
import { foldName } from './language-names';
import { acceptsHeading, type Reading } from './page-sections';
import { readHeading, type Section } from './page-headings';
import { codeLines, dedent, isRule, isUnderline, unquote, unwrap } from './page-lines';
import { findLink } from './page-link';
import { findTail } from './page-tail';
import { isChatOpening, plainTitle } from './page-title';

/** What a plain-text page holds, in the fields of the JSON form. */
export interface ParsedPage {
  title?: string;
  language?: string;
  summaries: { language: string | null; text: string }[];
  originalLink: string | null;
  body?: string;
  bodyFormat: 'markdown' | 'html';
}

interface Part {
  section: Section | 'preamble';
  language: string | null;
  note: string;
  lines: string[];
}

type Path = IngestWarning['path'];

const ignored = (path: Path, message: string, text: string): IngestWarning[] =>
  isBlank(text) ? [] : [{ path, code: 'ignored', message, text: text.trim() }];

const join = (lines: string[]): string => lines.join('\n').trim();

/** A part's text without the rules that separate it from others; an underline is none of them. */
function partText(lines: string[]): string {
  const parts = join(lines).split('\n');
  const separates = (at: number, beside: number): boolean =>
    isRule(parts[at] ?? '') && isBlank(parts[beside] ?? '');
  let from = 0;
  let to = parts.length;
  while (from < to && (isBlank(defined(parts[from])) || separates(from, from + 1))) from += 1;
  while (to > from && (isBlank(defined(parts[to - 1])) || separates(to - 1, to - 2))) to -= 1;
  return join(parts.slice(from, to));
}

/** Splits a page into its parts, in their order; what stands before the first is the preamble. */
function split(lines: string[], code: boolean[]): Part[] {
  const parts: Part[] = [{ section: 'preamble', language: null, note: '', lines: [] }];
  const read: Reading = {
    sections: new Set(),
    languages: new Set(),
    address: false,
    open: 'preamble',
    level: 0,
  };
  let written = 0;
  for (let at = 0; at < lines.length; at += 1) {
    const line = defined(lines[at]);
    const part = defined(parts.at(-1));
    const heading = code[at] ? null : readHeading(line);
    const underlined = heading !== null && isUnderline(lines[at + 1]);
    const place = {
      line,
      underlined,
      next: lines.slice(at + 1, at + 6).find((each) => !isBlank(each)) ?? '',
      above: written,
    };
    if (heading === null || !acceptsHeading(heading, place, read)) {
      part.lines.push(line);
      if (!isBlank(line)) written += 1;
      if (part.section === 'link') read.address ||= findLink(line).url !== null;
      continue;
    }
    const { section, language, note, value } = heading;
    read.sections.add(section);
    if (section === 'summary') read.languages.add(language ?? '');
    if (section === 'link') read.address ||= findLink(value).url !== null;
    read.open = section;
    if (section === 'article') read.level = heading.level;
    parts.push({ section, language, note, lines: value === '' ? [] : [value] });
    if (underlined) at += 1;
  }
  return parts;
}

interface Title {
  title: string;
  /** The lines after the title, with their place in the page's body or nowhere. */
  rest: string[];
  warnings: IngestWarning[];
}

/** The title in the lines that stand before the first part, or under "Title:". */
function readTitle(lines: string[]): Title {
  const warnings: IngestWarning[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = defined(lines[at]);
    if (isBlank(line) || isRule(line)) continue;
    const more = lines.slice(at + 1).some((each) => !isBlank(each) && !isRule(each));
    if (more && isChatOpening(line)) {
      warnings.push(...ignored(['title'], 'the opening line of a chat tool was left out', line));
      continue;
    }
    const { title, left } = plainTitle(line);
    if (title === '') {
      warnings.push(...ignored(['title'], 'not kept as a title', line));
      continue;
    }
    warnings.push(...left.flatMap((each) => ignored(['title'], 'not kept in the title', each)));
    const rest = lines.slice(at + (isUnderline(lines[at + 1]) ? 2 : 1));
    return { title, rest, warnings };
  }
  return { title: '', rest: [], warnings };
}

/** Words that the link's own heading has, and that a link is labelled by where it has no name. */
const LABEL = new Set([
  ...['', 'link', 'original', 'original link', 'lien', 'lien original', 'enlace', 'hier', 'here'],
  ...['ici', 'aqui', 'source', 'url'],
]);

/** What a link's part says beside its address; blocks below the one that holds it stand apart. */
function readLink(lines: string[]): { url: string | null; label: string; rest: string } {
  const text = join(lines);
  const found = findLink(text);
  const at = found.url === null ? 0 : text.search(/https?:\/\//i);
  const blank = text.slice(at).search(/\n[^\S\n]*\n/);
  const end = blank < 0 ? text.length : at + blank;
  const label = findLink(text.slice(0, end))
    .rest.replace(/<[^<>]{0,2000}>/g, ' ')
    .replace(/\[([^\][]{0,300})\]\([<>\s]*\)/g, '$1');
  const said = foldName(label.replace(/[^\p{L}\p{N}]+/gu, ' '));
  const known = found.url !== null && LABEL.has(said);
  return { url: found.url, label: known ? '' : label, rest: partText(text.slice(end).split('\n')) };
}

/** What stands under the headings of article, summaries and link, in the page's order. */
function readSections(parts: readonly Part[]): {
  originalLink: string | null;
  summaries: { language: string | null; text: string }[];
  body: string[];
  warnings: IngestWarning[];
} {
  const body: string[] = [];
  const warnings: IngestWarning[] = [];
  const hasArticle = parts.some(({ section }) => section === 'article');
  let originalLink: string | null = null;
  let inArticle = false;
  const summaries: { language: string | null; text: string }[] = [];
  for (const { section, language, note, lines } of parts) {
    if (section === 'article') {
      inArticle = true;
      body.push(partText(lines));
      warnings.push(...ignored(['language'], 'names no language', note));
    } else if (section === 'summary') {
      const path = ['summaries', summaries.length, 'language'];
      const text = partText(unquote(lines));
      if (text !== '') summaries.push({ language, text });
      warnings.push(...ignored(path, 'names no language', note));
    } else if (section === 'link') {
      const read = readLink(lines);
      originalLink ??= read.url;
      const label = read.url === null ? 'holds no address' : 'stands beside the address';
      warnings.push(...ignored(['originalLink'], `${label} and was left out`, read.label));
      warnings.push(...ignored(['originalLink'], 'names no language', note));
      const lost = hasArticle && !inArticle;
      const message = 'stands below the address and was left out';
      if (lost) warnings.push(...ignored(['originalLink'], message, read.rest));
      else body.push(read.rest);
    }
  }
  return { originalLink, summaries, body, warnings };
}

/**
 * Reads a post in the shape of a publication's page: title, `Summary:`, `Original Link:`,
 * `Generated Article:`, then a rating widget and comments that are not part of it. Headings may be
 * in English, French, German, Spanish or Portuguese, be missing, or stand in another order. Text
 * that no part claims is in the body, or in a warning.
 * @param page the text, plain or Markdown; any line ends, with or without a byte order mark
 * @returns the fields that were found; checking them is the contract's matter
 */
export function parsePage(page: string): { fields: ParsedPage; warnings: IngestWarning[] } {
  const isHeading = (line: string): boolean => {
    const heading = readHeading(line);
    return heading !== null && (heading.colon || heading.set);
  };
  const whole = unwrap(dedent(unquote(normaliseText(page).split('\n'))), isHeading, isChatOpening);
  const allCode = codeLines(whole);
  const { from, comments } = findTail(whole, allCode);
  const parts = split(whole.slice(0, from), allCode);
  const warnings = ignored(['body'], 'comments below the article were left out', comments);

  const titled = parts.find(({ section }) => section === 'title');
  const preamble = defined(parts[0]).lines;
  const { title, rest, warnings: said } = readTitle(titled?.lines ?? preamble);
  warnings.push(...said);
  const before = titled === undefined ? [] : preamble.filter((line) => !isRule(line));
  warnings.push(...ignored(['title'], 'stands before the title and was left out', join(before)));

  const hasArticle = parts.some(({ section }) => section === 'article');
  const body: string[] = [];
  if (hasArticle) {
    const unclaimed = join(rest.filter((line) => !isRule(line)));
    warnings.push(...ignored(['body'], 'stands below the title and was left out', unclaimed));
  } else body.push(partText(rest));

  const read = readSections(parts);
  const { originalLink, summaries } = read;
  body.push(...read.body);
  warnings.push(...read.warnings);
  const language = parts.find((part) => part.section === 'article')?.language ?? null;
  const text = body.filter((each) => each !== '').join('\n\n') || takeBody(summaries);
  return {
    fields: {
      ...(title ? { title } : {}),
      ...(language === null ? {} : { language }),
      ...(text ? { body: text } : {}),
      bodyFormat: looksLikeHtml(text) ? 'html' : 'markdown',
      originalLink,
      summaries,
    },
    warnings,
  };
}

/** A page without a heading for its article: what follows the last summary's first block is it. */
function takeBody(summaries: { text: string }[]): string {
  const last = summaries.at(-1);
  const [first = '', ...others] = last?.text.split(/\n[^\S\n]*\n/) ?? [];
  if (last === undefined || others.length === 0) return '';
  last.text = first.trim();
  return others.join('\n\n').trim();
}
