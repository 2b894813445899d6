import type { Search } from '../delivery/search/api';
import type { DocumentId } from '../platform/strapi/uids';

/** What the rooms of search and syndication offer; a part of `Services`. */
export interface SearchServices {
  search: Search;
  syndication: {
    /**
     * The newest published posts as a feed, as text.
     * @param of.lang a language range for the articles (RFC 4647 basic filtering)
     * @param of.topic slug of a topic
     * @throws NotFoundError when there is no such topic
     */
    posts(
      format: 'rss' | 'atom' | 'json',
      of: { lang: string | null; topic: string | null }
    ): Promise<string>;
    /** An article's newest public comments as a feed. @throws NotFoundError unless published */
    comments(format: 'rss' | 'atom' | 'json', articleId: DocumentId): Promise<string>;
    sitemapIndex(): Promise<string>;
    /** @param page from 1. @throws NotFoundError beyond the last */
    sitemap(page: number): Promise<string>;
    /** Posts of the last two days, as Google reads them. */
    news(): Promise<string>;
    /**
     * How a post is embedded (oEmbed).
     * @param url address of a post's page
     * @param most of the embedded post's sides, in CSS pixels
     * @throws NotFoundError unless it is that of a published post
     */
    oembed(
      url: URL,
      most: { width: number; height: number }
    ): Promise<{ articleId: DocumentId; answer: Record<string, string | number> }>;
  };
}
