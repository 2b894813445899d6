import type { Core } from '@strapi/strapi';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { costOf, MAX_COST } from './cost';
import { beyond, SHAPE, shapeRefusal, variablesRefusal, type Refusal } from './shape';

/** The parts of Apollo's request context that are read; its package is the GraphQL plugin's. */
interface RequestContext {
  schema: GraphQLSchema;
  request: { query?: string; variables?: Record<string, unknown>; extensions?: unknown };
  document?: DocumentNode;
  operation?: OperationDefinitionNode;
}

/** Answered with 400; Apollo makes a GraphQLError of its own library of it. */
const errorOf = ({ code, message }: Refusal): Error =>
  Object.assign(new Error(message), { extensions: { code, http: { status: 400 } } });

const HARMLESS = '{ __typename }';

/** A document that stands in for a refused one until Apollo asks whether it may be executed. */
const standIn = (): DocumentNode =>
  ({
    kind: 'Document' as DocumentNode['kind'] & 'Document',
    definitions: [
      {
        kind: 'OperationDefinition',
        operation: 'query',
        selectionSet: {
          kind: 'SelectionSet',
          selections: [{ kind: 'Field', name: { kind: 'Name', value: '__typename' } }],
        },
      },
    ],
  }) as never;

/** Refused documents by what stands in for them: Apollo keeps that under the query's hash. */
const refused = new WeakMap<DocumentNode, Refusal>();

function costRefusal({ schema, document, operation, request }: RequestContext): Refusal | null {
  if (!document || !operation) return null;
  const cost = costOf(schema, document, operation, request.variables ?? {});
  return cost <= MAX_COST
    ? null
    : {
        code: 'OPERATION_LIMIT_EXCEEDED',
        message:
          `A GraphQL request may cost at most ${MAX_COST}, not ${cost}: ` +
          'ask for fewer fields, or for smaller pages of lists',
      };
}

/** What comes before the text is parsed. */
const requestRefusal = ({ query = '', variables }: RequestContext['request']): Refusal | null =>
  query.length > SHAPE.text
    ? beyond('characters of text', SHAPE.text)
    : variablesRefusal(variables);

/**
 * An Apollo plugin that refuses what costs more than it is worth, each thing before the work that
 * it bounds. Apollo answers an error that a hook throws before `didResolveOperation` with 500: so
 * what is refused earlier is replaced by what costs nothing, and refused there.
 */
const limits = {
  async requestDidStart({ request }: RequestContext) {
    const early = requestRefusal(request);
    if (early !== null) {
      request.query = HARMLESS;
      request.variables = {};
      request.extensions = undefined;
    }
    return {
      async validationDidStart(context: RequestContext) {
        const refusal = shapeRefusal(context.document as DocumentNode);
        if (refusal === null) return;
        context.document = standIn();
        refused.set(context.document, refusal);
      },
      async didResolveOperation(context: RequestContext) {
        const refusal =
          early ?? refused.get(context.document as DocumentNode) ?? costRefusal(context);
        if (refusal !== null) throw errorOf(refusal);
      },
    };
  },
};

/**
 * Bounds what one GraphQL request costs; Strapi itself limits the depth and the length of lists. And
 * leaves the origins to the application's `strapi::cors`: the GraphQL plugin's own middleware comes
 * after it and answers `*` to all of them. What the application sets for Apollo stays.
 */
export function configureApollo(strapi: Core.Strapi): void {
  const key = 'plugin::graphql.apolloServer';
  const configured = strapi.config.get<{ plugins?: unknown[]; parseOptions?: object }>(key, {});
  strapi.config.set(key, {
    cors: false,
    ...configured,
    plugins: [...(configured.plugins ?? []), limits],
    parseOptions: { maxTokens: SHAPE.tokens, ...configured.parseOptions },
  });
}
