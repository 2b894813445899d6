import type { Core } from '@strapi/strapi';
import type { CommentReceipt, CommentReceiptMeta } from '../../../../shared/contracts/comments';
import { configOf } from '../../config';
import { editableUntil } from './rules';
import type { CommentRow } from './store';
import { receiptView } from './views';

/** What an author gets back of their own comment. */
export interface CommentResponse {
  receipt: CommentReceipt;
  meta: CommentReceiptMeta;
}

/**
 * What an author gets back of their comment, with the token by which it can be changed.
 * @param why in place of the usual words for the status
 */
export function commentResponse(
  strapi: Core.Strapi,
  comment: CommentRow,
  editToken: string | null,
  why: string | null = null
): CommentResponse {
  const until = editableUntil(comment.createdAt, configOf(strapi).comments.editWindowMinutes);
  return {
    receipt: receiptView(comment, why),
    meta: {
      ...(editToken !== null && until !== null ? { editToken } : {}),
      ...(until !== null ? { editableUntil: until.toISOString() } : {}),
    },
  };
}
