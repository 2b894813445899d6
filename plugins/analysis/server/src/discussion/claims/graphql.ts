import DataLoader from 'dataloader';
import type { CorrectionView } from '../../../../shared/contracts/claims';
import { ACTION } from '../../../../shared/permissions';
import {
  needs,
  perRequest,
  withoutNulls,
  type GraphqlContext,
  type GraphqlPart,
} from '../../platform/graphql/extension';
import type { Identity } from '../../audience/identity/api';
import type { Claims } from './api';
import type { DocumentId } from '../../platform/strapi/uids';

const typeDefs = `
  "What is true instead of a passage, and since when that stands there"
  type AnalysisCorrection {
    documentId: ID!
    quote: String!
    text: String!
    correctedAt: DateTime!
  }

  type AnalysisArticle {
    "Newest first; none while the article is not published"
    corrections: [AnalysisCorrection!]!
  }

  type AnalysisPost {
    "Newest first"
    corrections: [AnalysisCorrection!]!
  }

  type AnalysisPostCard {
    "Newest first"
    corrections: [AnalysisCorrection!]!
  }

  type Mutation {
    "Reports that a passage of the article is wrong. Leave homepage empty: it is of a field that people do not see"
    reportAnalysisClaim(
      articleId: ID!
      quote: String!
      note: String!
      source: String
      homepage: String
    ): Boolean!
  }
`;

interface ReportArgs {
  articleId: DocumentId;
  quote: string;
  note: string;
  source?: string;
  homepage?: string;
}

interface Rooms {
  claims: Claims;
  identity: Identity;
}

/** Reports and corrections over GraphQL; the corrections of a list are read together. */
export function claimGraphql({ claims, identity }: Rooms): GraphqlPart {
  const loader = perRequest(
    () =>
      new DataLoader<DocumentId, CorrectionView[]>(async (ids) => {
        const found = await claims.corrections([...ids]);
        return ids.map((id) => found.get(id) ?? []);
      })
  );

  const corrections = (
    { documentId }: { documentId: DocumentId },
    _args: unknown,
    context: GraphqlContext
  ) => loader(context).load(documentId);

  return {
    typeDefs,
    resolvers: {
      AnalysisArticle: { corrections },
      AnalysisPostCard: { corrections },
      Mutation: {
        async reportAnalysisClaim(
          _parent,
          { articleId, ...data }: ReportArgs,
          { koaContext }: GraphqlContext
        ) {
          const actor = identity.identify(koaContext);
          await claims.report(actor, articleId, withoutNulls(data));
          identity.sendVisitorToken(koaContext, actor);
          return true;
        },
      },
    },
    resolversConfig: {
      'Mutation.reportAnalysisClaim': needs(ACTION.claimCreate),
    },
  };
}
