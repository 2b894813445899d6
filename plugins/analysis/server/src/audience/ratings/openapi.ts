import { rateInput, ratingResponse } from '../../../../shared/contracts/ratings';
import { jsonData, ok, operation } from '../../platform/openapi/operation';

const path = '/articles/:documentId/rating';
const tag = 'Rating';

export const ratingOperations = {
  find: operation({
    id: 'getRating',
    method: 'GET',
    path,
    tag,
    summary: 'The rating of an article, with the caller’s own vote',
    by: 'visitor',
    answers: ok('The rating; private, never cached.', ratingResponse, ['Cache-Control']),
    refusals: [404],
  }),
  rate: operation({
    id: 'rate',
    method: 'PUT',
    path,
    tag,
    summary: 'Vote, or change one’s vote',
    by: 'visitor',
    body: jsonData(rateInput),
    answers: ok('The rating after the vote.', ratingResponse, [
      'Cache-Control',
      'X-Analysis-Visitor',
    ]),
    refusals: [404, 429],
  }),
  withdraw: operation({
    id: 'withdrawRating',
    method: 'DELETE',
    path,
    tag,
    summary: 'Take one’s vote back',
    by: 'visitor',
    answers: ok('The rating without the vote.', ratingResponse, ['Cache-Control']),
    refusals: [404],
  }),
};
