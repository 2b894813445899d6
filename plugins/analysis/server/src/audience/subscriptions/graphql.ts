import type { GraphqlPart } from '../../platform/graphql/extension';
import type { Subscriptions } from './api';

const typeDefs = `
  type Mutation {
    "What a link in a mail is for: confirms an address, or stops all mail to it"
    settleAnalysisNotice(token: String!): String!
  }
`;

/** Links in mails, for frontends that show pages of their own. The token is the permission. */
export const noticeGraphql = ({
  subscriptions,
}: {
  subscriptions: Subscriptions;
}): GraphqlPart => ({
  typeDefs,
  resolvers: {
    Mutation: {
      settleAnalysisNotice: async (_parent, { token }: { token: string }) =>
        (await subscriptions.confirmOrStop({ token })).done,
    },
  },
  resolversConfig: { 'Mutation.settleAnalysisNotice': { auth: false } },
});
