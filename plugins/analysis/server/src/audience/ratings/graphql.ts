import DataLoader from 'dataloader';
import type { MyRatingView, RatingView } from '../../../../shared/contracts/ratings';
import { ACTION } from '../../../../shared/permissions';
import {
  needs,
  perRequest,
  type GraphqlPart,
  type GraphqlContext,
} from '../../platform/graphql/extension';
import type { Stats } from '../../content/stats/api';
import type { Identity } from '../identity/api';
import type { Ratings } from './api';
import type { DocumentId } from '../../platform/strapi/uids';

const typeDefs = `
  "The votes on an article"
  type AnalysisRating {
    "Number of votes"
    total: Int!
    "Mean of the votes, 0 when there are none"
    average: Float!
    "Bayesian average, by which rankings sort"
    score: Float!
    "Votes for one, two, three, four and five stars"
    histogram: [Int!]!
    "The caller's own vote"
    mine: Int
  }

  type AnalysisArticle {
    rating: AnalysisRating!
  }

  type Mutation {
    "Gives or changes the caller's vote, 1 to 5"
    rateAnalysisArticle(articleId: ID!, value: Int!): AnalysisRating!
    "Takes the caller's vote back"
    withdrawAnalysisRating(articleId: ID!): AnalysisRating!
  }
`;

interface Rooms {
  identity: Identity;
  ratings: Ratings;
  stats: Stats;
}

/** A rating on its way to GraphQL; `mine` is looked up only when it is asked for. */
export interface RatingParent extends RatingView {
  articleId: DocumentId;
  mine?: number | null;
}

/** Ratings over GraphQL, on the same services as REST; those of a list are read together. */
export function ratingGraphql({ identity, ratings, stats }: Rooms): GraphqlPart {
  const ratingLoader = perRequest(
    () =>
      new DataLoader<DocumentId, RatingView>(async (ids) => {
        const found = await stats.ratings([...ids]);
        return ids.map((id) => found(id));
      })
  );
  const mineLoader = perRequest(
    ({ koaContext }) =>
      new DataLoader<DocumentId, number | null>(async (ids) => {
        const found = await ratings.mine(identity.identify(koaContext), [...ids]);
        return ids.map((id) => found.get(id) ?? null);
      })
  );
  const parentOf = (articleId: DocumentId, view: MyRatingView): RatingParent => ({
    ...view,
    articleId,
  });

  return {
    typeDefs,
    resolvers: {
      AnalysisArticle: {
        rating: async ({ documentId }: { documentId: DocumentId }, _args, context) => ({
          ...(await ratingLoader(context).load(documentId)),
          articleId: documentId,
        }),
      },
      AnalysisRating: {
        histogram: ({ histogram }: RatingParent) => Object.values(histogram),
        mine: ({ articleId, mine }: RatingParent, _args, context) =>
          mine === undefined ? mineLoader(context).load(articleId) : mine,
      },
      Mutation: {
        async rateAnalysisArticle(
          _parent,
          { articleId, value }: { articleId: DocumentId; value: number },
          { koaContext }: GraphqlContext
        ) {
          const actor = identity.identify(koaContext);
          const view = await ratings.rate(actor, articleId, { value });
          identity.sendVisitorToken(koaContext, actor);
          return parentOf(articleId, view);
        },
        async withdrawAnalysisRating(
          _parent,
          { articleId }: { articleId: DocumentId },
          { koaContext }: GraphqlContext
        ) {
          const actor = identity.identify(koaContext);
          return parentOf(articleId, await ratings.withdraw(actor, articleId));
        },
      },
    },
    resolversConfig: {
      'AnalysisArticle.rating': needs(ACTION.ratingFind),
      'Mutation.rateAnalysisArticle': needs(ACTION.ratingRate),
      'Mutation.withdrawAnalysisRating': needs(ACTION.ratingWithdraw),
    },
  };
}
