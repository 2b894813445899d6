import type { CommentInput } from '../../../../shared/contracts/comments';
import type { Actor } from '../../audience/identity/api';
import type { PublishedArticle } from '../../content/articles/api';
import { assertNoFaults, forbidden } from '../../platform/errors';
import type { DocumentId } from '../../platform/strapi/uids';
import type { TriageContext } from '../triage/api';
import { authorFaults, replyFaults } from './rules';
import type { CommentRow } from './store';

/** A comment as it was sent. */
export interface SentComment {
  actor: Actor;
  articleId: DocumentId;
  input: CommentInput;
}

/** With what was asked of it before its article's lock is taken. */
export interface GatheredComment extends SentComment {
  context: TriageContext;
}

/** @throws ForbiddenError when the article takes no comments any more */
export function assertOpen(article: PublishedArticle): void {
  if (!article.discussionOpen) throw forbidden('The discussion of this article is closed');
}

/**
 * Checks who writes and what is replied to.
 * @param parent the comment that `input.parent` names, null when there is none
 * @throws ValidationError
 */
export function checkComment(
  { articleId, input, actor }: SentComment,
  parent: CommentRow | null
): void {
  const open = parent?.articleId === articleId && parent.visible && !parent.deleted;
  assertNoFaults([
    ...authorFaults(input, actor.user),
    ...(input.parent === undefined ? [] : replyFaults(open ? parent : null)),
  ]);
}
