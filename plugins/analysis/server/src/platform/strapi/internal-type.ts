import type { Core } from '@strapi/strapi';
import { createId } from '../security/hash';
import { PLUGIN } from './uids';

/** Values of columns that Strapi checks nothing about: an enumeration is a string to services. */
interface InternalAttribute {
  type: 'boolean' | 'datetime' | 'float' | 'integer' | 'string' | 'text';
  default?: boolean | number | string;
  required?: boolean;
  private?: boolean;
}

/** The schema of a table that only services read and write. */
export interface InternalType {
  collectionName: string;
  info: { singularName: string; pluralName: string; displayName: string };
  attributes: Record<string, InternalAttribute>;
  indexes: readonly { name: string; columns: readonly string[]; type?: 'unique' }[];
}

/** By singular name; `lifecycles` are hooks of the query layer. */
export type InternalTypes = Record<
  string,
  { schema: InternalType; lifecycles?: Record<string, () => void> }
>;

/** Uid of the one of that name. */
export const internalUid = (name: string): string => `${PLUGIN}.${name}`;

const HIDDEN = {
  'content-manager': { visible: false },
  'content-type-builder': { visible: false },
};

/** Each attribute by itself, whatever a schema shares: Strapi writes the column's name into it. */
const copied = (attributes: InternalType['attributes']) =>
  Object.fromEntries(Object.entries(attributes).map(([name, each]) => [name, { ...each }]));

/** What Strapi gives the rows of a content type, less the administrators who wrote them. */
const strapiColumns = () => ({
  createdAt: { type: 'datetime' },
  updatedAt: { type: 'datetime' },
  publishedAt: { type: 'datetime', default: () => new Date() },
});

/**
 * Makes the tables, as models of Strapi's database layer. At each start Strapi walks through all
 * content types many times over, and the content manager builds validation for every attribute,
 * hidden or not: for twelve tables that no editor sees, a twentieth of the whole start.
 * Has to run before the database is opened, in `register`.
 */
export function addInternalTables(strapi: Core.Strapi, types: InternalTypes): void {
  for (const [name, { schema, lifecycles = {} }] of Object.entries(types)) {
    const { collectionName, attributes, indexes } = schema;
    strapi.get('models').add({
      uid: internalUid(name),
      singularName: name,
      tableName: collectionName,
      attributes: {
        id: { type: 'increments' },
        documentId: { type: 'string', default: createId },
        ...copied(attributes),
        ...strapiColumns(),
      },
      indexes: [...indexes, { name: `${collectionName}_documents_idx`, columns: ['document_id'] }],
      lifecycles,
    });
  }
}

/**
 * Makes the tables known as content types, so that `strapi export` and `strapi transfer` carry
 * them. Belongs to `bootstrap`: by then Strapi has built what it builds for content types.
 */
export function addInternalTypes(strapi: Core.Strapi, types: InternalTypes): void {
  const registry = strapi.get('content-types');
  for (const [name, { schema }] of Object.entries(types)) {
    const options = { draftAndPublish: false };
    registry.add(PLUGIN, {
      [name]: { schema: { kind: 'collectionType', ...schema, options, pluginOptions: HIDDEN } },
    });
    // Relations that the tables have no columns for.
    registry.extend(
      internalUid(name),
      ({ attributes }: { attributes: Record<string, unknown> }) => {
        delete attributes.createdBy;
        delete attributes.updatedBy;
      }
    );
  }
}
