import type { PostCard } from '../../../../shared/contracts/posts';
import { onConnection } from '../../platform/database/connection';
import { notFound } from '../../platform/errors';
import type { DocumentId } from '../../platform/strapi/uids';
import { isSlug } from '../../platform/text/slug/slug';
import type { SearchDeps } from './deps';
import { clientOf } from './index-store';
import {
  selectBase,
  selectBySource,
  selectByText,
  selectByTopics,
  selectCandidates,
  type Base,
} from './related-store';
import { relatedness, similarity, tellingWords } from './rules';

async function baseOf({ slugs, strapi }: SearchDeps, slug: string): Promise<Base> {
  if (!isSlug(slug)) throw notFound('Post');
  const base = await onConnection(strapi, (knex) => selectBase(knex, { slug }));
  if (base !== null) return base;
  const articleId = await slugs.articleOf(slug);
  const moved =
    articleId === null
      ? null
      : await onConnection(strapi, (knex) => selectBase(knex, { articleId }));
  if (moved === null) throw notFound('Post');
  return moved;
}

/**
 * Finds published posts that are near another one, the nearest first: in a number of queries and
 * among a number of candidates that do not grow with the posts.
 * @param options.languages of the summaries, by preference
 * @throws NotFoundError unless the slug is, or was, that of a published post
 */
export const relatedPosts =
  (deps: SearchDeps) =>
  async (
    slug: string,
    { limit, languages }: { limit: number; languages: string[] }
  ): Promise<{ articleId: DocumentId; items: PostCard[] }> => {
    const { articleId, related } = await relatedTo(deps, slug, limit);
    return { articleId, items: await deps.posts.cards(related, languages) };
  };

async function relatedTo(
  deps: SearchDeps,
  slug: string,
  limit: number
): Promise<{ articleId: DocumentId; related: DocumentId[] }> {
  const { strapi } = deps;
  const base = await baseOf(deps, slug);
  const words = tellingWords(base.titleWords);
  const [topics, source, text] = await onConnection(strapi, async (knex) => [
    await selectByTopics(knex, base),
    base.sourceName ? await selectBySource(knex, base) : [],
    words.length > 0 ? await selectByText(knex, clientOf(strapi), base, words) : [],
  ]);
  const ids = [...new Set([...topics.keys(), ...source, ...text])];
  const sameSource = new Set(source);
  const candidates = await onConnection(strapi, (knex) => selectCandidates(knex, ids));
  const own = base.titleWords + base.summaryWords;
  const related = candidates
    .map(({ articleId, language, firstPublishedAt, titleWords, summaryWords }) => ({
      articleId,
      firstPublishedAt,
      worth: relatedness({
        sharedTopics: topics.get(articleId) ?? 0,
        sameSource: sameSource.has(articleId),
        sameLanguage: language === base.language,
        similarity: similarity(own, titleWords + summaryWords),
      }),
    }))
    .filter(({ worth }) => worth > 0)
    .sort(
      (left, right) =>
        right.worth - left.worth ||
        right.firstPublishedAt - left.firstPublishedAt ||
        (left.articleId < right.articleId ? -1 : 1)
    )
    .slice(0, limit)
    .map(({ articleId }) => articleId);
  return { articleId: base.articleId, related };
}
