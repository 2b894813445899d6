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
  /** Attributes that no answer of the admin holds, whatever someone may read. */
  attributes?: Record<string, { hidden: true }>;
}

/** What of it belongs into the schema's `config`; `addFieldHintsOnce` brings the hints. */
export const configOfView = ({ settings, layouts, attributes = {} }: EditorView) => ({
  settings,
  layouts,
  attributes,
});

/** Builds rows of the edit form from `[name, columns of twelve]` pairs. */
export const rows = (...lines: [string, number][][]): { name: string; size: number }[][] =>
  lines.map((cells) => cells.map(([name, size]) => ({ name, size })));

/** Fields that only the server writes are shown, not edited. */
export const readOnly = (...names: string[]): EditorView['metadatas'] =>
  Object.fromEntries(names.map((name) => [name, { edit: { editable: false } }]));

/**
 * Fields that say nothing to people. In the schema they are `visible: false`, so that Strapi makes
 * no field, filter or permission of them; without this it would answer them to everyone.
 */
export const hidden = (...names: string[]): NonNullable<EditorView['attributes']> =>
  Object.fromEntries(names.map((name) => [name, { hidden: true }]));

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
