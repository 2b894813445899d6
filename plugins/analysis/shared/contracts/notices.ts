/**
 * The links in mails to comments' authors.
 *
 * GET  /api/analysis/notices?token=      a page with one button
 * POST /api/analysis/notices             { data: { token } }, or a form with ?token= (RFC 8058)
 */
import { z } from 'zod';
import type { Envelope } from './common';

/** `confirm` an address, or `stop` all mail to it. */
export type NoticePurpose = 'confirm' | 'stop';

export const noticeTokenInput = z.strictObject({ token: z.string().max(300) });

export interface NoticeView {
  done: NoticePurpose;
}
export type NoticeResponse = Envelope<NoticeView>;
