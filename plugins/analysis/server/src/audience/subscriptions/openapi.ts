import { z } from 'zod';
import { noticeResponse, noticeTokenInput } from '../../../../shared/contracts/subscriptions';
import { dataOf } from '../../../../shared/contracts/common';
import { operation } from '../../platform/openapi/operation';

const path = '/notices';
const tag = 'Mail';
const query = () => ({ token: z.string().optional().describe('From the link in the mail.') });
const page = () => ({ 'text/html': z.string() });
/** What mail programs send for List-Unsubscribe (RFC 8058), and the page's own button. */
const form = z.looseObject({});

export const noticeOperations = {
  show: operation({
    id: 'showNotice',
    method: 'GET',
    path,
    tag,
    summary: 'The page behind a link in a mail',
    by: 'anyone',
    query: query(),
    answers: {
      200: { description: 'A page with one button.', content: page() },
      404: { description: 'The link is not whole, or its time is over.', content: page() },
    },
  }),
  settle: operation({
    id: 'settleNotice',
    method: 'POST',
    path,
    tag,
    summary: 'Confirm an address, or stop all mail to it',
    by: 'anyone',
    query: query(),
    body: {
      'application/json': dataOf(noticeTokenInput),
      'application/x-www-form-urlencoded': form,
      'multipart/form-data': form,
    },
    answers: {
      200: {
        description: 'Done; a page for a form, JSON for JSON.',
        content: { 'application/json': noticeResponse, ...page() },
      },
      404: { description: 'The link is not whole, or its time is over.', content: page() },
    },
  }),
};
