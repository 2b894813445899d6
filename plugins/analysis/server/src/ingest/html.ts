import TurndownService from 'turndown';

const turndown = new TurndownService({
  headingStyle: 'atx',
  bulletListMarker: '-',
  codeBlockStyle: 'fenced',
  emDelimiter: '*',
}).remove(['script', 'style', 'iframe', 'noscript', 'form', 'button', 'title']);

/** An HTML body as Markdown, which is what articles are kept in. */
export const markdownFromHtml = (html: string): string => turndown.turndown(html);
