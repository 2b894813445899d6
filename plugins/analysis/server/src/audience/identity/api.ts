import type { Core } from '@strapi/strapi';
import { secretsOf } from '../../platform/security/secrets';
import { identify } from './identify';
import { sendVisitorToken } from './visitor-token';

export type { Actor } from './actor';

/** Who a request comes from. */
export const createIdentity = (strapi: Core.Strapi) => ({
  /** Finds out who a request comes from; the same for one request, however often it is asked. */
  identify: identify(strapi),

  /** Gives a guest the token by which they are known again (cookie and header). */
  sendVisitorToken,

  /** What tokens are signed with: the first signs, all verify. */
  secrets: (): string[] => secretsOf(strapi),
});

export type Identity = ReturnType<typeof createIdentity>;
