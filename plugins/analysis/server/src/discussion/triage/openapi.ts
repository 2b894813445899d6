import { commentTokenResponse } from '../../../../shared/contracts/triage';
import { ok, operation } from '../../platform/openapi/operation';

export const triageOperations = {
  token: operation({
    id: 'getCommentToken',
    method: 'GET',
    path: '/comment-token',
    tag: 'Comments',
    summary: 'Says when the form for a comment was shown',
    by: 'anyone',
    answers: ok('Send it with the comment.', commentTokenResponse, ['Cache-Control']),
  }),
};
