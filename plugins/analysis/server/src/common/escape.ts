import MarkdownIt from 'markdown-it';

/** Text for HTML, in content and in quoted attributes. */
export const { escapeHtml } = new MarkdownIt().utils;
