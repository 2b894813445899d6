import type { Core } from '@strapi/strapi';
import { decisionInput } from '../../../shared/contracts/moderation';
import { decode } from '../common/errors';
import { services, type Services } from '../common/services';

/** Decisions on comments; see `Services` for the contract. */
export const moderationService = ({ strapi }: { strapi: Core.Strapi }): Services['moderation'] => ({
  async decide(moderator, commentId, data) {
    const { status, reason } = decode(decisionInput, data);
    const { previous, visible } = await services(strapi).comments.setStatus(commentId, {
      status,
      reason: reason ?? null,
    });
    strapi.log.info(
      `Comment ${commentId}: ${previous} → ${status} by administrator ${moderator.id}`
    );
    return { documentId: commentId, status, previousStatus: previous, visible };
  },
});
