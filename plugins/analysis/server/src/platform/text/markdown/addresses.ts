import type MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';

/** A scheme, or what a browser takes for one. */
const SCHEME = /^[a-z][a-z\d+.-]*:/i;

/**
 * An address of a text in the form in which it may leave the site.
 * @param original absolute address of the page that the text came from
 * @returns an absolute http(s) or mailto address; null for what is none, for other schemes, for
 *   places within the page (its headings have no ids) and, without an original, for relative ones
 */
export function outgoing(address: string, original: string | null): string | null {
  if (/^mailto:./i.test(address)) return address;
  if (/^https?:\/\/[^/]/i.test(address)) return URL.canParse(address) ? address : null;
  // `https:page` is read as relative to a page over https, and as a host by everything else.
  if (address === '' || address.startsWith('#') || SCHEME.test(address)) return null;
  if (original === null || !URL.canParse(address, original)) return null;
  const { href, protocol } = new URL(address, original);
  return /^https?:$/.test(protocol) ? href : null;
}

/** A title is shown beside what it would have stood on. */
const withTitle = (text: string, title: string | null): string =>
  title ? `${text} (${title})` : text;

/** Links and images of one run of text with absolute addresses; those without become their text. */
function settled(
  tokens: Token[],
  original: string | null,
  textOf: (token: Token) => string
): Token[] {
  const kept: Token[] = [];
  /** Whether each link that is open is kept, and the title of one that is not. */
  const open: { kept: boolean; title: string | null }[] = [];
  const asText = (token: Token, content: string): void => {
    if (content === '') return;
    Object.assign(token, {
      type: 'text',
      tag: '',
      nesting: 0,
      attrs: null,
      children: null,
      content,
    });
    kept.push(token);
  };
  for (const token of tokens) {
    if (token.type === 'link_open') {
      const href = outgoing(token.attrGet('href') ?? '', original);
      open.push({ kept: href !== null, title: token.attrGet('title') });
      if (href === null) continue;
      token.attrSet('href', href);
      kept.push(token);
    } else if (token.type === 'link_close') {
      const link = open.pop();
      if (link?.kept) kept.push(token);
      else asText(token, withTitle('', link?.title ?? null));
    } else if (token.type === 'image') {
      const src = outgoing(token.attrGet('src') ?? '', original);
      if (src?.startsWith('https://')) {
        token.attrSet('src', src);
        kept.push(token);
      } else asText(token, withTitle(textOf(token), token.attrGet('title')));
    } else kept.push(token);
  }
  return kept;
}

/**
 * Markdown-it plugin. No link is invented: of bare text only addresses with http(s) or mailto
 * written before them are linked. A file is named like a host (`README.md`, `lib.rs`), and a mail
 * address that its author did not link is more often spared from machines than forgotten. And no
 * link is relative: what has no address that holds everywhere is shown as text.
 */
export function onlyWholeAddresses(md: MarkdownIt): void {
  md.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
  for (const schema of ['ftp:', '//']) md.linkify.add(schema, null);
  md.core.ruler.push('whole_addresses', ({ tokens, env }) => {
    const { original } = env as { original: string | null };
    const textOf = ({ children }: Token): string =>
      md.renderer.renderInlineAsText(children ?? [], md.options, env);
    for (const token of tokens) {
      if (token.type === 'inline') {
        token.children = settled(token.children ?? [], original, textOf);
      }
    }
  });
}
