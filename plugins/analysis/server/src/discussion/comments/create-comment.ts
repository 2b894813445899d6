import DataLoader from 'dataloader';
import { commentInput } from '../../../../shared/contracts/comments';
import type { Actor } from '../../audience/identity/api';
import type { PublishedArticle } from '../../content/articles/api';
import { BatchWriter } from '../../platform/database/batch-writer';
import { onConnection } from '../../platform/database/connection';
import { decode, notFound } from '../../platform/errors';
import type { DocumentId } from '../../platform/strapi/uids';
import { assertOpen, checkComment, type GatheredComment, type SentComment } from './check-comment';
import type { CommentResponse } from './comment-response';
import type { CommentsDeps } from './deps';
import { limitComments } from './rate-limits';
import { selectComments } from './store';
import { writeComments } from './write-comments';

/** Comments that one transaction writes at most. */
const MAX_TOGETHER = 64;

/** Reads the articles of all comments that one turn of the event loop handles in one query. */
function articleReader({ articles, strapi }: CommentsDeps) {
  const together = new DataLoader<DocumentId, PublishedArticle>(
    async (ids) => {
      const found = await articles.findPublished([...new Set(ids)]);
      return ids.map((id) => found.get(id) ?? notFound('Article'));
    },
    { cache: false, maxBatchSize: MAX_TOGETHER, batchScheduleFn: (read) => setImmediate(read) }
  );
  return (articleId: DocumentId): Promise<PublishedArticle> =>
    strapi.db.inTransaction() ? articles.assertPublished(articleId) : together.load(articleId);
}

/**
 * Takes a reader's comment. Those that come while others are written share the next transaction,
 * where each is checked and judged again in its turn, under its article's lock (ADR 25).
 * @param data as `commentInput`
 * @returns what its author gets back, with the token by which it can be changed
 * @throws ValidationError; NotFoundError unless the article is published; ForbiddenError when its
 *   discussion is closed; RateLimitError
 */
export function createComment(deps: CommentsDeps) {
  const { strapi, triage } = deps;
  const findArticle = articleReader(deps);
  const batch = new BatchWriter<GatheredComment, CommentResponse>(strapi, {
    most: MAX_TOGETHER,
    // What an author sent before is a part of what the next is judged by.
    keysOf: ({ actor }) => [actor.key],
    write: (trx, comments) => writeComments(deps, trx, comments),
  });

  /** Refuses early what its transaction would refuse, and asks all that takes waiting. */
  const gather = async (comment: SentComment): Promise<GatheredComment> => {
    const { actor, articleId, input } = comment;
    const article = await findArticle(articleId);
    assertOpen(article);
    const { parent } = input;
    const found =
      parent === undefined
        ? null
        : await onConnection(strapi, (knex) => selectComments(knex, [parent]));
    checkComment(comment, found?.get(parent ?? '') ?? null);
    await limitComments(deps, actor);
    const context = await triage.gatherContext({ actor, article, input, edited: false });
    return { ...comment, context };
  };

  return async (actor: Actor, articleId: DocumentId, data: unknown): Promise<CommentResponse> => {
    const input = decode(commentInput, data);
    return batch.addPrepared(() => gather({ actor, articleId, input }));
  };
}
