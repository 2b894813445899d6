import { ingestInput, type PostPreview } from '../../../../shared/contracts/ingest';
import { draftOf, type Draft } from './rules';

/** What a draft is shown as before it is stored; what was not found is null. */
export const viewOf = ({ article, summaries }: Draft): PostPreview['post'] => ({
  title: article.title || null,
  language: article.language,
  body: article.body || null,
  originalLink: article.originalLink,
  sourceName: article.sourceName,
  sourcePublishedAt: article.sourcePublishedAt,
  summaries,
});

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Fields that are at fault, as a draft: an editor sees them beside their faults. */
export function sketchOf(fields: Record<string, unknown>): Draft {
  const summaries = Array.isArray(fields.summaries) ? (fields.summaries as object[]) : [];
  const empty = draftOf(ingestInput().parse({ title: 'none', body: 'none' }));
  return {
    topics: [],
    article: {
      ...empty.article,
      title: text(fields.title),
      language: text(fields.language) || null,
      body: text(fields.body),
      originalLink: text(fields.originalLink) || null,
    },
    summaries: summaries.map((each) => {
      const { language, text: words } = each as { language?: unknown; text?: unknown };
      return { language: text(language) || null, text: text(words) };
    }),
  };
}
