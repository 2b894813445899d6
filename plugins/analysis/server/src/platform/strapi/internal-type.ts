import type { Core } from '@strapi/strapi';
import { fromStrapi } from './from-strapi';

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

/** Actions that roles of the admin can be given. */
interface AdminActions {
  get(id: string): { subjects: string[] } | undefined;
  registerMany(actions: readonly object[]): Promise<unknown>;
}

export const adminActions = (strapi: Core.Strapi): AdminActions =>
  fromStrapi<{ actionProvider: AdminActions }>(strapi.service('admin::permission')).actionProvider;

/** Reads in the content manager. */
const EXPLORER_READ = 'plugin::content-manager.explorer.read';

/**
 * Takes internal types out of what the content manager may be asked to read. Strapi 5.54 registers
 * that permission for hidden types as well, and gives it to its own roles: editors would read
 * addresses and bans. Belongs to `bootstrap`, after the content manager's and before Strapi
 * compares the roles' permissions with those that are registered.
 * @param uids of the internal types
 * @throws Error when the permission is not registered: nothing could be kept out of it then
 */
export function forbidReading(strapi: Core.Strapi, uids: readonly string[]): void {
  const read = adminActions(strapi).get(EXPLORER_READ);
  if (read === undefined) throw new Error(`${EXPLORER_READ} is not registered`);
  read.subjects = read.subjects.filter((subject) => !uids.includes(subject));
}
