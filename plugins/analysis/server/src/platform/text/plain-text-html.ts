import MarkdownIt from 'markdown-it';
import { endAddresses } from './linkify';

/**
 * Comments are plain text: of Markdown only paragraphs, line breaks and bare http(s) addresses
 * are read, everything else is shown as typed.
 */
function createRenderer(): MarkdownIt {
  const made = new MarkdownIt('zero', { html: false, linkify: true, breaks: true });
  made.enable(['linkify', 'newline']);
  made.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
  for (const schema of ['ftp:', '//', 'mailto:']) made.linkify.add(schema, null);
  endAddresses(made);
  made.renderer.rules.link_open = (tokens, index, options, _env, self) => {
    // Readers' links give no weight to what they point to (rel values of the HTML standard).
    tokens[index]?.attrSet('rel', 'nofollow ugc noopener');
    return self.renderToken(tokens, index, options);
  };
  return made;
}

const renderer = createRenderer();

/** A comment's plain text as safe HTML: escaped, in paragraphs, addresses linked. */
export const commentHtml = (content: string): string => renderer.render(content).trim();
