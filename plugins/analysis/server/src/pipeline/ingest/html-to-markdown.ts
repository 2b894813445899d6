import { defined } from '../../../../shared/defined';
import sanitizeHtml from 'sanitize-html';
import TurndownService from 'turndown';
import { fault } from '../../../../shared/faults';
import { LIMITS } from '../../../../shared/limits';
import { beginningOf } from '../../../../shared/text';
import { assertNoFaults } from '../../platform/errors';
import { addTables, htmlNode, type HtmlNode } from './html-tables';
import { takeOut, type LeftOut } from './html-hidden';

/** Elements that are kept for what they mean; of all others only the text is. */
const KEPT = [
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'div', 'section', 'article', 'main', 'header'],
  ...['footer', 'aside', 'nav', 'address', 'figure', 'figcaption', 'form'],
  ...['blockquote', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'hr', 'br', 'pre', 'code', 'kbd', 'samp'],
  ...['strong', 'b', 'em', 'i', 'del', 's', 'strike', 'sub', 'sup', 'q', 'a', 'img'],
  ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
];
const LISTS = new Set(['ul', 'ol', 'blockquote', 'table', 'dl']);
/** Blocks and boxes that have no form in Markdown: their words stay apart from those beside them. */
const BOXES = [
  ...['summary', 'details', 'center', 'dialog', 'fieldset', 'legend', 'option', 'optgroup'],
  ...['select', 'textarea', 'video', 'audio', 'object', 'iframe', 'canvas', 'noscript', 'hgroup'],
  ...['search', 'marquee'],
];
const EMBEDS = new Set(['iframe', 'video', 'audio', 'source', 'object', 'embed', 'track']);
const SCHEMES = ['http', 'https', 'mailto', 'tel'];
const VOID = new Set([
  ...['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source'],
  ...['track', 'wbr', 'param'],
]);

const SUPERSCRIPT = new Map(
  zip('0123456789+-−=()abcdefghijklmnoprstuvwxyz', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ')
);
const SUBSCRIPT = new Map(
  zip('0123456789+-−=()aehijklmnoprstuvx', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ')
);

function zip(keys: string, values: string): [string, string][] {
  const made = [...values];
  return [...keys].map((key, at) => [key, defined(made[at])]);
}

/** The characters that turndown has escaped for Markdown, as they were. */
const withoutEscapes = (text: string): string => text.replace(/\\([!-/:-@[-`{-~])/g, '$1');

/** Raised or lowered text in Unicode's own characters, or marked where it has none for them. */
function shifted(content: string, letters: Map<string, string>, mark: string): string {
  const text = content.trim();
  if (text === '') return '';
  const made = [...withoutEscapes(text)].map((each) => letters.get(each));
  return made.includes(undefined) ? `${mark}(${text})` : made.join('');
}

/** The text of preformatted code; a `<br>` in it is a line break. */
function codeText(node: HtmlNode): string {
  if (node.nodeName === 'BR') return '\n';
  if (node.nodeType === 3) return node.nodeValue ?? '';
  return Array.from(node.childNodes).map(codeText).join('');
}

/** A fence one backtick longer than any in the code. */
function fenced(code: string, language: string): string {
  const longest = [...code.matchAll(/`{3,}/g)].reduce(
    (most, [run]) => Math.max(most, run.length),
    2
  );
  const fence = '`'.repeat(longest + 1);
  return `\n\n${fence}${language}\n${code.replace(/^\n|\n$/g, '')}\n${fence}\n\n`;
}

function makeTurndown(): TurndownService {
  const turndown = new TurndownService({
    headingStyle: 'atx',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
    emDelimiter: '*',
  });
  turndown.addRule('pre', {
    filter: 'pre',
    replacement: (_content, node) => {
      const [, language = ''] =
        /\blanguage-([\w+#-]{1,30})/.exec(htmlNode(node).innerHTML.slice(0, 200)) ?? [];
      return fenced(codeText(htmlNode(node)), language);
    },
  });
  turndown.addRule('deleted', {
    filter: (node) => ['DEL', 'S', 'STRIKE'].includes(htmlNode(node).nodeName),
    replacement: (content) => (content.trim() === '' ? content : `~~${content}~~`),
  });
  turndown.addRule('raised', {
    filter: ['sup'],
    replacement: (content) => shifted(content, SUPERSCRIPT, '^'),
  });
  turndown.addRule('lowered', {
    filter: ['sub'],
    replacement: (content) => shifted(content, SUBSCRIPT, '_'),
  });
  turndown.addRule('quote', { filter: ['q'], replacement: (content) => `“${content}”` });
  // Turndown's own looks an item up among its list's, which takes time by the square of a list.
  const numbers = new WeakMap<HtmlNode, number>();
  turndown.addRule('item', {
    filter: 'li',
    replacement: (content, node) => {
      const item = htmlNode(node);
      const list = item.parentNode ?? item;
      const ordered = list.nodeName === 'OL';
      const start = Number.parseInt(list.getAttribute('start') ?? '1', 10);
      const number = numbers.get(list) ?? (Number.isNaN(start) ? 1 : start);
      numbers.set(list, number + 1);
      const mark = ordered ? `${number}. ` : '- ';
      const indent = ' '.repeat(mark.length);
      const lines = content.trim().split('\n');
      const text = lines.map((line, at) => (at === 0 ? line : indent + line).trimEnd()).join('\n');
      return `${mark}${text}\n`;
    },
  });
  addTables(turndown);
  return turndown;
}

/**
 * HTML as turndown makes it. Turndown trims its whole result by a pattern that takes time by the
 * square of the longest run of blanks, so the result is taken before that.
 */
function convertAll(html: string): string {
  let made = '';
  const turndown = makeTurndown();
  turndown.addRule('whole', {
    filter: (node) => htmlNode(node).getAttribute('id') === WHOLE,
    replacement: (content) => {
      made = content.trim();
      return '';
    },
  });
  turndown.turndown(`<div id="${WHOLE}">${html}</div>`);
  return made;
}

/** No attribute of this name gets through from what came in. */
const WHOLE = 'whole';

export interface FromHtml {
  markdown: string;
  /** What has no place in Markdown, with its text. */
  left: LeftOut[];
}

/**
 * HTML as Markdown, which is what articles are kept in. Nesting is bounded before anything is
 * converted, as the time that it takes grows with the depth.
 * @throws ValidationError for `path` where elements are nested too deep
 */
export function markdownFromHtml(html: string, path: (string | number)[]): FromHtml {
  const { text, left } = takeOut(html);
  let depth = 0;
  let lists = 0;
  const clean = sanitizeHtml(text, {
    allowedTags: KEPT,
    allowedAttributes: {
      a: ['href', 'title'],
      img: ['src', 'alt', 'title'],
      ol: ['start'],
      code: ['class'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan'],
    },
    allowedSchemes: SCHEMES,
    allowProtocolRelative: true,
    transformTags: Object.fromEntries(BOXES.map((name) => [name, 'div'])),
    nonTextTags: ['script', 'style'],
    onOpenTag: (name, attributes) => {
      if (EMBEDS.has(name)) {
        const address = attributes.src ?? attributes.data;
        if (address) left.push({ kind: 'embedded media', text: address });
      }
      if (name === 'img' && !/^(?!data:)\S/i.test(attributes.src ?? '')) {
        left.push({ kind: 'an image without an address', text: attributes.alt ?? '' });
      }
      const scheme = /^\s*([a-z][a-z\d+.-]{0,30}):/i.exec(attributes.href ?? '')?.[1];
      if (name === 'a' && scheme !== undefined && !SCHEMES.includes(scheme.toLowerCase())) {
        left.push({
          kind: 'a link of another kind',
          text: beginningOf(attributes.href ?? '', 500),
        });
      }
      if (VOID.has(name)) return;
      depth += 1;
      if (LISTS.has(name)) lists += 1;
      assertDepth(path, depth, LIMITS.htmlNesting, 'elements');
      assertDepth(path, lists, LIMITS.htmlLists, 'lists, quotes and tables');
    },
    onCloseTag: (name) => {
      if (VOID.has(name)) return;
      depth -= 1;
      if (LISTS.has(name)) lists -= 1;
    },
  });
  const said = left.filter((each) => each.text.trim() !== '');
  return { markdown: convertAll(clean), left: said };
}

function assertDepth(path: (string | number)[], depth: number, limit: number, of: string): void {
  if (depth <= limit) return;
  const message = `HTML may nest ${of} at most ${limit} levels deep`;
  assertNoFaults([fault(path, 'too_deep', message, { limit })]);
}
