import { Feed } from 'feed';
import { escapeHtml } from '../../platform/text/escape-html';
import { feedWord, xmlSafe, type Format } from './rules';

/** An entry, whatever the format; texts are plain but `html`. */
export interface FeedEntry {
  id: string;
  title: string;
  url: string;
  language: string | null;
  summary: string | null;
  html: string;
  published: Date;
  updated: Date;
  author: string | null;
  topics: { name: string; slug: string }[];
}

export interface FeedDescription {
  title: string;
  description: string;
  language: string | null;
  publisher: string;
  /** The page of which it is the feed. */
  home: string;
  /** Its own address. */
  self: string;
  entries: FeedEntry[];
}

/** Where the library writes CDATA, it mends only the first `]]>` of a text. */
const forCdata = (text: string): string => text.replaceAll(']]>', ']]&gt;');

/** The library writes `<` of an attribute as it is, which is not well-formed. */
const forAttribute = (text: string): string => text.replaceAll('<', '‹');

/** When something in a feed changed last; a feed without entries has never changed. */
const updatedAt = (entries: readonly FeedEntry[]): Date =>
  new Date(entries.reduce((last, { updated }) => Math.max(last, updated.getTime()), 0));

/**
 * Writes a feed: RSS 2.0, Atom (RFC 4287) or JSON Feed 1.1. What Atom and RSS call HTML is
 * escaped text there, so that no reader takes a title for markup.
 */
export function writeFeed(format: Format, of: FeedDescription): string {
  const text = format === 'json' ? (plain: string) => plain : xmlSafe;
  const feed = new Feed({
    id: of.self,
    title: text(of.title),
    description: text(of.description),
    link: of.home,
    feed: of.self,
    feedLinks: { json: of.self },
    updated: updatedAt(of.entries),
    generator: 'strapi-plugin-analysis',
    author: { name: text(of.publisher) },
    ...(of.language === null ? {} : { language: of.language }),
  });
  for (const entry of of.entries) {
    const summary = entry.summary === null ? null : text(entry.summary);
    const title = text(entry.title);
    feed.addItem({
      id: entry.id,
      title: format === 'atom' ? escapeHtml(title) : format === 'rss' ? forCdata(title) : title,
      link: entry.url,
      ...(summary === null
        ? {}
        : { description: format === 'json' ? summary : escapeHtml(summary) }),
      content: forCdata(text(entry.html)),
      date: entry.updated,
      published: entry.published,
      // RSS wants a mail address for an author, which leaves this server in no answer.
      ...(entry.author === null || format === 'rss'
        ? {}
        : { author: [{ name: text(entry.author) }] }),
      category: entry.topics.map(({ name, slug }) => ({
        name: format === 'atom' ? forAttribute(text(name)) : text(name),
        ...(format === 'atom' ? { term: slug } : {}),
      })),
    });
  }
  if (format === 'rss') return feed.rss2();
  return format === 'atom' ? feed.atom1() : jsonFeed(feed.json1(), of);
}

/** The library writes version 1; 1.1 has languages, and a list of authors. */
function jsonFeed(written: string, { language, publisher, entries }: FeedDescription): string {
  const {
    author: _one,
    items,
    ...feed
  } = JSON.parse(written) as Record<string, unknown> & {
    items: ({ author?: object } & Record<string, unknown>)[];
  };
  return JSON.stringify({
    ...feed,
    version: 'https://jsonfeed.org/version/1.1',
    authors: [{ name: publisher }],
    ...(language === null ? {} : { language }),
    items: items.map(({ author, ...item }, at) => ({
      ...item,
      ...(author ? { authors: [author] } : {}),
      ...(entries[at]?.language ? { language: entries[at].language } : {}),
    })),
  });
}

/** Title of a comment in a feed. */
export const commentTitle = (language: string, name: string, title: string): string =>
  feedWord(language, 'by', { name, title });
