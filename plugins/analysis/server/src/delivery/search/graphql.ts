import type { SearchHit } from '../../../../shared/contracts/search';
import { LIMITS } from '../../../../shared/limits';
import type { VisibleParts } from '../../../../shared/visible-parts';
import { ACTION } from '../../../../shared/permissions';
import type { GraphqlContext, GraphqlPart } from '../../platform/graphql/extension';
import { cardNode } from '../../platform/graphql/nodes';
import { decodeLimit } from '../../platform/http/pagination';
import type { Identity } from '../../audience/identity/api';
import type { Access } from '../../audience/access/api';
import type { Search } from './api';
import { languagesOf } from '../../platform/text/language';

const typeDefs = `
  "Where a query was found"
  type AnalysisSnippet {
    "title, summary or body"
    field: String!
    "Of the text"
    language: String!
    "Everything is escaped but <mark>"
    html: String!
  }

  type AnalysisSearchHit {
    post: AnalysisPostCard!
    snippets: [AnalysisSnippet!]!
  }

  type AnalysisSearchPage {
    items: [AnalysisSearchHit!]!
    "Null on the last page"
    nextCursor: String
  }

  type Query {
    "Published posts that hold all words and \\"phrases\\" of q, the best first; the newest without q"
    analysisSearch(q: String, lang: String, limit: Int, cursor: String): AnalysisSearchPage!
    "Posts near another one, the nearest first"
    analysisRelatedPosts(slug: String!, limit: Int, lang: String): [AnalysisPostCard!]!
  }
`;

const hitNode = ({ snippets, ...card }: SearchHit, access: VisibleParts) => ({
  post: cardNode(card, access),
  snippets,
});

interface Rooms {
  access: Access;
  identity: Identity;
  search: Search;
}

/** Search and related posts over GraphQL, on the same services as REST. */
export const searchGraphql = ({ access, identity, search }: Rooms): GraphqlPart => ({
  typeDefs,
  resolvers: {
    Query: {
      async analysisSearch(
        _parent,
        args: { q?: string | null; lang?: string; limit?: number; cursor?: string },
        { koaContext }: GraphqlContext
      ) {
        const { items, nextCursor } = await search.find({
          q: args.q ?? null,
          limit: decodeLimit(args.limit, LIMITS.searchPage),
          cursor: args.cursor,
          network: identity.identify(koaContext).ipHash,
          languages: languagesOf(args.lang, koaContext.get('accept-language')),
        });
        const visible = await access.visibleParts(koaContext);
        return { items: items.map((hit) => hitNode(hit, visible)), nextCursor };
      },
      async analysisRelatedPosts(
        _parent,
        args: { slug: string; limit?: number; lang?: string },
        { koaContext }: GraphqlContext
      ) {
        const { items } = await search.related(args.slug, {
          limit: decodeLimit(args.limit, LIMITS.related),
          languages: languagesOf(args.lang, koaContext.get('accept-language')),
        });
        const visible = await access.visibleParts(koaContext);
        return items.map((card) => cardNode(card, visible));
      },
    },
  },
  resolversConfig: {
    'Query.analysisSearch': { auth: { scope: [ACTION.searchFind, ACTION.postFindOne] } },
    'Query.analysisRelatedPosts': { auth: { scope: [ACTION.relatedFind, ACTION.postFindOne] } },
  },
});
