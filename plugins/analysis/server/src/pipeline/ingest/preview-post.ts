import { sameAsBodyFaults } from '../../../../shared/summaries';
import { ingestInput, type PostPreview } from '../../../../shared/contracts/ingest';
import type { Fault } from '../../../../shared/faults';
import { inTransaction } from '../../platform/database/connection';
import type { IngestDeps } from './deps';
import { findArticle } from './find-article';
import { readPost, type Post } from './read-post';
import {
  decide,
  draftOf,
  publishWarnings,
  summaryFaults,
  withLanguages,
  type Draft,
} from './rules';
import { findDraft } from './store';

/** Says what ingesting a post would make of it. Nothing is stored, and faults are listed. */
export const previewPost =
  (deps: IngestDeps) =>
  async (post: Post): Promise<PostPreview> => {
    const { stats, strapi } = deps;
    const { fields, input, faults, warnings } = await readPost(post);
    const read = await withLanguages(input === null ? sketchOf(fields) : draftOf(input));
    const { draft } = read;
    const articleId = input === null ? null : await findArticle(deps, draft);
    const present = articleId === null ? null : await findDraft(strapi, articleId);
    const mark =
      articleId === null
        ? null
        : await inTransaction(strapi, (trx) => stats.ingestedMark(trx, articleId));
    return {
      post: viewOf(draft),
      faults: [...faults, ...(input === null ? [] : draftFaults(draft))],
      warnings: [...warnings, ...read.warnings, ...publishWarnings(draft)],
      outcome: present === null ? 'created' : decide(draft, present, mark, false),
      documentId: present === null ? null : articleId,
    };
  };

/** What its article would refuse a draft for. */
const draftFaults = (draft: Draft): Fault[] => [
  ...summaryFaults(draft),
  ...sameAsBodyFaults(draft.summaries, draft.article.body),
];

/** What a draft is shown as before it is stored; what was not found is null. */
const viewOf = ({ article, summaries }: Draft): PostPreview['post'] => ({
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
function sketchOf(fields: Record<string, unknown>): Draft {
  const summaries = Array.isArray(fields.summaries) ? (fields.summaries as object[]) : [];
  const empty = draftOf(ingestInput.parse({ title: 'none', body: 'none' }));
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
