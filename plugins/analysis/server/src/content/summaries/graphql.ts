import type { Core } from '@strapi/strapi';
import DataLoader from 'dataloader';
import { ACTION } from '../../../../shared/permissions';
import {
  needs,
  perRequest,
  type GraphqlContext,
  type GraphqlPart,
} from '../../platform/graphql/extension';
import type { DocumentId } from '../../platform/strapi/uids';
import { findRowsOf, type Edition, type StoredSummary } from './store';

const typeDefs = `
  type AnalysisArticle {
    "In the order of their languages; at most ten"
    summaries: [AnalysisSummary!]!
  }

  "One summary, as its article carries it"
  input AnalysisArticleSummaryInput {
    "BCP 47"
    language: String
    text: String
  }

  input AnalysisArticleInput {
    "All of the article's summaries: what is left out is taken away"
    summaries: [AnalysisArticleSummaryInput!]
  }
`;

/** The summaries of articles, and how they are written with their article. */
export function summaryGraphql(strapi: Core.Strapi): GraphqlPart {
  const loaderOf = (edition: Edition) =>
    perRequest(
      () =>
        new DataLoader<DocumentId, StoredSummary[]>(async (articleIds) => {
          const rows = await findRowsOf(strapi, articleIds, edition);
          return articleIds.map((id) => rows.filter(({ articleId }) => articleId === id));
        })
    );
  const loaders = { draft: loaderOf('draft'), published: loaderOf('published') };

  return {
    typeDefs,
    resolvers: {
      AnalysisArticle: {
        summaries: (
          { documentId, publishedAt }: { documentId: DocumentId; publishedAt: unknown },
          _args,
          context: GraphqlContext
        ) => loaders[publishedAt === null ? 'draft' : 'published'](context).load(documentId),
      },
    },
    resolversConfig: { 'AnalysisArticle.summaries': needs(ACTION.summaryFind) },
  };
}
