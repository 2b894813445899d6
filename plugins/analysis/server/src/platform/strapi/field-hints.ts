import type { Core } from '@strapi/strapi';
import type { EditorView, FieldHints } from './content-manager-config';
import { onceInALife } from './run-once';

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
  strapi.plugin('content-manager').service('content-types') as unknown as ContentTypes;

/** Whether someone, or an earlier version, gave one of the fields a hint already. */
const isTouched = ({ metadatas }: Configuration, hints: FieldHints): boolean =>
  Object.keys(hints).some((field) => {
    const { description, placeholder, editable } = metadatas[field]?.edit ?? {};
    return Boolean(description) || Boolean(placeholder) || editable === false;
  });

function withHints({ settings, layouts, metadatas }: Configuration, hints: FieldHints) {
  const hinted = Object.entries(hints).map(([field, { edit }]) => {
    const { edit: before = {}, list = {} } = metadatas[field] ?? {};
    return [field, { edit: { ...before, ...edit }, list }] as const;
  });
  return { settings, layouts, metadatas: { ...metadatas, ...Object.fromEntries(hinted) } };
}

/**
 * Gives the forms of the content manager their descriptions, placeholders and read-only fields,
 * once; editors may change them afterwards. In the schema's `config`, where they would belong,
 * the content manager validates every field of every type by them at each start: 20 ms of it.
 * Belongs to `bootstrap`, when it has made its own defaults.
 * @param views by uid
 */
export async function addFieldHintsOnce(
  strapi: Core.Strapi,
  views: Record<string, EditorView>
): Promise<void> {
  await onceInALife(strapi, 'field-hints', async () => {
    const types = contentTypesOf(strapi);
    for (const [uid, { metadatas: hints }] of Object.entries(views)) {
      const configuration = await types.findConfiguration({ uid });
      if (isTouched(configuration, hints)) continue;
      await types.updateConfiguration({ uid }, withHints(configuration, hints));
    }
  });
}
