import type { Core } from '@strapi/strapi';
import { SERVER_FIELDS } from './articles/rules';
import { claimGraphql } from './claims/graphql';
import { internalUid } from './common/internal-type';
import { internalTypes } from './content-types';
import { commentGraphql } from './comments/graphql';
import { assertMayReadDrafts } from './common/core-controller';
import { limitRootFields } from './common/graphql-limits';
import { graphqlExtension, joined, type FieldMiddleware } from './common/graphql';
import { UID } from './common/uids';
import { deliveryGraphql } from './delivery/graphql';
import { noticeGraphql } from './notices/graphql';
import { ratingGraphql } from './ratings/graphql';
import { searchGraphql } from './search/graphql';
import { summaryGraphql } from './summaries/graphql';

/** Types that no generic query or mutation may reach: their services are the only way. */
const OWN_DOORS = [UID.rating, UID.comment, ...Object.keys(internalTypes).map(internalUid)];

/** Fields of summaries that hooks write. */
const SUMMARY_SERVER_FIELDS = ['articleId', 'edition'];

/** Drafts are for API tokens; below the top, Strapi's schema has no argument for them. */
const guardStatus: FieldMiddleware = (next, parent, args, context, info) => {
  assertMayReadDrafts(args, context.state.auth);
  return next(parent, args, context, info);
};

const STATUS_GUARD = { middlewares: [guardStatus] };
const WITH_STATUS = [
  'Query.analysisArticle',
  'Query.analysisArticles',
  'Query.analysisArticles_connection',
];

/**
 * Makes the plugin's GraphQL schema: Strapi's own for articles, summaries and topics without
 * what is private, and the rooms' parts. Does nothing where there is no GraphQL plugin.
 */
export function registerGraphql(strapi: Core.Strapi): void {
  const extension = graphqlExtension(strapi);
  if (extension === null) return;
  for (const uid of OWN_DOORS) extension.shadowCRUD(uid).disable();
  for (const field of SERVER_FIELDS) extension.shadowCRUD(UID.article).field(field).disableInput();
  // Strapi would make it JSON: the summaries have types of their own, in their room.
  extension.shadowCRUD(UID.article).field('summaries').disable();
  // Readers come to summaries through their article.
  const summary = extension.shadowCRUD(UID.summary).disableQueries();
  for (const field of SUMMARY_SERVER_FIELDS) summary.field(field).disable();
  extension.shadowCRUD(UID.topic).disableMutations();

  extension.use(
    joined([
      { resolversConfig: Object.fromEntries(WITH_STATUS.map((path) => [path, STATUS_GUARD])) },
      ratingGraphql(strapi),
      commentGraphql(strapi),
      deliveryGraphql(strapi),
      noticeGraphql(strapi),
      claimGraphql(strapi),
      searchGraphql(strapi),
      summaryGraphql(strapi),
    ])
  );
  limitRootFields(strapi);
}
