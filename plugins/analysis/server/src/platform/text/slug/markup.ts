import MarkdownIt from 'markdown-it';

/** Tags that stand between words; others stand inside them (`H<sub>2</sub>O`). */
const BETWEEN = /<\/?(?:br|p|div|h[1-6]|li|ul|ol|dl|dt|dd|t[rdh]|hr|blockquote|section)\b[^<>]*>/gi;
const INSIDE = /<(?:\/?[a-z][^<>]*|!--[^<>]*--|!doctype[^<>]*)>/gi;

/** A title without HTML's tags, its entities decoded (by the parser that Markdown is read with). */
export function withoutMarkup(title: string): string {
  const text = title.replace(BETWEEN, ' ').replace(INSIDE, '');
  if (!/&#?\w+;/.test(text)) return text;
  return new MarkdownIt('zero').utils.unescapeAll(text.replace(/\\/g, ' '));
}
