import { decodeEnvelope, type HttpContext } from '../../platform/http/request';
import type { Privacy } from './api';

/** Admin routes on personal data; the address comes in the body, so that no log has it. */
export const privacyController = ({ privacy }: { privacy: Privacy }) => ({
  async export(ctx: HttpContext) {
    const input = decodeEnvelope(ctx.request.body);
    ctx.set('Cache-Control', 'no-store');
    ctx.body = await privacy.export(input);
  },

  async erase(ctx: HttpContext) {
    const input = decodeEnvelope(ctx.request.body);
    ctx.body = { data: await privacy.erase(input), meta: {} };
  },
});
