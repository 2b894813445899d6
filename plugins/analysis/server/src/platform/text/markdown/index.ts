import MarkdownIt from 'markdown-it';
import sanitizeHtml, { type IOptions } from 'sanitize-html';
import { endAddresses } from '../linkify';
import { onlyWholeAddresses } from './addresses';
import { keepWhatIsDropped } from './dropped';
import { keepFormulas } from './formulas';
import { keepDefinitions } from './definitions';

/** The page's title is its only first-level heading. */
const DEEPEST = 6;

function createRenderer(): MarkdownIt {
  const made = new MarkdownIt({ html: false, linkify: true });
  endAddresses(made);
  made.core.ruler.push('headings_below_title', ({ tokens }) => {
    for (const token of tokens) {
      if (token.type !== 'heading_open' && token.type !== 'heading_close') continue;
      token.tag = `h${Math.min(Number(token.tag.slice(1)) + 1, DEEPEST)}`;
    }
  });
  return made.use(keepFormulas).use(keepDefinitions).use(keepWhatIsDropped).use(onlyWholeAddresses);
}

const renderer = createRenderer();

/** What may be left after rendering, tag by tag; a second line behind a renderer without HTML. */
const ALLOWED: IOptions = {
  allowedTags: [
    ...['h2', 'h3', 'h4', 'h5', 'h6', 'p', 'blockquote', 'ul', 'ol', 'li', 'hr', 'br'],
    ...['strong', 'em', 's', 'code', 'pre', 'a', 'img'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  allowedAttributes: {
    a: ['href', 'title', 'rel'],
    img: ['src', 'alt', 'title', 'loading'],
    ol: ['start'],
    li: ['value'],
  },
  allowedClasses: { code: ['language-*'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowedSchemesByTag: { img: ['https'] },
  allowProtocolRelative: false,
  transformTags: {
    a: (tagName, { href = '', title }) => ({
      tagName,
      attribs: { href, ...(title ? { title } : {}), rel: 'nofollow noopener' },
    }),
    img: (tagName, { src = '', alt = '', title }) => ({
      tagName,
      // sanitize-html lets an address without a scheme pass; here it would be the page's own.
      attribs: {
        ...(src.startsWith('https://') ? { src } : {}),
        alt,
        ...(title ? { title } : {}),
        loading: 'lazy',
      },
    }),
  },
  exclusiveFilter: ({ tag, attribs }) => tag === 'img' && !attribs.src,
};

/**
 * The words that readers see of an article's Markdown: what `bodyHtml` shows without its tags,
 * a line for each block.
 * @param original address of the story that the text came from; null where there is none
 */
export const bodyText = (markdown: string, original: string | null): string =>
  renderer
    .parse(markdown, { original })
    .map(({ type, content, children }) =>
      type === 'inline' ? (children ?? []).map(inlineText).join('') : content
    )
    .filter((words) => words !== '')
    .join('\n');

const inlineText = ({ type, content }: { type: string; content: string }): string => {
  if (type === 'softbreak' || type === 'hardbreak') return '\n';
  // An image's content is the text that stands in for it, which is not seen beside it.
  return type === 'image' ? '' : content;
};

/**
 * An article's Markdown as safe HTML; raw HTML in it is shown as text. Every word of the Markdown
 * is shown or is an address, and every address is absolute: the HTML may be shown anywhere.
 * @param original address of the story that the text came from, against which the text's relative
 *   addresses are read; null where there is none, and they become plain text
 */
export const bodyHtml = (markdown: string, original: string | null): string =>
  sanitizeHtml(renderer.render(markdown, { original }), ALLOWED).trim();
