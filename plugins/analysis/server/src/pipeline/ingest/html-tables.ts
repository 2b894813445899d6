import { defined } from '../../../../shared/defined';
import type TurndownService from 'turndown';

/** What is used of turndown's nodes; the server is compiled without the types of a browser. */
export interface HtmlNode {
  nodeName: string;
  nodeType: number;
  nodeValue: string | null;
  childNodes: ArrayLike<HtmlNode>;
  parentNode: HtmlNode | null;
  innerHTML: string;
  getAttribute(name: string): string | null;
}

/** turndown types its nodes by a browser's. */
export const htmlNode = (node: unknown): HtmlNode => node as HtmlNode;

/** Cells that claim more columns or rows than this are not widened further. */
const MAX_SPAN = 50;
/** Tables of more cells than this are not filled up: GFM shows a short row as it is. */
const MAX_CELLS = 20_000;

/** A cell's text, and how many rows it reaches down; a widened one is followed by empty cells. */
interface Cell {
  text: string;
  rows: number;
}

const spanOf = (node: HtmlNode, name: string): number => {
  const span = Number.parseInt(node.getAttribute(name) ?? '1', 10);
  return Number.isNaN(span) ? 1 : Math.min(MAX_SPAN, Math.max(1, span));
};

/** Moves cells to the columns that they stand in: a cell that reaches down keeps its place below. */
function placed(rows: Cell[][]): string[][] {
  let held: number[] = [];
  return rows.map((row) => {
    const made: string[] = [];
    const next: number[] = [];
    const skip = (): void => {
      while ((held[made.length] ?? 0) > 0) {
        next[made.length] = defined(held[made.length]) - 1;
        made.push('');
      }
    };
    for (const { text, rows: down } of row) {
      skip();
      next[made.length] = down - 1;
      made.push(text);
    }
    skip();
    held = next;
    return made;
  });
}

/** A cell's content on one line, with its bars escaped. */
const flat = (content: string): string =>
  content
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ')
    .replace(/\\?\|/g, '\\|');

/**
 * Rules that make Markdown tables of HTML's. The first row is the head, as a Markdown table has one;
 * a row that is shorter is filled up, as cells beyond the head would not be shown. A table of one
 * column is layout, and becomes the blocks in its cells.
 */
export function addTables(turndown: TurndownService): void {
  const cells = new WeakMap<HtmlNode, Cell[]>();
  const rows = new WeakMap<HtmlNode, Cell[][]>();
  const captions = new WeakMap<HtmlNode, string>();

  turndown.addRule('cell', {
    filter: ['td', 'th'],
    replacement: (content, node) => {
      const cell = htmlNode(node);
      const row = cell.parentNode ?? cell;
      const down = spanOf(cell, 'rowspan');
      const made = cells.get(row) ?? [];
      made.push({ text: content.trim(), rows: down });
      for (let more = spanOf(cell, 'colspan') - 1; more > 0; more -= 1) {
        made.push({ text: '', rows: down });
      }
      cells.set(row, made);
      return '';
    },
  });
  turndown.addRule('row', {
    filter: 'tr',
    replacement: (content, node) => {
      const table = tableOf(htmlNode(node));
      const made = rows.get(table) ?? [];
      const row = cells.get(htmlNode(node)) ?? [];
      if (content.trim() !== '') row.push({ text: content.trim(), rows: 1 });
      made.push(row);
      rows.set(table, made);
      return '';
    },
  });
  turndown.addRule('sections', {
    filter: ['thead', 'tbody', 'tfoot'],
    replacement: (content) => content,
  });
  turndown.addRule('caption', {
    filter: 'caption',
    replacement: (content, node) => {
      captions.set(tableOf(htmlNode(node)), content.trim());
      return '';
    },
  });
  turndown.addRule('table', {
    filter: 'table',
    replacement: (content, node) => {
      const table = htmlNode(node);
      const made = placed(rows.get(table) ?? []).filter((row) => row.some((cell) => cell !== ''));
      const blocks = [captions.get(table) ?? '', content.trim()].filter((each) => each !== '');
      const columns = made.reduce((most, row) => Math.max(most, row.length), 0);
      if (columns <= 1) blocks.push(...made.flat());
      else blocks.push(tableText(made, columns));
      return `\n\n${blocks.join('\n\n')}\n\n`;
    },
  });
}

function tableOf(node: HtmlNode): HtmlNode {
  let at = node;
  while (at.nodeName !== 'TABLE' && at.parentNode !== null) at = at.parentNode;
  return at;
}

function tableText(rows: string[][], columns: number): string {
  const line = (cells: string[]): string => `| ${cells.join(' | ')} |`;
  const filled = rows.map((row, index) => {
    const width = index === 0 || rows.length * columns <= MAX_CELLS ? columns : row.length;
    return line(Array.from({ length: width }, (_none, at) => flat(row[at] ?? '')));
  });
  const border = line(Array.from({ length: columns }, () => '---'));
  return [filled[0], border, ...filled.slice(1)].join('\n');
}
