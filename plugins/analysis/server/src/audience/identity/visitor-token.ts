import type { Context } from 'koa';
import { VISITOR_COOKIE, VISITOR_HEADER } from '../../../../shared/headers';
import { hmac, sameSecret } from '../../platform/security/hash';
import type { Actor } from './actor';

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/** `v2.<id>.<signature>`: proves that this server issued the random id to its bearer. */
export const signVisitor = (id: string, secret: string): string =>
  `v2.${id}.${signatureOf(id, secret)}`;

/** Over the version too: an id that `v1` tokens were signed for, a hash of a network, is nobody's. */
const signatureOf = (id: string, secret: string): string => hmac(secret, `visitor:v2:${id}`);

/** The id in a visitor token, or null when no secret of ours signed it. */
export function readVisitor(token: string, secrets: string[]): string | null {
  const [, id, signature] = /^v2\.([\w-]{43})\.([\w-]{43})$/.exec(token) ?? [];
  if (id === undefined || signature === undefined) return null;
  return secrets.some((secret) => sameSecret(signatureOf(id, secret), signature)) ? id : null;
}

/** The token that a request brings, in the header or the cookie; empty for none. */
export const visitorTokenOf = (ctx: Context): string =>
  ctx.get(VISITOR_HEADER) || ctx.cookies.get(VISITOR_COOKIE) || '';

/** Gives a guest the token by which they are known again (cookie and header). */
export function sendVisitorToken(ctx: Context, actor: Actor): void {
  if (actor.newVisitorToken === null) return;
  ctx.set(VISITOR_HEADER, actor.newVisitorToken);
  ctx.cookies.set(VISITOR_COOKIE, actor.newVisitorToken, {
    httpOnly: true,
    sameSite: 'lax',
    secure: ctx.secure,
    maxAge: YEAR_MS,
    overwrite: true,
    signed: false,
  });
}
