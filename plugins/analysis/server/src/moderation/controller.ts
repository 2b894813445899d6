import type { Core } from '@strapi/strapi';
import { decodeEnvelope, type HttpContext } from '../common/http';
import { services } from '../common/services';

interface AdminUser {
  id: number;
  firstname?: string | null;
  lastname?: string | null;
}

/** Admin routes for moderators. */
export const moderationController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async decide(ctx: HttpContext) {
    const input = decodeEnvelope(ctx.request.body);
    const user = ctx.state.user as AdminUser;
    const moderator = {
      id: user.id,
      name: [user.firstname, user.lastname].filter(Boolean).join(' '),
    };
    const { documentId } = ctx.params;
    const data = await services(strapi).moderation.decide(moderator, documentId as string, input);
    ctx.body = { data, meta: {} };
  },
});
