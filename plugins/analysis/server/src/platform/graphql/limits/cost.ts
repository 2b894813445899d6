import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLOutputType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
  ValueNode,
} from 'graphql';
import { isRecord } from '../../../../../shared/is-record';

/** What one operation may cost: a field that is only read costs one, for each time it is shown. */
export const MAX_COST = 10_000;

/** Items of a list, where the operation does not say. */
const LIMIT = { default: 25, max: 100 };

/**
 * Fields that cost more than to read a value: searches, queries of their own, rendering. By the
 * time that they took with 1,000 posts, of which 10,000 is 50 ms.
 */
const WEIGHTS: Readonly<Record<string, number>> = {
  'Query.analysisSearch': 2_000,
  'Query.analysisRelatedPosts': 3_000,
  'Query.analysisPost': 600,
  'Query.analysisRankings': 400,
  'Query.analysisReplies': 400,
  'Query.analysisArticles': 400,
  'Query.analysisArticles_connection': 400,
  'AnalysisArticle.bodyHtml': 20,
  // Strapi asks the database for each article.
  'AnalysisArticle.topics': 100,
  'AnalysisArticle.topics_connection': 150,
  'AnalysisArticle.cover': 100,
  'UploadFile.related': 200,
};
/** Objects that take more than their fields to be made. */
const OBJECTS: Readonly<Record<string, number>> = {
  AnalysisArticle: 40,
  AnalysisPostCard: 35,
  AnalysisCommentThread: 5,
};
/** A write, which has a transaction of its own. */
const WRITE = 500;
/** Of the schema itself, which Apollo does not tell in production. */
const INTROSPECTION = 3_000;

/** Most items of lists that take no limit. */
const LENGTHS: Readonly<Record<string, number>> = {
  'AnalysisCommentThread.replies': 20,
  // All replies of a thread are counted with the thread.
  'AnalysisCommentNode.replies': 1,
  'AnalysisSearchHit.snippets': 3,
};
const LENGTH = 10;

type Variables = Readonly<Record<string, unknown>>;

/** The part of a GraphQL type that has fields. */
interface TypeWithFields {
  name: string;
  getFields?: () => Record<string, Field | undefined>;
}
interface Field {
  type: GraphQLOutputType;
  args: readonly { name: string }[];
}

/** What is read of types; `graphql` has a class for each kind of them. */
const fieldsOf = (type: unknown): TypeWithFields => type as TypeWithFields;

/** The type at the end of `[Type!]!`, and whether there is a list on the way. */
function unwrap(type: GraphQLOutputType): { named: TypeWithFields; isList: boolean } {
  let named: unknown = type;
  while (isRecord(named) && isRecord(named.ofType)) named = named.ofType;
  return { named: fieldsOf(named), isList: String(type).startsWith('[') };
}

/** Computes what each fragment costs once. */
class Estimate {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly known = new Map<string, number>();
  private variables: Variables = {};

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly given: Variables
  ) {
    for (const definition of document.definitions) {
      if (definition.kind === 'FragmentDefinition') {
        this.fragments.set(definition.name.value, definition);
      }
    }
  }

  of(operation: OperationDefinitionNode): number {
    this.variables = this.valuesOf(operation);
    const root =
      operation.operation === 'mutation'
        ? this.schema.getMutationType()
        : this.schema.getQueryType();
    return root ? this.selections(operation.selectionSet, fieldsOf(root), false) : 0;
  }

  /** @param paged whether the list below has the length that the field above was asked for */
  private selections(set: SelectionSetNode, type: TypeWithFields, paged: boolean): number {
    return set.selections.reduce((sum, selection) => {
      if (selection.kind === 'Field') return sum + this.field(selection, type, paged);
      if (selection.kind === 'FragmentSpread') {
        return sum + this.fragment(selection.name.value, paged);
      }
      const on = selection.typeCondition && this.typeOf(selection.typeCondition.name.value);
      return sum + this.selections(selection.selectionSet, on || type, paged);
    }, 0);
  }

  private typeOf = (name: string) => fieldsOf(this.schema.getType(name));

  private fragment(name: string, paged: boolean): number {
    const key = `${name} ${paged}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const fragment = this.fragments.get(name);
    if (fragment === undefined) return 0;
    const type = this.typeOf(fragment.typeCondition.name.value);
    const cost = this.selections(fragment.selectionSet, type, paged);
    this.known.set(key, cost);
    return cost;
  }

  private field(node: FieldNode, parent: TypeWithFields, paged: boolean): number {
    const { value: name } = node.name;
    if (name.startsWith('__')) return name === '__typename' ? 1 : INTROSPECTION;
    const place = `${parent.name}.${name}`;
    const own = WEIGHTS[place] ?? (parent.name === 'Mutation' ? WRITE : 1);
    const definition = parent.getFields?.()[name];
    if (!node.selectionSet || definition === undefined) return own;
    const { named, isList } = unwrap(definition.type);
    const limit = this.limitOf(node, definition);
    const length = limit ?? (isList && !paged ? (LENGTHS[place] ?? LENGTH) : 1);
    const below = this.selections(node.selectionSet, named, limit !== null && !isList);
    return own + length * ((OBJECTS[named.name] ?? 0) + below);
  }

  /** How many items a field is asked for; null where it takes no limit. */
  private limitOf({ arguments: given = [] }: FieldNode, { args }: Field): number | null {
    const takes = args.find(({ name }) => name === 'limit' || name === 'pagination')?.name;
    if (takes === undefined) return null;
    const value = this.valueOf(given.find(({ name }) => name.value === takes)?.value);
    const page = (typeof value === 'object' ? value : {}) as Record<string, unknown> | null;
    const asked =
      value === undefined || value === null || typeof value === 'object'
        ? (page?.limit ?? page?.pageSize ?? LIMIT.default)
        : value;
    // What is no amount is refused by the field, or cut to the most that there is.
    return typeof asked === 'number' && asked >= 1 ? Math.min(asked, LIMIT.max) : LIMIT.max;
  }

  private valueOf(node: ValueNode | undefined): unknown {
    if (node?.kind === 'Variable') return this.variables[node.name.value];
    if (node?.kind === 'IntValue') return Number(node.value);
    if (node?.kind !== 'ObjectValue') return undefined;
    return Object.fromEntries(
      node.fields.map(({ name, value }) => [name.value, this.valueOf(value)])
    );
  }

  /** The values of an operation's variables: those given, and the defaults of the others. */
  private valuesOf({ variableDefinitions = [] }: OperationDefinitionNode): Variables {
    const defaults = variableDefinitions.map(({ variable, defaultValue }): [string, unknown] => [
      variable.name.value,
      this.valueOf(defaultValue),
    ]);
    return { ...Object.fromEntries(defaults), ...this.given };
  }
}

/**
 * What an operation may cost at most: its fields, times the items that its lists are asked for,
 * computed with the variables it comes with. Of a document that was validated; linear in it.
 */
export const costOf = (
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables
): number => new Estimate(schema, document, variables).of(operation);
