import type { Core } from '@strapi/strapi';
import { SERVER_FIELDS } from './content/articles/rules';
import { claimGraphql } from './discussion/claims/graphql';
import { INTERNAL_UIDS } from './content-types';
import { commentGraphql } from './discussion/comments/graphql';
import { assertCollectionQuery } from './platform/strapi/collection-query';
import { assertMayReadDrafts, isToken } from './platform/strapi/core-controller';
import { configureApollo } from './platform/graphql/limits';
import {
  graphqlExtension,
  joined,
  perRequest,
  withoutNulls,
  type FieldMiddleware,
} from './platform/graphql/extension';
import { createSerialQueue } from './platform/jobs/serial-queue';
import { roomsOf } from './registry';
import { UID } from './platform/strapi/uids';
import { postGraphql } from './delivery/posts/graphql';
import { noticeGraphql } from './audience/subscriptions/graphql';
import { ratingGraphql } from './audience/ratings/graphql';
import { searchGraphql } from './delivery/search/graphql';
import { summaryGraphql } from './content/summaries/graphql';

/** Types that no query or mutation of Strapi's own may reach: their rooms are the only way. */
const WITHOUT_SHADOW_CRUD = [UID.rating, UID.comment, ...INTERNAL_UIDS];

/** Fields of summaries that hooks write. */
const SUMMARY_SERVER_FIELDS = ['articleId', 'edition'];

/** The arguments of Strapi's own fields by which they make a query. */
const QUERY_ARGUMENTS = ['filters', 'pagination', 'sort'] as const;

/**
 * Reads a query as REST does. Drafts are for API tokens; below the top, Strapi's schema has no
 * argument for them. An argument that is null counts as not given, which Strapi fails on.
 */
const guardQuery =
  (strapi: Core.Strapi, uid: string): FieldMiddleware =>
  (next, parent, args, context, info) => {
    const { auth } = context.state;
    assertMayReadDrafts(args, auth);
    const given = withoutNulls(args);
    const query = Object.fromEntries(
      QUERY_ARGUMENTS.flatMap((name) => (name in given ? [[name, given[name]]] : []))
    );
    assertCollectionQuery(strapi, uid, query, { prefix: '', isToken: isToken(auth) });
    return next(parent, given, context, info);
  };

/** For each of the articles of a list Strapi asks the database anew. */
const queueOf = perRequest(createSerialQueue);
const inTurn: FieldMiddleware = (next, parent, args, context, info) =>
  queueOf(context)(() => next(parent, args, context, info));

/** Fields of articles that are other rows. */
const OF_ARTICLES = ['topics', 'topics_connection', 'cover'].map(
  (name) => `AnalysisArticle.${name}`
);

/** Fields of Strapi's own that make a query, and the content type that it is of. */
const QUERIED: Record<string, string> = {
  'Query.analysisArticle': UID.article,
  'Query.analysisArticles': UID.article,
  'Query.analysisArticles_connection': UID.article,
  'Query.analysisTopic': UID.topic,
  'Query.analysisTopics': UID.topic,
  'Query.analysisTopics_connection': UID.topic,
  'AnalysisArticle.topics': UID.topic,
  'AnalysisArticle.topics_connection': UID.topic,
};

/**
 * Makes the plugin's GraphQL schema: Strapi's own for articles, summaries and topics without
 * what is private, and the rooms' parts. Does nothing where there is no GraphQL plugin.
 */
export function registerGraphql(strapi: Core.Strapi): void {
  const extension = graphqlExtension(strapi);
  if (extension === null) return;
  const rooms = roomsOf(strapi);
  for (const uid of WITHOUT_SHADOW_CRUD) extension.shadowCRUD(uid).disable();
  for (const field of SERVER_FIELDS) extension.shadowCRUD(UID.article).field(field).disableInput();
  // Strapi would make it JSON: the summaries have types of their own, in their room.
  extension.shadowCRUD(UID.article).field('summaries').disable();
  // Readers come to summaries through their article.
  const summary = extension.shadowCRUD(UID.summary).disableQueries();
  for (const field of SUMMARY_SERVER_FIELDS) summary.field(field).disable();
  extension.shadowCRUD(UID.topic).disableMutations();

  extension.use(
    joined([
      {
        resolversConfig: Object.fromEntries(
          [...Object.keys(QUERIED), ...OF_ARTICLES].map((path) => [
            path,
            {
              middlewares: [
                ...(QUERIED[path] ? [guardQuery(strapi, QUERIED[path])] : []),
                ...(OF_ARTICLES.includes(path) ? [inTurn] : []),
              ],
            },
          ])
        ),
      },
      ratingGraphql(rooms),
      commentGraphql(rooms),
      postGraphql(rooms),
      noticeGraphql(rooms),
      claimGraphql(rooms),
      searchGraphql(rooms),
      summaryGraphql(strapi),
    ])
  );
  configureApollo(strapi);
}
