import type { Core } from '@strapi/strapi';
import { fromStrapi } from '../../platform/strapi/from-strapi';
import { contentTypesOf, type Configuration } from '../../platform/strapi/content-manager-config';
import { runOnce } from '../../platform/strapi/run-once';
import { UID } from '../../platform/strapi/uids';

type Rows = { name: string; size: number }[][];

const FIELD = 'summaries';
const WHOLE_ROW = 12;

/** The form with the summaries in a row of their own, right under the article's text. */
export function withSummariesRow(edit: Rows): Rows {
  const others = edit
    .map((row) => row.filter(({ name }) => name !== FIELD))
    .filter((row) => row.length > 0);
  const body = others.findIndex((row) => row.some(({ name }) => name === 'body'));
  const at = body < 0 ? others.length : body + 1;
  return [...others.slice(0, at), [{ name: FIELD, size: WHOLE_ROW }], ...others.slice(at)];
}

/** Placeholders of earlier versions that look like values. */
const FORMER_PLACEHOLDERS: Record<string, string> = { language: 'en', originalLink: 'https://' };

function withoutPlaceholders(metadatas: Configuration['metadatas']): Configuration['metadatas'] {
  const changed = Object.entries(FORMER_PLACEHOLDERS).flatMap(([field, placeholder]) => {
    const found = metadatas[field];
    return found?.edit.placeholder === placeholder
      ? [[field, { ...found, edit: { ...found.edit, placeholder: '' } }] as const]
      : [];
  });
  return { ...metadatas, ...Object.fromEntries(changed) };
}

/**
 * Brings an article's form that an earlier version stored to where the summaries are a field of
 * the article, once. Strapi keeps a stored form as it is: the summaries would stay half a row
 * wide beside the topics.
 */
export async function arrangeArticleFormOnce(strapi: Core.Strapi): Promise<void> {
  await runOnce(strapi, 'article-form', async () => {
    const types = contentTypesOf(strapi);
    const { settings, layouts, metadatas } = await types.findConfiguration({ uid: UID.article });
    const { edit, ...rest } = fromStrapi<{ edit: Rows }>(layouts);
    await types.updateConfiguration(
      { uid: UID.article },
      {
        settings,
        layouts: { ...rest, edit: withSummariesRow(edit) },
        metadatas: withoutPlaceholders(metadatas),
      }
    );
  });
}
