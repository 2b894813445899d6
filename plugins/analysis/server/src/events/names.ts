/** What Strapi's webhooks can be told of; each is emitted once what it speaks of is committed. */
export const EVENTS = [
  'analysis.comment.created',
  'analysis.comment.approved',
  'analysis.comment.rejected',
  'analysis.comment.reported',
  'analysis.rating.changed',
  'analysis.post.ingested',
] as const;

export type EventName = (typeof EVENTS)[number];
