import type { VNode } from 'preact';
import { href, type PageContext } from './layout';
import type { Comment, Discussion, Thread } from './services';

/** Below this depth a reply is refused, so none is offered. */
const DEEPEST = 4;

interface Props {
  context: PageContext;
  comment: Comment;
  children?: VNode | VNode[] | null;
}

function CommentBody({ context, comment, children }: Props): VNode {
  const { localizer, path } = context;
  const { t } = localizer;
  const { author, contentHtml, createdAt, depth, documentId, editedAt } = comment;
  const name = author?.name ?? '';
  return (
    <li class="comment" id={`comment-${documentId}`}>
      <article aria-label={author ? name : t('deletedComment')}>
        {author && contentHtml !== null ? (
          <>
            <header class="meta">
              {author.url ? (
                <a class="author" dir="auto" href={author.url} rel="nofollow ugc noopener">
                  {name}
                </a>
              ) : (
                <span class="author" dir="auto">
                  {name}
                </span>
              )}
              {author.moderator ? <span class="badge">{t('moderator')}</span> : null}
              <a href={`#comment-${documentId}`}>
                <time dateTime={createdAt}>{localizer.date(createdAt)}</time>
              </a>
              {editedAt ? <span>({t('edited')})</span> : null}
            </header>
            {/* Plain text made safe by the plugin's comments service. */}
            <div
              class="comment-text"
              dir="auto"
              dangerouslySetInnerHTML={{ __html: contentHtml }}
            />
            {depth < DEEPEST ? (
              <a
                class="reply"
                href={href(context, path, { reply: documentId }, '#respond')}
                aria-label={t('replyTo', { name })}
                data-reply={documentId}
                data-reply-author={name}
              >
                {t('reply')}
              </a>
            ) : null}
          </>
        ) : (
          <p class="deleted">{t('deletedComment')}</p>
        )}
      </article>
      {children}
    </li>
  );
}

function Replies({ context, replies }: { context: PageContext; replies: Comment[] }): VNode | null {
  if (replies.length === 0) return null;
  return (
    <ol class="replies">
      {replies.map((reply) => (
        <CommentBody key={reply.documentId} context={context} comment={reply}>
          <Replies context={context} replies={reply.replies} />
        </CommentBody>
      ))}
    </ol>
  );
}

const countReplies = (replies: Comment[]): number =>
  replies.reduce(
    (sum, { deleted, replies: below }) => sum + (deleted ? 0 : 1) + countReplies(below),
    0
  );

function ThreadItem({ context, thread }: { context: PageContext; thread: Thread }): VNode {
  const { repliesCursor, replyTotal, documentId, replies } = thread;
  const more = { thread: documentId, cursor: repliesCursor };
  return (
    <CommentBody context={context} comment={thread}>
      <>
        <Replies context={context} replies={replies} />
        {repliesCursor ? (
          <a class="more" href={href(context, context.path, more, '#comments')}>
            {context.localizer.count('moreReplies', replyTotal - countReplies(replies))}
          </a>
        ) : null}
      </>
    </CommentBody>
  );
}

const SORTS = [
  ['newest', 'newestComments'],
  ['oldest', 'oldestComments'],
  ['discussed', 'discussedComments'],
] as const;

/** Links to the discussion in other orders; of a single thread there is only one. */
function SortChoice({ context, sort }: { context: PageContext; sort: string }): VNode {
  const { t } = context.localizer;
  return (
    <nav class="tabs" aria-label={t('sortComments')}>
      {SORTS.map(([name, key]) => (
        <a
          key={name}
          href={href(context, context.path, { sort: name === 'newest' ? null : name }, '#comments')}
          aria-current={name === sort ? 'true' : undefined}
        >
          {t(key)}
        </a>
      ))}
    </nav>
  );
}

/** The discussion with its heading, its empty state and its pages. */
export function CommentList({
  context,
  discussion,
}: {
  context: PageContext;
  discussion: Discussion;
}): VNode {
  const { t } = context.localizer;
  const { items, meta } = discussion;
  const paged = Boolean(context.query.cursor);
  const sort = meta.sort === 'newest' ? null : meta.sort;
  return (
    <section class="discussion" id="comments" aria-labelledby="comments-heading">
      <h2 id="comments-heading">
        {t('comments')} {meta.total > 0 ? <span class="count">{meta.total}</span> : null}
      </h2>
      {items.length > 1 || paged ? <SortChoice context={context} sort={meta.sort} /> : null}
      {items.length > 0 ? (
        <ol class="threads">
          {items.map((thread) => (
            <ThreadItem key={thread.documentId} context={context} thread={thread} />
          ))}
        </ol>
      ) : (
        <p class="empty">{t('noComments')}</p>
      )}
      {paged || meta.nextCursor ? (
        <nav class="pages" aria-label={t('comments')}>
          {paged ? (
            <a href={href(context, context.path, { sort }, '#comments')}>{t('firstComments')}</a>
          ) : (
            <span />
          )}
          {meta.nextCursor ? (
            <a href={href(context, context.path, { sort, cursor: meta.nextCursor }, '#comments')}>
              {t('moreComments')}
            </a>
          ) : null}
        </nav>
      ) : null}
    </section>
  );
}

/** One page of a long thread's further replies: flat, as they come. */
export function FurtherReplies({
  context,
  thread,
  items,
  nextCursor,
}: {
  context: PageContext;
  thread: string;
  items: Comment[];
  nextCursor: string | null;
}): VNode {
  const { t } = context.localizer;
  return (
    <section class="discussion" id="comments" aria-labelledby="comments-heading">
      <h2 id="comments-heading">{t('furtherReplies')}</h2>
      <ol class="threads">
        {items.map((comment) => (
          <CommentBody key={comment.documentId} context={context} comment={comment} />
        ))}
      </ol>
      <nav class="pages" aria-label={t('comments')}>
        <a href={href(context, context.path, {}, `#comment-${thread}`)}>{t('wholeDiscussion')}</a>
        {nextCursor ? (
          <a href={href(context, context.path, { thread, cursor: nextCursor }, '#comments')}>
            {t('moreComments')}
          </a>
        ) : null}
      </nav>
    </section>
  );
}
