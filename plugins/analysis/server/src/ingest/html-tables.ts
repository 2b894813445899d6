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

/** Cells wider than this many columns are not widened further, whatever they claim. */
const MAX_SPAN = 50;

/** A cell's content on one line, with its bars escaped. */
const flat = (content: string): string =>
  content
    .trim()
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\\?\|/g, '\\|');

/**
 * Rules that make Markdown tables of HTML's. The first row is the head, as a Markdown table has one;
 * a row that is shorter is filled up, as cells beyond the head would not be shown. A table of one
 * column is layout, and becomes the blocks in its cells.
 */
export function addTables(turndown: TurndownService): void {
  const cells = new WeakMap<HtmlNode, string[]>();
  const rows = new WeakMap<HtmlNode, string[][]>();
  const captions = new WeakMap<HtmlNode, string>();

  turndown.addRule('cell', {
    filter: ['td', 'th'],
    replacement: (content, node) => {
      const row = node.parentNode as HtmlNode;
      const span = Number.parseInt((node as HtmlNode).getAttribute('colspan') ?? '1', 10);
      const more = Math.min(MAX_SPAN, Number.isNaN(span) ? 1 : span) - 1;
      const made = cells.get(row) ?? [];
      made.push(content.trim(), ...Array.from({ length: Math.max(0, more) }, () => ''));
      cells.set(row, made);
      return '';
    },
  });
  turndown.addRule('row', {
    filter: 'tr',
    replacement: (content, node) => {
      const table = tableOf(node);
      const made = rows.get(table) ?? [];
      const row = cells.get(node) ?? [];
      if (content.trim() !== '') row.push(content.trim());
      if (row.some((cell) => cell !== '')) made.push(row);
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
      captions.set(tableOf(node), content.trim());
      return '';
    },
  });
  turndown.addRule('table', {
    filter: 'table',
    replacement: (content, node) => {
      const made = rows.get(node) ?? [];
      const blocks = [captions.get(node) ?? '', content.trim()].filter((each) => each !== '');
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
  const filled = rows.map((row) =>
    line(Array.from({ length: columns }, (_none, at) => flat(row[at] ?? '')))
  );
  const border = line(Array.from({ length: columns }, () => '---'));
  return [filled[0], border, ...filled.slice(1)].join('\n');
}
