import type { Fault } from '../../../../shared/faults';
import { fromStrapi } from '../../platform/strapi/from-strapi';
import type { DocumentId } from '../../platform/strapi/uids';
import { configOf } from '../../config';
import type { ArticlesDeps } from './deps';
import { readDiscussion, setDiscussion } from './discussion';
import { mayCreateText, mayReadText, mayUpdateText, type Ability } from './editing-rights';
import { assertPublished, findPublished, lockAllPublished, lockPublished } from './find-published';
import { articleHooks } from './lifecycles';
import { isDiscussionOpen, publishFaults } from './rules';
import { findRow } from './store';

export type { Ability };
export type { ArticleEvents } from './deps';
export type { PublishedArticle } from './find-published';

/** Articles as other rooms need them; Strapi's document service writes them. */
export function createArticles(deps: ArticlesDeps) {
  const { strapi } = deps;
  return {
    /** @throws NotFoundError unless the article is published */
    assertPublished: assertPublished(deps),

    /** Those of some articles that are published, in one query. */
    findPublished: findPublished(deps),

    /** `assertPublished` for a write, under the article's lock. */
    lockPublished: lockPublished(deps),

    /** The same for several articles; what is not public is left out. */
    lockAllPublished: lockAllPublished(deps),

    /** Whether comments are taken, for editors. @throws NotFoundError without even a draft */
    discussion: readDiscussion(deps),

    /** Closes or opens the discussion at once. @param data as `discussionInput` */
    setDiscussion: setDiscussion(deps),

    /** Whether an article takes comments now, of a row at hand. */
    isDiscussionOpen: (row: {
      discussionClosed: boolean;
      firstPublishedAt: Date | null;
    }): boolean => isDiscussionOpen(row, configOf(strapi).comments.closeAfterDays, new Date()),

    /** What a draft still lacks before it can be published; none where there is no draft. */
    async missingForPublish(articleId: DocumentId): Promise<Fault[]> {
      const row = await findRow(strapi, { documentId: articleId, publishedAt: null });
      return row === null ? [] : publishFaults(row, { present: row.cover !== null });
    },

    /** Whether the administrator behind the current request may read the article's text. */
    async mayRead(articleId: DocumentId): Promise<boolean> {
      const ctx = strapi.requestContext.get();
      const ability = fromStrapi<Ability | undefined>(ctx?.state.userAbility);
      return ability ? mayReadText(strapi, ability, articleId) : false;
    },

    /** Whether someone may make an article of a page that is pasted. */
    mayCreateText: (ability: Ability): boolean => mayCreateText(strapi, ability),

    /** Whether someone may change an article by a page that is pasted. */
    mayUpdateText: (ability: Ability, articleId: DocumentId): Promise<boolean> =>
      mayUpdateText(strapi, ability, articleId),

    /** Hooks of the content type. */
    hooks: articleHooks(deps),
  };
}

export type Articles = ReturnType<typeof createArticles>;
