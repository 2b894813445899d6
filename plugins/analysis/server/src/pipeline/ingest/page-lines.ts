import { defined } from '../../../../shared/defined';

/** A fence opens a block of code with three or more backticks or tildes (CommonMark 4.5). */
const FENCE = /^ {0,3}(`{3,}|~{3,})([^\n]*)$/;

interface Fence {
  mark: string;
  length: number;
  bare: boolean;
}

/** Reads a line as a code fence; null when it is none. */
export function readFence(line: string): Fence | null {
  const [, marks = '', info = ''] = FENCE.exec(line) ?? [];
  const mark = marks.charAt(0);
  if (marks === '' || (mark === '`' && info.includes('`'))) return null;
  return { mark, length: marks.length, bare: info.trim() === '' };
}

/**
 * Which lines are fenced code, the fences included. A fence that is never closed reaches to the
 * end, as in CommonMark.
 * @returns one flag a line
 */
export function fencedLines(lines: string[]): boolean[] {
  let open: Fence | null = null;
  return lines.map((line) => {
    const fence = readFence(line);
    if (open === null) {
      open = fence;
      return fence !== null;
    }
    const closes = fence?.bare && fence.mark === open.mark && fence.length >= open.length;
    if (closes) open = null;
    return true;
  });
}

/** Which lines are code: those of fences, and those of `<pre>`. */
export function codeLines(lines: string[]): boolean[] {
  let pre = false;
  return fencedLines(lines).map((fenced, at) => {
    if (fenced) return true;
    const line = defined(lines[at]);
    const from = pre ? 0 : line.search(/<pre[\s>]/i);
    if (from < 0) return false;
    const closed = /<\/pre\s{0,9}>/i.test(line.slice(from));
    const inside = pre || !closed;
    pre = !closed;
    return inside;
  });
}

/** A line of code by indentation, which in Markdown starts at four columns. */
export const isIndented = (line: string): boolean => /^( {4}| {0,3}\t)/.test(line);

/** `---`, `***`, `===`: what separates, and says nothing. */
export const isRule = (line: string): boolean =>
  /^\s*([-*_=~–—])(?:\s*\1){2,}\s*$/u.test(line.slice(0, 400));

/** The underline that makes the line above it a heading (CommonMark 4.3). */
export const isUnderline = (line: string | undefined): boolean =>
  line !== undefined && /^ {0,3}(=+|-{2,}) *$/.test(line);

/**
 * Takes off the indentation that all lines but the first have in common, as of a text pasted from
 * code; the first has lost its own where the text was trimmed.
 */
export function dedent([first = '', ...others]: string[]): string[] {
  const indent = (line: string): number => line.length - line.trimStart().length;
  const common = others
    .filter((line) => line.trim() !== '')
    .reduce((least, line) => Math.min(least, indent(line)), Infinity);
  if (!Number.isFinite(common)) return [first, ...others];
  return [first, ...others].map((line) => line.slice(Math.min(indent(line), common)));
}

/** Takes off the marks of a quotation where all lines are quoted. */
export function unquote(lines: string[]): string[] {
  const quoted = lines.every((line) => line.trim() === '' || /^\s{0,3}>/.test(line));
  return quoted ? lines.map((line) => line.replace(/^\s{0,3}> ?/, '')) : lines;
}

/**
 * Takes off the fence in which a chat tool hands over a page: one that stands before its title.
 * @param isHeading whether a line is the heading of a part of the page
 * @param isRemark whether a line is what the tool says before it
 */
export function unwrap(
  lines: string[],
  isHeading: (line: string) => boolean,
  isRemark: (line: string) => boolean
): string[] {
  const first = lines.findIndex((line) => line.trim() !== '' && !isRule(line) && !isRemark(line));
  const fence = first < 0 ? null : readFence(defined(lines[first]));
  if (fence === null) return lines;
  const fences = lines.flatMap((line, at) => {
    const found = at > first ? readFence(line) : null;
    return found === null ? [] : [{ at, bare: found.bare }];
  });
  const next = fences.find(({ bare }) => bare);
  const whole = lines.slice(first, next?.at).some(isHeading);
  // A fence around the page has others inside it, two each; its own end is the one that is over.
  const odd = fences.length % 2 === 1;
  const last = whole ? (odd ? fences.findLast(({ bare }) => bare) : undefined) : next;
  return lines.filter((_line, at) => at !== first && at !== last?.at);
}
