/** Values of columns that Strapi checks nothing about: an enumeration is a string to the stores. */
interface InternalAttribute {
  type: 'boolean' | 'datetime' | 'float' | 'integer' | 'string' | 'text';
  default?: boolean | number | string;
  required?: boolean;
  private?: boolean;
}

/** The schema of a table that only stores of its room read and write. */
export interface InternalType {
  collectionName: string;
  info: { singularName: string; pluralName: string; displayName: string };
  attributes: Record<string, InternalAttribute>;
  indexes: readonly { name: string; columns: readonly string[]; type?: 'unique' }[];
}

/**
 * The content type of such a table: hidden in the admin, carried by `strapi export` and
 * `strapi transfer` like any other. GraphQL leaves it out (`graphql.ts`), and REST has no route.
 */
export const internalType = ({ attributes, ...schema }: InternalType) => ({
  kind: 'collectionType' as const,
  ...schema,
  // Each attribute by itself, whatever a schema shares: Strapi writes the column's name into it.
  attributes: Object.fromEntries(
    Object.entries(attributes).map(([name, each]) => [name, { ...each }])
  ),
  options: { draftAndPublish: false },
  pluginOptions: {
    'content-manager': { visible: false },
    'content-type-builder': { visible: false },
  },
});
