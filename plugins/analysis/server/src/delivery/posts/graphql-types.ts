/** What GraphQL shows of posts, in the schema's language. */
export const typeDefs = `
  type AnalysisSummaryView {
    documentId: ID!
    language: String!
    "ltr or rtl"
    direction: String!
    text: String!
  }

  type AnalysisCover {
    url: String!
    alternativeText: String!
    width: Int
    height: Int
    mime: String!
  }

  type AnalysisTopicView {
    documentId: ID!
    name: String!
    slug: String!
    "aspect or subject"
    kind: String!
  }

  type AnalysisProvenance {
    provider: String
    model: String
    promptVersion: String
    generatedAt: DateTime
  }

  type AnalysisReview {
    reviewer: String!
    reviewedAt: DateTime!
  }

  "A published article as a page shows it"
  type AnalysisPostArticle {
    documentId: ID!
    title: String!
    slug: String!
    language: String!
    direction: String!
    "Markdown"
    body: String!
    "Safe HTML"
    bodyHtml: String!
    originalLink: String
    sourceName: String
    sourcePublishedAt: DateTime
    cover: AnalysisCover
    topics: [AnalysisTopicView!]!
    "generated, generated-reviewed or human"
    disclosure: String!
    provenance: AnalysisProvenance!
    review: AnalysisReview
    contentHash: String!
    firstPublishedAt: DateTime!
    updatedAt: DateTime!
  }

  "A whole page in one read"
  type AnalysisPost {
    article: AnalysisPostArticle!
    "The best one for the languages asked for"
    summary: AnalysisSummaryView
    summaries: [AnalysisSummaryView!]!
    "Null for callers who may not read ratings"
    rating: AnalysisRating
    "The first page; null for callers who may not read comments"
    comments: AnalysisCommentPage
    jsonLd: JSON!
  }

  "An entry of a list of posts"
  type AnalysisPostCard {
    documentId: ID!
    title: String!
    slug: String!
    language: String!
    direction: String!
    summary: AnalysisSummaryView
    cover: AnalysisCover
    disclosure: String!
    sourceName: String
    firstPublishedAt: DateTime!
    "Null for callers who may not read ratings"
    rating: AnalysisRating
    "Null for callers who may not read comments"
    commentCount: Int
  }

  type AnalysisArticle {
    "Safe HTML made from the Markdown"
    bodyHtml: String!
    "The best public summary for a language, or for Accept-Language"
    summary(lang: String): AnalysisSummaryView
  }

  type Query {
    "A slug that the article had earlier finds it too"
    analysisPost(slug: String!, lang: String): AnalysisPost
    "by: score, average, votes or comments"
    analysisRankings(by: String, days: Int, limit: Int, lang: String): [AnalysisPostCard!]!
  }
`;
