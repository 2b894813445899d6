import type { Core } from '@strapi/strapi';
import type { GraphqlPart } from '../../platform/graphql/extension';
import { services } from '../../common/services';

const typeDefs = `
  type Mutation {
    "What a link in a mail is for: confirms an address, or stops all mail to it"
    settleAnalysisNotice(token: String!): String!
  }
`;

/** Links in mails, for frontends that show pages of their own. The token is the permission. */
export const noticeGraphql = (strapi: Core.Strapi): GraphqlPart => ({
  typeDefs,
  resolvers: {
    Mutation: {
      settleAnalysisNotice: async (_parent, { token }: { token: string }) =>
        (await services(strapi).notices.settle({ token })).done,
    },
  },
  resolversConfig: { 'Mutation.settleAnalysisNotice': { auth: false } },
});
