import type { DocumentNode, FragmentDefinitionNode, SelectionSetNode } from 'graphql';
import { sizeBeyond } from '../../http/value-size';

/** Why an operation is refused, as GraphQL clients branch on it. */
export interface Refusal {
  code: 'OPERATION_LIMIT_EXCEEDED' | 'GRAPHQL_VALIDATION_FAILED';
  message: string;
}

/** The most that one request may hold. */
export const SHAPE = {
  /** Characters of the query's text; GraphiQL's introspection takes 1,700. */
  text: 20_000,
  /** Words, names and marks of it. */
  tokens: 3_000,
  aliases: 40,
  /** Definitions of fragments, and uses of them, inline ones included. */
  fragments: 40,
  spreads: 60,
  directives: 40,
  depth: 20,
  /** Fields at the top of an operation; each may cost what a whole REST request costs. */
  rootFields: 20,
  /** Fields of the document with every fragment written out where it is used. */
  fields: 500,
  /** Values in the variables, and their levels. */
  variables: { values: 2_000, depth: 16 },
} as const;

export const beyond = (what: string, max: number): Refusal => ({
  code: 'OPERATION_LIMIT_EXCEEDED',
  message: `A GraphQL request may hold at most ${max} ${what}`,
});
const invalid = (message: string): Refusal => ({ code: 'GRAPHQL_VALIDATION_FAILED', message });

/** A selection set as it is once all its fragments are written out. */
interface Extent {
  fields: number;
  rootFields: number;
  depth: number;
}

class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.message);
  }
}

/** Measures each fragment once, so that the time is linear in the document's length. */
class Measure {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly measured = new Map<string, Extent | 'open'>();
  private aliases = 0;
  private spreads = 0;
  private directives = 0;

  constructor(private readonly document: DocumentNode) {
    for (const definition of document.definitions) {
      if (definition.kind === 'FragmentDefinition') {
        this.fragments.set(definition.name.value, definition);
      }
    }
  }

  run(): void {
    this.most(this.fragments.size, SHAPE.fragments, 'fragments');
    let fields = 0;
    for (const definition of this.document.definitions) {
      if (definition.kind === 'FragmentDefinition') this.fragment(definition.name.value);
      if (definition.kind !== 'OperationDefinition') continue;
      this.directives += definition.directives?.length ?? 0;
      const extent = this.extentOf(definition.selectionSet);
      this.most(extent.rootFields, SHAPE.rootFields, 'fields at its top');
      fields += extent.fields;
    }
    this.most(fields, SHAPE.fields, 'fields, fragments written out');
  }

  private most(count: number, max: number, what: string): void {
    if (count > max) throw new Refused(beyond(what, max));
  }

  private extentOf({ selections }: SelectionSetNode): Extent {
    const whole: Extent = { fields: 0, rootFields: 0, depth: 0 };
    for (const selection of selections) {
      this.directives += selection.directives?.length ?? 0;
      this.most(this.directives, SHAPE.directives, 'directives');
      let part: Extent;
      if (selection.kind === 'Field') {
        if (selection.alias) this.aliases += 1;
        this.most(this.aliases, SHAPE.aliases, 'aliases');
        const below = selection.selectionSet ? this.extentOf(selection.selectionSet) : null;
        part = {
          fields: 1 + (below?.fields ?? 0),
          rootFields: 1,
          depth: 1 + (below?.depth ?? 0),
        };
      } else {
        this.spreads += 1;
        this.most(this.spreads, SHAPE.spreads, 'uses of fragments');
        part =
          selection.kind === 'InlineFragment'
            ? this.extentOf(selection.selectionSet)
            : this.fragment(selection.name.value);
      }
      whole.fields += part.fields;
      whole.rootFields += part.rootFields;
      whole.depth = Math.max(whole.depth, part.depth);
      this.most(whole.depth, SHAPE.depth, 'levels of fields');
      this.most(whole.fields, SHAPE.fields, 'fields, fragments written out');
    }
    return whole;
  }

  private fragment(name: string): Extent {
    const known = this.measured.get(name);
    if (known === 'open') throw new Refused(invalid(`Fragment "${name}" is spread within itself`));
    if (known !== undefined) return known;
    const definition = this.fragments.get(name);
    if (definition === undefined) throw new Refused(invalid(`Unknown fragment "${name}"`));
    this.measured.set(name, 'open');
    const extent = this.extentOf(definition.selectionSet);
    this.measured.set(name, extent);
    return extent;
  }
}

/**
 * Why a document is not even validated: graphql-js and Strapi's depth limit take time quadratic in
 * some counts, exponential in fragments that use each other, and fail on a fragment that uses
 * itself. Linear in the document.
 * @returns null for one that may be validated
 */
export function shapeRefusal(document: DocumentNode): Refusal | null {
  try {
    new Measure(document).run();
    return null;
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

/** Why variables are not read: coercing them recurses as deep as they are. */
export function variablesRefusal(variables: unknown): Refusal | null {
  const { values, depth } = SHAPE.variables;
  const beyondBy = sizeBeyond(variables, SHAPE.variables);
  if (beyondBy === null) return null;
  return beyondBy === 'values'
    ? beyond('values of variables', values)
    : beyond('levels of variables', depth);
}
