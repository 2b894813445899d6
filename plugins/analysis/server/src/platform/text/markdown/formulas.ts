import type MarkdownIt from 'markdown-it';
import type { StateBlock, StateInline } from 'markdown-it';

/** TeX's marks of a formula, in the form that chat tools write. A single `$` is money as well. */
const MARKS = [
  ['\\(', '\\)'],
  ['\\[', '\\]'],
  ['$$', '$$'],
] as const;
/** Of a formula that is recognised, so that a mark without its partner costs little. */
const MAX_CHARACTERS = 2_000;
const MAX_LINES = 40;

/** A command, a sign, or two single letters with an operator between them. */
const FORMULA =
  /\\[a-z]{2}|\\[\\,;:!]|[\^={}]|(?<![\\\p{L}])_|(?:^|\P{L})\p{L} ?[-+*/<>] ?\p{L}(?!\p{L})/iu;

/**
 * Whether what stands between two marks is a formula. Markdown escapes brackets in the same way,
 * and a text that was HTML holds many: `\[1\]` is `[1]`.
 */
const isFormula = (open: string, content: string): boolean =>
  content.trim() !== '' && (open !== '\\[' || FORMULA.test(content));

interface Found {
  from: number;
  at: number;
}

/** Where closing marks were found last, so that many openers before one closer look once. */
const found = new WeakMap<StateInline, Map<string, Found>>();

function closerAfter(state: StateInline, close: string, from: number): number {
  const places = found.get(state) ?? new Map<string, Found>();
  found.set(state, places);
  const last = places.get(close);
  if (last && last.from <= from && (last.at < 0 || last.at >= from)) return last.at;
  const at = state.src.indexOf(close, from);
  places.set(close, { from, at });
  return at;
}

/** A formula within a line stays as it is written: Markdown would eat its backslashes. */
function inline(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  for (const [open, close] of MARKS) {
    if (!src.startsWith(open, pos)) continue;
    const from = pos + open.length;
    const at = closerAfter(state, close, from);
    const end = at + close.length;
    if (at < 0 || end > posMax || at - from > MAX_CHARACTERS) return false;
    if (!isFormula(open, src.slice(from, at))) return false;
    if (!silent) state.push('text', '', 0).content = src.slice(pos, end);
    state.pos = end;
    return true;
  }
  return false;
}

const lineOf = ({ src, bMarks, tShift, eMarks }: StateBlock, line: number): string =>
  src.slice((bMarks[line] ?? 0) + (tShift[line] ?? 0), eMarks[line]).trimEnd();

/** A formula of several lines is one paragraph: a line that begins with `-` or `=` is no list. */
function block(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const { blkIndent, sCount } = state;
  if ((sCount[startLine] ?? 0) - blkIndent >= 4) return false;
  const first = lineOf(state, startLine);
  const [open, close] = MARKS.find(([mark]) => first.startsWith(mark)) ?? [];
  if (open === undefined || close === undefined || open === '\\(') return false;
  const last = Math.min(endLine, startLine + MAX_LINES);
  for (let line = startLine; line < last; line += 1) {
    if (line > startLine && (state.isEmpty(line) || (sCount[line] ?? 0) < blkIndent)) break;
    const text = line === startLine ? first.slice(open.length) : lineOf(state, line);
    const at = text.indexOf(close);
    if (at < 0) continue;
    if (line === startLine || at + close.length < text.length) return false;
    if (silent) return true;
    state.line = line + 1;
    const content = state.getLines(startLine, state.line, blkIndent, false).trim();
    state.push('paragraph_open', 'p', 1).map = [startLine, state.line];
    Object.assign(state.push('inline', '', 0), {
      content,
      map: [startLine, line + 1],
      children: [],
    });
    state.push('paragraph_close', 'p', -1);
    return true;
  }
  return false;
}

/** Markdown-it plugin: formulas reach readers, and what draws them there, as they were written. */
export function keepFormulas(md: MarkdownIt): void {
  md.inline.ruler.before('escape', 'formulas', inline);
  md.block.ruler.before('table', 'formulas', block, { alt: ['paragraph', 'blockquote'] });
}
