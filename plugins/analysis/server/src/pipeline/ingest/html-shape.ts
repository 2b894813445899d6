import { takeOut } from './html-hidden';
import { fencedLines } from './page-lines';

/** Elements that stand for themselves in HTML; their tags in a text say that it is HTML. */
const BLOCKS = new Set([
  ...['address', 'article', 'aside', 'blockquote', 'body', 'center', 'dd', 'details', 'div', 'dl'],
  ...['dt', 'fieldset', 'figure', 'figcaption', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5'],
  ...['h6', 'head', 'header', 'html', 'li', 'main', 'nav', 'ol', 'p', 'pre', 'section', 'table'],
  ...['tbody', 'td', 'tfoot', 'th', 'thead', 'title', 'tr', 'ul'],
]);

/** Elements within a line; anything else in angle brackets, such as the `<T>` of a type, is text. */
const INLINE = new Set([
  ...['a', 'abbr', 'audio', 'b', 'br', 'button', 'cite', 'code', 'del', 'em', 'font', 'hr', 'i'],
  ...[
    'iframe',
    'img',
    'input',
    'ins',
    'kbd',
    'label',
    'mark',
    'noscript',
    'q',
    's',
    'samp',
    'script',
  ],
  ...[
    'small',
    'span',
    'strike',
    'strong',
    'style',
    'sub',
    'sup',
    'svg',
    'textarea',
    'u',
    'video',
    'wbr',
  ],
]);

const TAG = /<(\/?)([a-z][a-z0-9]{0,15})(?:[\s/][^<>]{0,4000})?>/gi;
/** Lines that begin as Markdown does: headings, lists, quotes, tables, fences. */
const MARKDOWN = /^ {0,3}(?:#{1,6}\s|[-*+]\s|\d{1,3}[.)]\s|>\s|\||`{3}|~{3})/;
/** Beside this much text outside of any element a text is not HTML. */
const MOST_OUTSIDE = 0.2;

const visible = (text: string): number => text.replace(/\s+/g, '').length;

/** Takes fenced code off, whose tags are its text. */
function withoutFences(text: string): string {
  const lines = text.split('\n');
  const code = fencedLines(lines);
  return lines.filter((_line, at) => !code[at]).join('\n');
}

/**
 * Whether a text is HTML rather than Markdown, by all of it: almost nothing stands outside of its
 * elements, and few of its lines begin as those of Markdown do. Some `<br>` in a table make no HTML.
 * In one pass over the text.
 */
export function looksLikeHtml(source: string): boolean {
  if (!source.includes('<')) return false;
  const { text } = takeOut(withoutFences(source));
  let depth = 0;
  let blocks = 0;
  let breaks = 0;
  let outside = 0;
  let inside = 0;
  let from = 0;
  const count = (to: number): void => {
    const amount = visible(text.slice(from, to));
    if (depth > 0) inside += amount;
    else outside += amount;
  };
  for (const match of text.matchAll(TAG)) {
    const name = match[2]?.toLowerCase() ?? '';
    if (name === 'br') breaks += 1;
    if (!BLOCKS.has(name) && !INLINE.has(name)) continue;
    count(match.index);
    from = match.index + match[0].length;
    if (!BLOCKS.has(name)) continue;
    if (match[1] === '/') {
      depth = Math.max(0, depth - 1);
    } else {
      blocks += 1;
      depth += 1;
    }
  }
  count(text.length);
  const marks = text.split('\n').filter((line) => MARKDOWN.test(line)).length;
  // Paragraphs that only breaks separate are HTML of an old kind.
  if (blocks === 0) return breaks > 1 && marks === 0 && !/\n[ \t]*\n/.test(text.trim());
  return outside <= MOST_OUTSIDE * (inside + outside) && marks * 3 <= blocks;
}

/** Tags that a Markdown text holds outside its code, where readers see them as they are written. */
export function tagsIn(markdown: string): string[] {
  if (!markdown.includes('<')) return [];
  const prose = withoutFences(markdown).replace(/(`{1,3})[^`\n]{1,500}\1/g, '');
  const tags = [...prose.matchAll(TAG)].filter(([, , name = '']) => {
    const known = name.toLowerCase();
    return BLOCKS.has(known) || INLINE.has(known);
  });
  return [...new Set(tags.map(([tag]) => tag))];
}
