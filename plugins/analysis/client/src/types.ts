import type { components, operations } from './generated/schema.js';

type Schemas = components['schemas'];

export type Post = Schemas['Post'];
export type PostCard = Schemas['PostCard'];
export type Article = Schemas['Article'];
export type Summary = Schemas['Summary'];
export type Topic = Schemas['Topic'];
export type Cover = Schemas['Cover'];
export type Correction = Schemas['Correction'];
export type Rating = Schemas['Rating'];
export type MyRating = Schemas['MyRating'];
export type Rankings = Schemas['Rankings'];
export type Comment = Schemas['Comment'];
export type CommentNode = Schemas['CommentNode'];
export type CommentThread = Schemas['CommentThread'];
export type CommentPage = Schemas['CommentPage'];
export type ReplyPage = Schemas['ReplyPage'];
export type CommentReceipt = Schemas['CommentReceipt'];
export type CommentInput = Schemas['CommentInput'];
export type ReportInput = Schemas['ReportInput'];
export type ClaimInput = Schemas['ClaimInput'];
export type IngestInput = Schemas['IngestInput'];
export type IngestResult = Schemas['IngestResult'];
export type Fault = Schemas['Fault'];

/** The whole answer to a new comment: `meta` holds its edit token, once. */
export type CommentCreated =
  operations['createComment']['responses'][201]['content']['application/json'];

type Query<Name extends keyof operations> = NonNullable<operations[Name]['parameters']['query']>;
export type RankingsQuery = Query<'listRankings'>;
export type CommentsQuery = Omit<Query<'listComments'>, 'thread'>;
