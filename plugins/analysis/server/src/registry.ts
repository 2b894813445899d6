import type { Core } from '@strapi/strapi';
import { createAccess } from './audience/access/api';
import { createIdentity } from './audience/identity/api';
import { createRatings, type RatingEvents } from './audience/ratings/api';
import { createSubscriptions, type SubscriptionEvents } from './audience/subscriptions/api';
import { createArticles, type ArticleEvents } from './content/articles/api';
import { createSlugs } from './content/slugs/api';
import { createSources } from './content/sources/api';
import { createStats } from './content/stats/api';
import { createSummaries } from './content/summaries/api';
import { createTopics, type TopicEvents } from './content/topics/api';
import { createApiDocs } from './delivery/api-docs/api';
import { createPosts } from './delivery/posts/api';
import { createResponseCache } from './delivery/response-cache/api';
import { createSearch } from './delivery/search/api';
import { createSyndication } from './delivery/syndication/api';
import { createBans } from './discussion/bans/api';
import { createClaims, type ClaimEvents } from './discussion/claims/api';
import {
  createComments,
  type Announcement,
  type CommentEvents,
  type CommentSnapshot,
} from './discussion/comments/api';
import { createModeration } from './discussion/moderation/api';
import { createTriage } from './discussion/triage/api';
import { createHousekeeping } from './operations/housekeeping/api';
import { createNotifications } from './operations/notifications/api';
import { createPrivacy } from './operations/privacy/api';
import { createWebhooks } from './operations/webhooks/api';
import { createIngest, type IngestEvents } from './pipeline/ingest/api';
import { operations } from './openapi';
import type { Trx } from './platform/database/connection';
import { createEvents } from './platform/events';
import { createRateLimiter } from './platform/security/rate-limiter';

type DomainEvents = ArticleEvents &
  ClaimEvents &
  CommentEvents &
  IngestEvents &
  RatingEvents &
  SubscriptionEvents &
  TopicEvents;

/**
 * Builds the rooms of one application from the bottom up: each is given those below it, and what
 * has to reach those above it are events. The order is that of the areas in `docs/architecture.md`.
 * Building does no I/O: what opens something does so in `bootstrap.ts`.
 */
export function createRooms(strapi: Core.Strapi) {
  const events = createEvents<DomainEvents>();
  const limiter = createRateLimiter(strapi);
  // content
  const stats = createStats(strapi);
  const slugs = createSlugs(strapi);
  const sources = createSources(strapi);
  const topics = createTopics(strapi, { events });
  const summaries = createSummaries();
  const articles = createArticles({ strapi, events, slugs, sources, stats, summaries });
  // audience
  const access = createAccess(strapi);
  const identity = createIdentity(strapi);
  const subscriptions = createSubscriptions({ strapi, events, limiter });
  const ratings = createRatings({ strapi, articles, events, limiter, stats });
  // discussion
  const bans = createBans(strapi);
  const triage = createTriage({ strapi, bans, limiter });
  const comments = createComments({
    strapi,
    ...{ articles, events, limiter, stats, subscriptions, triage },
  });
  const claims = createClaims({ strapi, articles, events, limiter, stats });
  const moderation = createModeration({ strapi, bans, comments, stats });
  // delivery
  const posts = createPosts({ strapi, articles, claims, comments, slugs, stats });
  const previews = { link: posts.previewLink, page: posts.preview };
  const search = createSearch({ strapi, limiter, posts, slugs, stats });
  const syndication = createSyndication({ strapi, articles, posts });
  const responseCache = createResponseCache({ strapi, access });
  const openapi = createApiDocs({ strapi, operations });
  // pipeline
  const ingest = createIngest({ strapi, events, sources, stats, topics });
  // operations
  const webhooks = createWebhooks(strapi);
  const notifications = createNotifications({
    strapi,
    ...{ claims, comments, moderation, subscriptions },
  });
  const privacy = createPrivacy({ strapi, bans, comments, moderation, subscriptions });
  const housekeeping = createHousekeeping({
    strapi,
    ...{ bans, comments, notifications, ratings, responseCache, stats, subscriptions },
  });

  events.on('article.changed', ({ trx, articleId }) => search.index(trx, articleId));
  events.on('article.changed', ({ articleId }) => responseCache.drop([articleId]));
  for (const { removeAll } of [comments, moderation, claims, ratings, search]) {
    events.on('article.removed', ({ trx, articleId }) => removeAll(trx, articleId));
  }
  events.on('article.removed', ({ articleId }) => responseCache.drop([articleId]));
  events.on('topic.changed', () => responseCache.dropAll());
  events.on('rating.changed', ({ articleIds }) => responseCache.drop(articleIds));
  events.on('rating.changed', ({ articleIds, ratingOf }) =>
    webhooks.ratingChanged(articleIds, ratingOf)
  );
  const announce = async (
    trx: Trx,
    what: Announcement,
    snapshots: CommentSnapshot[]
  ): Promise<void> => {
    if (snapshots.length === 0) return;
    await notifications.enqueueForComments(trx, what, snapshots);
    await webhooks.comments(what, snapshots);
  };
  events.on('comment.created', ({ trx, snapshots }) => announce(trx, 'created', snapshots));
  events.on('comment.entered', ({ trx, ...entered }) => moderation.recordEntered(trx, entered));
  events.on('comment.moved', ({ trx, cause, moves }) => moderation.recordMoves(trx, cause, moves));
  events.on('comment.moved', ({ trx, approved }) => announce(trx, 'approved', approved));
  events.on('comment.moved', ({ trx, rejected }) => announce(trx, 'rejected', rejected));
  events.on('comment.moved', ({ moves }) => triage.learn(moves));
  events.on('comment.edited', ({ trx, comment }) => moderation.recordEdit(trx, comment));
  events.on('comment.removed', ({ trx, ...removed }) => moderation.recordRemoval(trx, removed));
  events.on('comment.reported', ({ trx, snapshots }) => announce(trx, 'reported', snapshots));
  events.on('post.ingested', ({ result }) => webhooks.postIngested(result));
  events.on('discussion.changed', ({ articleIds }) => responseCache.drop(articleIds));
  events.on('claim.reported', ({ trx, key }) => notifications.enqueueForClaim(trx, key));
  events.on('claim.decided', ({ articleId }) => responseCache.drop([articleId]));

  events.on('subscription.forgotten', ({ trx, addressIds }) =>
    notifications.forgetAddresses(trx, addressIds)
  );

  return {
    ...{ stats, slugs, sources, topics, summaries, articles },
    ...{ access, identity, limits: limiter, subscriptions, ratings },
    ...{ bans, triage, comments, claims, moderation },
    ...{ posts, previews, search, syndication, postCache: responseCache, openapi },
    ...{ ingest },
    ...{ events: webhooks, notifications, privacy, housekeeping },
  };
}

export type Rooms = ReturnType<typeof createRooms>;

const built = new WeakMap<Core.Strapi, Rooms>();

/** The rooms of an application, for the files beside this one that wire Strapi to them. */
export function roomsOf(strapi: Core.Strapi): Rooms {
  const rooms = built.get(strapi) ?? createRooms(strapi);
  built.set(strapi, rooms);
  return rooms;
}
