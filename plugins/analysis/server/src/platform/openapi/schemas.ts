import { z } from 'zod';
import { inputs, views } from '../../../../shared/contracts/named-schemas';

export type Schema = { [keyword: string]: unknown };

const COMPONENTS = '#/components/schemas/';
/** Names of schemas that only one operation has; they are put where they are used. */
const INLINE = 'inline:';

/** Bounds that zod gives every whole number, which say nothing here. */
const ANY_INTEGER = [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];

const isSchema = (value: unknown): value is Schema =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** `anyOf: [{ type: 'string' }, { type: 'null' }]` is shorter as `type: ['string', 'null']`. */
function withNull({ anyOf, ...rest }: Schema): Schema | null {
  if (!Array.isArray(anyOf) || anyOf.length !== 2) return null;
  const [value, nothing] = anyOf as [Schema, Schema];
  if (nothing.type !== 'null' || typeof value.type !== 'string') return null;
  if ('const' in value || 'enum' in value) return null;
  return { ...value, type: [value.type, 'null'], ...rest };
}

/** Leaves out what zod writes for validators and a person would stumble over. */
function tidy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tidy);
  if (!isSchema(value)) return value;
  const made: Schema = {};
  for (const [key, each] of Object.entries(value)) {
    if (key === '$schema' || key === '$id') continue;
    if ((key === 'minimum' || key === 'maximum') && ANY_INTEGER.includes(each as number)) continue;
    if (key === 'pattern' && value.format === 'date-time') continue;
    if (key === 'propertyNames' && (each as Schema).type === 'string') continue;
    made[key] = tidy(each);
  }
  return withNull(made) ?? made;
}

/** Collects the schemas of one direction and turns them all into JSON Schema at once. */
class Direction {
  readonly #registry = z.registry<{ id: string }>();
  #inline = 0;

  constructor(
    readonly io: 'input' | 'output',
    named: typeof views
  ) {
    for (const [schema, id] of named) this.#registry.add(schema, { id });
  }

  /** The name under which the schema will be found. */
  idOf(schema: z.ZodType): string {
    const known = this.#registry.get(schema)?.id;
    if (known !== undefined) return known;
    const id = `${INLINE}${(this.#inline += 1)}`;
    this.#registry.add(schema, { id });
    return id;
  }

  convert(): Record<string, Schema> {
    const { schemas } = z.toJSONSchema(this.#registry, {
      io: this.io,
      uri: (id) => `${COMPONENTS}${id}`,
      override({ zodSchema, jsonSchema }) {
        // JSON has no dates; zod would refuse to describe one.
        if (zodSchema._zod.def.type === 'date') {
          Object.assign(jsonSchema, { type: 'string', format: 'date-time' });
        }
      },
      unrepresentable: 'any',
    });
    return tidy(schemas) as Record<string, Schema>;
  }
}

/** Schemas of a document: asked for one by one, made all at once, then looked up. */
export class Schemas {
  readonly #input = new Direction('input', inputs);
  readonly #output = new Direction('output', views);
  #made: Record<'input' | 'output', Record<string, Schema>> | null = null;

  /** A function that gives the schema, or a reference to it, once `components` was asked for. */
  of(schema: z.ZodType, io: 'input' | 'output'): () => Schema {
    const id = (io === 'input' ? this.#input : this.#output).idOf(schema);
    return () => {
      if (!id.startsWith(INLINE)) return { $ref: `${COMPONENTS}${id}` };
      const found = this.#made?.[io][id];
      if (found === undefined) throw new Error(`${id} is not made yet`);
      return found;
    };
  }

  /** `components.schemas`, by name. */
  components(): Record<string, Schema> {
    this.#made = { input: this.#input.convert(), output: this.#output.convert() };
    const named = [...Object.entries(this.#made.output), ...Object.entries(this.#made.input)]
      .filter(([id]) => !id.startsWith(INLINE))
      .sort(([left], [right]) => (left < right ? -1 : 1));
    return Object.fromEntries(named);
  }
}
