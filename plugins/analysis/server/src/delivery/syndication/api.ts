import type { SyndicationDeps } from './deps';
import { readCommentFeed, readPostFeed } from './read-feeds';
import { readOembed } from './read-oembed';
import { readNewsSitemap, readSitemap, readSitemapIndex } from './read-sitemaps';

/** Feeds, sitemap and oEmbed, as text for readers of feeds, search engines and other sites. */
export function createSyndication(deps: SyndicationDeps) {
  return {
    /** The newest published posts as a feed. */
    posts: readPostFeed(deps),

    /** An article's newest public comments as a feed. */
    comments: readCommentFeed(deps),

    /** The index of the sitemap's pages. */
    sitemapIndex: readSitemapIndex(deps),

    /** A page of the sitemap, from 1. */
    sitemap: readSitemap(deps),

    /** Posts of the last two days, as Google reads them. */
    news: readNewsSitemap(deps),

    /** How a post is embedded (oEmbed), by the address of its page. */
    oembed: readOembed(deps),
  };
}

export type Syndication = ReturnType<typeof createSyndication>;
