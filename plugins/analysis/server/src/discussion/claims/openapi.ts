import { claimInput, claimReportResponse } from '../../../../shared/contracts/claims';
import { json, jsonData, operation } from '../../platform/openapi/operation';

export const claimOperations = {
  create: operation({
    id: 'reportClaim',
    method: 'POST',
    path: '/articles/:documentId/claims',
    tag: 'Corrections',
    summary: 'Report that a passage of an article is wrong',
    by: 'visitor',
    body: jsonData(claimInput),
    answers: {
      201: {
        description: 'It will be looked at.',
        content: json(claimReportResponse),
        headers: ['Cache-Control', 'X-Analysis-Visitor'],
      },
    },
    refusals: [404, 409, 429],
  }),
};
