import { memoized } from '../../cache/memoize';
import { createSerialQueue } from '../../jobs/serial-queue';
import { bodyHtml } from '.';

/**
 * An article's Markdown as safe HTML, as `bodyHtml` makes it; remembers what it made last. Rendering
 * a long text takes longer than all else of a post, and every vote and comment has its page made
 * anew.
 */
export const cachedHtml = memoized(bodyHtml, { characters: 8_000_000 });

const queue = createSerialQueue();

/** The same for lists: renders one text at a time, over all requests. */
export const queuedHtml = (...text: Parameters<typeof cachedHtml>): Promise<string> =>
  queue(() => cachedHtml(...text));
