import { createRequire } from 'node:module';
import type { Redis } from 'ioredis';
import type MarkdownIt from 'markdown-it';
import type RateLimiters from 'rate-limiter-flexible';
import type sanitizeHtml from 'sanitize-html';
import { once } from '../../../shared/once';

const load = createRequire(import.meta.url);

/**
 * Packages that a start does without: each takes tens of milliseconds and some megabytes, so it is
 * loaded by what first needs it. Not by `import()`, as their callers do not wait.
 */
export const packages = {
  markdownIt: once(() => load('markdown-it') as typeof MarkdownIt),
  sanitizeHtml: once(() => load('sanitize-html') as typeof sanitizeHtml),
  ioredis: once(() => load('ioredis') as { Redis: typeof Redis }),
  rateLimiters: once(() => load('rate-limiter-flexible') as typeof RateLimiters),
};
