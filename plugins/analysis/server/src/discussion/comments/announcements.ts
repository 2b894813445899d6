import type { Core } from '@strapi/strapi';
import type { CommentStatus } from '../../../../shared/contracts/comments';
import type { Trx } from '../../platform/database/connection';
import { services } from '../../common/services';
import type { DocumentId } from '../../platform/strapi/uids';
import { announcementOf } from './rules';

/** Tells others of comments that got another status; that one waits again is told to nobody. */
export async function announceMoves(
  strapi: Core.Strapi,
  trx: Trx,
  moved: { documentId: DocumentId; to: CommentStatus }[]
): Promise<void> {
  for (const what of ['approved', 'rejected'] as const) {
    const those = moved.filter(({ to }) => announcementOf(to) === what);
    await services(strapi).events.comments(
      trx,
      what,
      those.map(({ documentId }) => documentId)
    );
  }
}
