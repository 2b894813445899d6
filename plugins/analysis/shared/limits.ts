import { READER_LIMITS } from './reader-limits';

/** Every length and amount of the contract, in characters (Unicode code points) or items. */
export const LIMITS = {
  ...READER_LIMITS,
  title: { min: 3, max: 200 },
  /** A page that a post is pasted as: its parts, and the comments below it. */
  page: { max: 400_000 },
  /** Levels of elements in HTML that is converted, and of lists, quotes and tables in each other. */
  htmlNesting: 100,
  htmlLists: 12,
  slug: { max: 80 },
  body: { min: 200, max: 200_000 },
  summary: { min: 40, max: 2_000 },
  summariesPerArticle: 10,
  topicsPerArticle: 20,
  topicName: { min: 1, max: 80 },
  sourceName: { max: 120 },
  coverAlt: { max: 300 },
  provenance: { max: 200 },
  reviewer: { max: 120 },
  moderationReason: { max: 250 },
  /** The passage that a claim is reported by, what is said against it, and the correction. */
  claimQuote: { min: 10, max: 500 },
  claimNote: { min: 10, max: 2_000 },
  correction: { min: 10, max: 2_000 },
  correctionsPerArticle: 50,
  claimsPage: { default: 25, max: 100 },
  /** Comments that one bulk action changes, in one transaction. */
  bulk: 500,
  /** Articles that one request publishes, each in a transaction of its own. */
  publishAtOnce: 100,
  /** How far the desk's tabs are counted while filters are set. */
  queueCount: 1_000,
  queuePage: { default: 25, max: 100 },
  bansPage: { default: 50, max: 100 },
  /** Comments that one page of what is kept of a person holds, and that one request erases. */
  personalPage: 100,
  erasure: 200,
  commentsPage: { default: 20, max: 100 },
  /** Replies that come with their thread; the rest is paged. */
  repliesPerThread: 20,
  /** Threads that one GraphQL operation asks for, over all articles in it. */
  threadsPerOperation: 1_000,
  list: { default: 25, max: 100 },
  /** A query of the search: characters, and words or phrases. */
  searchQuery: { max: 200 },
  searchTerms: 12,
  searchPage: { default: 10, max: 50 },
  /** Entries of a feed. */
  feed: 50,
  related: { default: 5, max: 20 },
  /** How far a list is paged; the database would count its way there. */
  listReach: 10_000,
  rankingDays: { max: 3_650 },
  /** Values in a body, and their levels. */
  bodySize: { values: 5_000, depth: 64 },
  /** Faults that one answer tells. */
  faults: 50,
  /** A query of a collection by Strapi's grammar, over REST and GraphQL. */
  collectionQuery: {
    /** Comparisons in `filters`; of them those that look into texts; relations, each a join. */
    conditions: 20,
    patterns: 4,
    relations: 1,
    /** Levels of groups in each other. */
    depth: 4,
    /** Characters of a value, and values of a list. */
    value: 1_000,
    list: 100,
    fields: 50,
    sort: 5,
    populate: 20,
    /** Rows that may come before a token's page; a reader's is bounded by `listReach`. */
    tokenReach: 1_000_000,
  },
  ratingValue: { min: 1, max: 5 },
} as const;
