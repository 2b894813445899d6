import type { Core } from '@strapi/strapi';
import { fromStrapi } from './from-strapi';

/** What stands beside the fields of a form. */
export type FieldHints = Record<
  string,
  { edit: { description?: string; placeholder?: string; editable?: boolean; mainField?: string } }
>;

/**
 * How the content manager shows a content type on a fresh installation; editors may rearrange it
 * afterwards. Labels are translated in the admin (`admin/src/translations`).
 */
export interface EditorView {
  settings: {
    mainField: string;
    defaultSortBy: string;
    defaultSortOrder: 'ASC' | 'DESC';
    pageSize: number;
    searchable: boolean;
    filterable: boolean;
    bulkable: boolean;
  };
  layouts: { list: string[]; edit: { name: string; size: number }[][] };
  metadatas: FieldHints;
}

interface Schema {
  attributes: Record<string, { type: string; visible?: boolean; [more: string]: unknown }>;
}

export interface Shown {
  config: EditorView & { attributes: Record<string, { hidden: true }> };
}

/**
 * Adds to a schema how it is shown. Of attributes that are `visible: false` Strapi makes no field,
 * filter or permission, but would answer them to everyone who may read the type: they are hidden as
 * well, so that no answer of the admin has them, and taken out of the search (`_q`), which would
 * tell them letter by letter.
 */
export function withView<S extends Schema>(schema: S, view: EditorView): S & Shown {
  const named = Object.entries(schema.attributes);
  const hidden = named.filter(([, { visible }]) => visible === false).map(([name]) => name);
  return {
    ...schema,
    attributes: Object.fromEntries(
      named.map(([name, each]) =>
        hidden.includes(name) ? [name, { ...each, searchable: false }] : [name, each]
      )
    ),
    config: {
      ...view,
      attributes: Object.fromEntries(hidden.map((name) => [name, { hidden: true }])),
    },
  };
}

/** Builds rows of the edit form from `[name, columns of twelve]` pairs. */
export const rows = (...lines: [string, number][][]): { name: string; size: number }[][] =>
  lines.map((cells) => cells.map(([name, size]) => ({ name, size })));

/** Fields that only the server writes are shown, not edited. */
export const readOnly = (...names: string[]): EditorView['metadatas'] =>
  Object.fromEntries(names.map((name) => [name, { edit: { editable: false } }]));

/** List settings; the content manager wants all of them or none. */
export const listSettings = (
  own: Pick<EditorView['settings'], 'mainField' | 'defaultSortBy' | 'defaultSortOrder'>
): EditorView['settings'] => ({
  searchable: true,
  filterable: true,
  bulkable: true,
  pageSize: 20,
  ...own,
});

/** How the content manager shows one type, as its editors left it. */
export interface Configuration {
  settings: object;
  layouts: object;
  metadatas: Record<string, { edit: Record<string, unknown>; list: object }>;
}

/** What is used of the content manager's service of content types. */
interface ContentTypes {
  findConfiguration(type: { uid: string }): Promise<Configuration & { uid: string }>;
  updateConfiguration(type: { uid: string }, configuration: Configuration): Promise<unknown>;
}

/** The content manager's service by which forms and lists are arranged. */
export const contentTypesOf = (strapi: Core.Strapi): ContentTypes =>
  fromStrapi(strapi.plugin('content-manager').service('content-types'));
