import { visibleCard, visiblePost } from '../../../../shared/visible-parts';
import { acceptedLanguages, languageVariant } from '../../platform/text/language';
import type { PostsDeps } from './deps';
import { listPosts, newestPosts, postCards, rankPosts } from './list-posts';
import { linkPreview, previewPost } from './preview-post';
import { readPost } from './read-post';
import { readSummaries } from './read-summaries';

/** Published posts as readers see them, and drafts for who has a link. */
export function createPosts(deps: PostsDeps) {
  return {
    /** The whole page of a published article, by its slug or an earlier one. */
    read: readPost(deps),

    /** Published posts, newest first or by score, in pages. */
    list: listPosts(deps),

    /** Published posts from some place of the list on, newest first. */
    newest: newestPosts(deps),

    /** Those of some articles that are published, in the order asked for. */
    cards: postCards(deps),

    /** The top of the published posts. */
    rankings: rankPosts(deps),

    /** Public summaries of many articles, in one query. */
    summaries: readSummaries(deps),

    /** What a preview link shows. */
    preview: previewPost(deps),

    /** A link to an article as it stands, for the administrator behind the current request. */
    previewLink: linkPreview(deps),

    /** A post without what its caller may not read (`access.visibleParts`). */
    visiblePost,

    /** An entry of a list without what its caller may not read (`access.visibleParts`). */
    visibleCard,

    /** The languages of an Accept-Language header, by preference. */
    acceptedLanguages,

    /** Makes the variant key of a post: which of its summaries readers get. */
    languageVariant,
  };
}

export type Posts = ReturnType<typeof createPosts>;
