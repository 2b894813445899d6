import type { PostCard } from '../../../shared/contracts/posts';
import type { SearchHit } from '../../../shared/contracts/search';
import type { Trx } from '../platform/database/connection';
import type { DocumentId } from '../platform/strapi/uids';

/** What the rooms of search and syndication offer; a part of `Services`. */
export interface SearchServices {
  search: {
    /**
     * Brings what is found of an article in line with its published text, in the transaction in
     * which that changed; the caller holds the article's lock.
     */
    settle(trx: Trx, articleId: DocumentId): Promise<void>;
    removeAll(trx: Trx, articleId: DocumentId): Promise<void>;
    /**
     * Published posts in which all of a query is found, the best first; the newest without one.
     * @param options.q as a reader wrote it
     * @param options.cursor from an earlier answer to the same query
     * @param options.languages for each post's summary, by preference
     * @param options.network keyed hash of who asks: searches of one are counted
     * @throws ValidationError at `q` or `cursor`
     * @throws RateLimitError when its network has searched too often
     */
    find(options: {
      q: string | null;
      limit: number;
      cursor: unknown;
      languages: string[];
      network: string;
    }): Promise<{ items: SearchHit[]; nextCursor: string | null }>;
    /**
     * Posts near another one, the nearest first.
     * @throws NotFoundError unless the slug is, or was, that of a published post
     */
    related(
      slug: string,
      options: { limit: number; languages: string[] }
    ): Promise<{ articleId: DocumentId; items: PostCard[] }>;
    /** At start: makes the index where it is missing, and in the background what is not in it. */
    open(): Promise<void>;
    /** Makes every entry again that is not as it should be; returns how many articles there are. */
    reindex(): Promise<{ articles: number; stray: number }>;
    /** Ends what runs in the background after the article at hand. */
    close(): void;
  };
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
