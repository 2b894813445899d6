import { z } from 'zod';
import {
  COMMENT_SORTS,
  commentEditInput,
  commentInput,
  commentPageResponse,
  commentReceiptResponse,
  replyPageResponse,
  reportInput,
  reportResponse,
} from '../../../../shared/contracts/comments';
import { LIMITS } from '../../../../shared/limits';
import {
  CACHED,
  cursor,
  json,
  jsonData,
  limit,
  NO_CONTENT,
  NOT_MODIFIED,
  ok,
  operation,
} from '../../platform/openapi/operation';

const ofArticle = '/articles/:documentId/comments';
const one = '/comments/:documentId';
const tag = 'Comments';

export const commentOperations = {
  find: operation({
    id: 'listComments',
    method: 'GET',
    path: ofArticle,
    tag,
    summary: 'The public comments of an article',
    description:
      'Threads, or with `thread` the replies of that one which did not come with it, flat.',
    by: 'reader',
    query: {
      sort: z.enum(COMMENT_SORTS).optional().describe('`newest` if not given.'),
      limit: limit(LIMITS.commentsPage),
      cursor: cursor(),
      thread: z.string().optional().describe('The documentId of a root comment.'),
    },
    answers: {
      ...ok('A page.', z.union([commentPageResponse, replyPageResponse]), CACHED),
      ...NOT_MODIFIED,
    },
    refusals: [404],
  }),
  create: operation({
    id: 'createComment',
    method: 'POST',
    path: ofArticle,
    tag,
    summary: 'Leave a comment',
    by: 'visitor',
    body: jsonData(commentInput),
    answers: {
      201: {
        description: 'The comment, which may wait for a moderator; `status` says so.',
        content: json(commentReceiptResponse),
        headers: ['Cache-Control', 'X-Analysis-Visitor'],
      },
    },
    refusals: [404, 429],
  }),
  update: operation({
    id: 'editComment',
    method: 'PATCH',
    path: one,
    tag,
    summary: 'Change one’s comment',
    by: 'author',
    body: jsonData(commentEditInput),
    answers: ok('The comment as it is now.', commentReceiptResponse, ['Cache-Control']),
    refusals: [404, 429],
  }),
  delete: operation({
    id: 'deleteComment',
    method: 'DELETE',
    path: one,
    tag,
    summary: 'Delete one’s comment',
    by: 'author',
    answers: NO_CONTENT,
    refusals: [404],
  }),
  report: operation({
    id: 'reportComment',
    method: 'POST',
    path: `${one}/reports`,
    tag,
    summary: 'Report a comment to the moderators, once',
    by: 'visitor',
    body: jsonData(reportInput),
    answers: {
      201: {
        description: 'It will be looked at.',
        content: json(reportResponse),
        headers: ['X-Analysis-Visitor'],
      },
    },
    refusals: [404, 409, 429],
  }),
};
