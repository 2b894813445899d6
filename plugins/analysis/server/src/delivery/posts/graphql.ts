import DataLoader from 'dataloader';
import { RANKINGS, type PostView, type SummaryView } from '../../../../shared/contracts/posts';
import { LIMITS } from '../../../../shared/limits';
import { visiblePost, type VisibleParts } from '../../../../shared/visible-parts';
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
import type { Access } from '../../audience/access/api';
import type { Posts } from './api';
import { typeDefs } from './graphql-types';
import type { DocumentId } from '../../platform/strapi/uids';
import { bestByLanguage, languagesOf } from '../../platform/text/language';
import { queuedHtml } from '../../platform/text/markdown/cached-html';

const postNode = (post: PostView, access: VisibleParts) => {
  const { comments, rating, ...rest } = visiblePost(post, access);
  return {
    ...rest,
    rating: rating && { ...rating, articleId: rest.article.documentId },
    comments: comments && pageNode(comments),
  };
};

interface Rooms {
  access: Access;
  posts: Posts;
}

const DAYS = { default: LIMITS.rankingDays.max, max: LIMITS.rankingDays.max };

const asked = (lang: string | null | undefined, { koaContext }: GraphqlContext): string[] =>
  languagesOf(lang, koaContext.get('accept-language'));

/** Whole pages and rankings over GraphQL, on the same services as REST. */
export function postGraphql({ access, posts }: Rooms): GraphqlPart {
  const summaryLoader = perRequest(
    () =>
      new DataLoader<DocumentId, SummaryView[]>(async (ids) => {
        const found = await posts.summaries([...ids]);
        return ids.map((id) => found.get(id) ?? []);
      })
  );

  return {
    typeDefs,
    resolvers: {
      AnalysisArticle: {
        bodyHtml: ({ body, originalLink }: { body: string | null; originalLink: string | null }) =>
          queuedHtml(body ?? '', originalLink),
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
          const languages = asked(lang, context);
          const found = await posts.read(slug, languages);
          const at = found.kind === 'moved' ? await posts.read(found.slug, languages) : found;
          if (at.kind !== 'post') throw notFound('Post');
          return postNode(at.post, await access.visibleParts(context.koaContext));
        },
        async analysisRankings(
          _parent,
          args: { by?: string; days?: number; limit?: number; lang?: string },
          context: GraphqlContext
        ) {
          const cards = await posts.rankings({
            by: decodeChoice(args.by, RANKINGS, 'score', 'by'),
            days: args.days == null ? null : decodeLimit(args.days, DAYS, 'days'),
            limit: decodeLimit(args.limit, LIMITS.list),
            languages: asked(args.lang, context),
          });
          const visible = await access.visibleParts(context.koaContext);
          return cards.map((card) => cardNode(card, visible));
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
