const FIELDS = `
    documentId: ID!
    parent: ID
    "0 for a root comment"
    depth: Int!
    "Null on the empty place that a deleted comment leaves"
    author: AnalysisCommentAuthor
    content: String
    contentHtml: String
    createdAt: DateTime!
    editedAt: DateTime
    deleted: Boolean!
`;

/** The discussion in the schema definition language of GraphQL. */
export const typeDefs = `
  type AnalysisCommentAuthor {
    name: String!
    url: String
    moderator: Boolean!
  }

  type AnalysisCommentNode {
    ${FIELDS}
    replies: [AnalysisCommentNode!]!
  }

  "A root comment with the first replies of its thread"
  type AnalysisCommentThread {
    ${FIELDS}
    replies: [AnalysisCommentNode!]!
    "Visible replies in the whole thread, at any depth"
    replyTotal: Int!
    "Pass to analysisReplies for those that did not fit"
    repliesCursor: String
  }

  type AnalysisCommentPage {
    items: [AnalysisCommentThread!]!
    "Visible comments of the article, replies included"
    total: Int!
    nextCursor: String
    "Whether the article still takes comments"
    open: Boolean!
    "Whether a comment's author may ask for mail on approval and replies"
    notify: Boolean!
  }

  type AnalysisReplyPage {
    "Flat, oldest first"
    items: [AnalysisCommentNode!]!
    nextCursor: String
  }

  "What an author gets back of their own comment"
  type AnalysisCommentReceipt {
    ${FIELDS}
    status: String!
    "Why it has that status"
    reason: String!
    "Proves who wrote it; shown once"
    editToken: String
    editableUntil: DateTime
    "Where notify was asked for: on, or confirm when a mail with a link comes once it is public"
    notify: String
  }

  input AnalysisGuestInput {
    name: String!
    email: String!
    url: String
  }

  "author is for guests only"
  input AnalysisCommentInput {
    content: String!
    parent: ID
    author: AnalysisGuestInput
    "Leave it empty: it is of a field that people do not see"
    homepage: String
    "From GET /comment-token"
    formToken: String
    "Asks for mail on approval and replies; it comes once the address is confirmed"
    notify: Boolean
  }

  type AnalysisArticle {
    "Null while the article is not published. sort: newest, oldest or discussed"
    comments(sort: String, limit: Int, cursor: String): AnalysisCommentPage
  }

  type AnalysisPostCard {
    comments(sort: String, limit: Int, cursor: String): AnalysisCommentPage
  }

  type Query {
    "Further replies of one thread"
    analysisReplies(articleId: ID!, thread: ID!, limit: Int, cursor: String): AnalysisReplyPage!
  }

  type Mutation {
    createAnalysisComment(articleId: ID!, data: AnalysisCommentInput!): AnalysisCommentReceipt!
    updateAnalysisComment(documentId: ID!, content: String!, editToken: String): AnalysisCommentReceipt!
    deleteAnalysisComment(documentId: ID!, editToken: String): Boolean!
    reportAnalysisComment(documentId: ID!, reason: String!, note: String): Boolean!
  }
`;
