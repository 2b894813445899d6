import MarkdownIt from 'markdown-it';

const { utils } = new MarkdownIt();

/** Text for HTML, in content and in quoted attributes. */
export const escapeHtml = (text: string): string => utils.escapeHtml(text);
