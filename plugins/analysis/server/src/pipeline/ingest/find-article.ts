import type { DocumentId } from '../../platform/strapi/uids';
import type { IngestDeps } from './deps';
import type { Draft } from './rules';
import { findDraft } from './store';

/** Which article a post is about, where it has no link: its title and language are the key. */
export const sourceKey = ({ article }: Draft): { title: string; language: string } => ({
  title: article.title,
  language: article.language ?? 'und',
});

/** Finds the article that has a post's link, or that came without one under the same title. */
export async function findArticle(
  { sources, strapi }: Pick<IngestDeps, 'sources' | 'strapi'>,
  draft: Draft
): Promise<DocumentId | null> {
  const { originalLink } = draft.article;
  const byUrl = originalLink === null ? null : await sources.findArticle({ url: originalLink });
  if (byUrl !== null) return byUrl;
  const byTitle = await sources.findArticle(sourceKey(draft));
  if (byTitle === null || originalLink === null) return byTitle;
  // It came without a link then, and brings it now; an article with another link is another.
  const found = await findDraft(strapi, byTitle);
  return found !== null && found.article.originalLink === null ? byTitle : null;
}
