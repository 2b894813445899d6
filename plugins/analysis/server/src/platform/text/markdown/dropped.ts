import type MarkdownIt from 'markdown-it';
import type { StateBlock, StateCore, Token } from 'markdown-it';

/** Levels of quotations and lists in each other; below `maxNesting`, where markdown-it lets the rest fall. */
const MAX_LEVEL = 60;

/** What is nested deeper is one paragraph as written. */
function tooDeep(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (silent || state.level < MAX_LEVEL) return false;
  let end = startLine + 1;
  while (end < endLine && (state.isEmpty(end) || (state.sCount[end] ?? 0) >= state.blkIndent)) {
    end += 1;
  }
  const content = state.getLines(startLine, end, state.blkIndent, false).trim();
  state.line = end;
  state.push('paragraph_open', 'p', 1).map = [startLine, end];
  Object.assign(state.push('inline', '', 0), { content, map: [startLine, end], children: [] });
  state.push('paragraph_close', 'p', -1);
  return true;
}

/** Cells of a row as markdown-it counts them. */
function cellsOf(line: string): string[] {
  const cells = line.trim().split(/(?<!\\)\|/);
  if (cells[0] === '') cells.shift();
  if (cells.at(-1) === '') cells.pop();
  return cells.map((cell) => cell.replaceAll('\\|', '|').trim());
}

/** The cells of a row beyond those of the header, which GFM drops, go on in the row's last one. */
function keepCells({ tokens, bMarks, tShift, eMarks, src }: StateBlock, from: number): void {
  let line = -1;
  let count = 0;
  let last: Token | null = null;
  for (const token of tokens.slice(from)) {
    if (token.type === 'tr_open') {
      [line, count] = [token.map?.[0] ?? -1, 0];
    } else if (token.type === 'inline') {
      [last, count] = [token, count + 1];
    } else if (token.type === 'tr_close' && last !== null) {
      const row = src.slice((bMarks[line] ?? 0) + (tShift[line] ?? 0), eMarks[line]);
      const beyond = cellsOf(row)
        .slice(count)
        .filter((cell) => cell !== '');
      last.content = [last.content, ...beyond].filter((cell) => cell !== '').join(' | ');
    }
  }
}

/** Numbers of a list that do not follow each other: years at the beginning of lines, say. */
function keepNumbers({ tokens }: StateCore): void {
  const lists: Token[][] = [];
  const settle = (items: Token[]): void => {
    const numbers = items.map(({ info }) => Number(info));
    // Whoever writes `1.` before each means them to be counted.
    if (numbers.every((number) => number === numbers[0])) return;
    items.forEach((item, at) => {
      if (at > 0 && numbers[at] !== (numbers[at - 1] ?? 0) + 1) item.attrSet('value', item.info);
    });
  };
  for (const token of tokens) {
    if (/^(?:ordered|bullet)_list_open$/.test(token.type)) lists.push([]);
    else if (token.type === 'list_item_open') lists.at(-1)?.push(token);
    else if (token.type === 'bullet_list_close') lists.pop();
    else if (token.type === 'ordered_list_close') settle(lists.pop() ?? []);
  }
}

/** Words behind a fence are more than the name of its code's language: they stand before it. */
function keepInfo(state: StateCore): void {
  state.tokens = state.tokens.flatMap((token) => {
    const info = token.info.trim();
    if (token.type !== 'fence' || !/\s/.test(info)) return [token];
    const make = (type: string, tag: string, nesting: -1 | 0 | 1) =>
      Object.assign(new state.Token(type, tag, nesting), { level: token.level, block: true });
    const words = Object.assign(make('inline', '', 0), { content: info, children: [] });
    token.info = '';
    return [make('paragraph_open', 'p', 1), words, make('paragraph_close', 'p', -1), token];
  });
}

/** Markdown-it plugin: keeps the words that CommonMark, GFM or markdown-it's limits let fall. */
export function keepWhatIsDropped(md: MarkdownIt): void {
  const table = md.block.ruler.getRules('').find(({ name }) => name === 'table');
  if (table === undefined) throw new Error('markdown-it has no rule for tables any more');
  const wholeTable: typeof table = (state, startLine, endLine, silent) => {
    const from = state.tokens.length;
    const isTable = table(state, startLine, endLine, silent);
    if (isTable && !silent) keepCells(state, from);
    return isTable;
  };
  md.block.ruler.at('table', wholeTable, { alt: ['paragraph', 'reference'] });
  md.block.ruler.before('table', 'too_deep', tooDeep);
  md.core.ruler.after('block', 'list_numbers', keepNumbers);
  md.core.ruler.after('block', 'fence_info', keepInfo);
}
