/**
 * The links in mails to comments' authors.
 *
 * GET  /api/analysis/notices?token=      a page with one button
 * POST /api/analysis/notices             { data: { token } }, or a form with ?token= (RFC 8058)
 */
import { z } from 'zod';
import { envelope } from './common';
import { input, view } from './named-schemas';

export const NOTICE_PURPOSES = ['confirm', 'stop'] as const;
/** `confirm` an address, or `stop` all mail to it. */
export type NoticePurpose = (typeof NOTICE_PURPOSES)[number];

export const noticeTokenInput = input(
  'NoticeTokenInput',
  z.strictObject({ token: z.string().max(300).describe('The `token` of the link in the mail.') })
);

export const noticeView = view(
  'Notice',
  z.object({
    done: z
      .enum(NOTICE_PURPOSES)
      .describe('The address is confirmed, or no mail will be sent to it any more.'),
  })
);
export type NoticeView = z.infer<typeof noticeView>;
export const noticeResponse = envelope(noticeView);
export type NoticeResponse = z.infer<typeof noticeResponse>;
