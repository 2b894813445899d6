import { findLink } from './page-link';
import { isIndented } from './page-lines';
import type { Heading, Section } from './page-headings';

/** What was read of a page so far. */
export interface Reading {
  sections: Set<Section>;
  /** Languages that summaries were headed by; the empty string where one named none. */
  languages: Set<string>;
  /** Whether the link's address was found. */
  address: boolean;
  /** The part that a line would belong to. */
  open: Section | 'preamble';
  /** The level of the article's heading, below which headings are the article's own. */
  level: number;
}

/** Where a line that reads as a heading stands. */
export interface Place {
  line: string;
  underlined: boolean;
  /** The next line that is not blank. */
  next: string;
  /** Lines above it that are neither blank nor headings. */
  above: number;
}

/**
 * Whether a line that reads as a heading is one. Inside the article it may be the article's own:
 * "## Summary" at its end, or a sentence "Summary: in short, …". There it counts only for a part
 * that has not been met, or a summary in a language that has not.
 */
export function acceptsHeading(heading: Heading, place: Place, read: Reading): boolean {
  const { section, colon, value } = heading;
  const set = heading.set || place.underlined;
  if (!colon && !set && (place.next === '' || read.open === 'article')) return false;
  if (section === 'title') {
    return read.open === 'preamble' && place.above <= 1 && read.sections.size === 0;
  }
  if (read.open !== 'article') return true;
  if (isIndented(place.line) || place.line.startsWith('>')) return false;
  if (section === 'article') return false;
  if (section === 'summary') {
    const below = heading.level > read.level && heading.language === null;
    if (!read.sections.has('summary')) return !below;
    return (
      heading.language !== null && heading.note === '' && !read.languages.has(heading.language)
    );
  }
  if (!read.sections.has('link')) return true;
  return !read.address && findLink(value || place.next).url !== null;
}
