import type { Core } from '@strapi/strapi';
import DataLoader from 'dataloader';
import { RANKINGS, type PostView, type SummaryView } from '../../../../shared/contracts/posts';
import { LIMITS } from '../../../../shared/limits';
import { readablePost, type ReadAccess } from '../../../../shared/readable-parts';
import { ACTION } from '../../../../shared/permissions';
import {
  needs,
  perRequest,
  type GraphqlContext,
  type GraphqlPart,
} from '../../platform/graphql/extension';
import { cardNode, pageNode } from '../../platform/graphql/nodes';
import { notFound } from '../../platform/errors';
import { decodeChoice, decodeLimit } from '../../platform/http/pagination';
import { services } from '../../common/services';
import type { DocumentId } from '../../platform/strapi/uids';
import { bestByLanguage, languagesOf } from '../../platform/text/language';
import { htmlInTurn } from '../../platform/text/markdown/kept';

const typeDefs = `
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

const postNode = (post: PostView, access: ReadAccess) => {
  const { comments, rating, ...rest } = readablePost(post, access);
  return {
    ...rest,
    rating: rating && { ...rating, articleId: rest.article.documentId },
    comments: comments && pageNode(comments),
  };
};

/** Whole pages and rankings over GraphQL, on the same services as REST. */
export function deliveryGraphql(strapi: Core.Strapi): GraphqlPart {
  const summaryLoader = perRequest(
    () =>
      new DataLoader<DocumentId, SummaryView[]>(async (ids) => {
        const found = await services(strapi).posts.summaries([...ids]);
        return ids.map((id) => found.get(id) ?? []);
      })
  );
  const asked = (lang: string | null | undefined, { koaContext }: GraphqlContext): string[] =>
    languagesOf(lang, koaContext.get('accept-language'));

  return {
    typeDefs,
    resolvers: {
      AnalysisArticle: {
        bodyHtml: ({ body, originalLink }: { body: string | null; originalLink: string | null }) =>
          htmlInTurn(body ?? '', originalLink),
        async summary(
          { documentId, language }: { documentId: DocumentId; language: string | null },
          { lang }: { lang?: string },
          context
        ) {
          const languages = asked(lang, context);
          const all = await summaryLoader(context).load(documentId);
          return bestByLanguage(all, languages, language ?? '');
        },
      },
      Query: {
        async analysisPost(
          _parent,
          { slug, lang }: { slug: string; lang?: string },
          context: GraphqlContext
        ) {
          const { posts } = services(strapi);
          const languages = asked(lang, context);
          const found = await posts.page(slug, languages);
          const at = found.kind === 'moved' ? await posts.page(found.slug, languages) : found;
          if (at.kind !== 'post') throw notFound('Post');
          return postNode(at.post, await services(strapi).access.visibleParts(context.koaContext));
        },
        async analysisRankings(
          _parent,
          args: { by?: string; days?: number; limit?: number; lang?: string },
          context: GraphqlContext
        ) {
          const cards = await services(strapi).posts.rankings({
            by: decodeChoice(args.by, RANKINGS, 'score', 'by'),
            days: args.days == null ? null : decodeLimit(args.days, DAYS, 'days'),
            limit: decodeLimit(args.limit, LIMITS.list),
            languages: asked(args.lang, context),
          });
          const sees = await services(strapi).access.visibleParts(context.koaContext);
          return cards.map((card) => cardNode(card, sees));
        },
      },
    },
    resolversConfig: {
      'AnalysisArticle.summary': needs(ACTION.summaryFind),
      'Query.analysisPost': needs(ACTION.postFindOne),
      'Query.analysisRankings': needs(ACTION.rankingFind),
    },
  };
}

const DAYS = { default: LIMITS.rankingDays.max, max: LIMITS.rankingDays.max };
