import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import ipaddr from 'ipaddr.js';
import { VISITOR_COOKIE, VISITOR_HEADER } from '../../../shared/headers';
import type { Actor } from './actor';
import { hmac, sameSecret } from './ids';
import { secretsOf } from './secrets';
import type { Services } from './services';

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;
const MAX_USER_AGENT = 400;

/**
 * The part of an address that a household or office shares: /24 of IPv4, /48 of IPv6 (what
 * RFC 6177 gives a site), so that changing the last digits does not make another voter.
 */
export function addressPrefix(address: string): string {
  if (!ipaddr.isValid(address)) return 'unknown';
  const parsed = ipaddr.process(address);
  const kept = parsed.kind() === 'ipv4' ? 3 : 6;
  return `${parsed.kind()}:${parsed.toByteArray().slice(0, kept).join('.')}`;
}

/** `v1.<id>.<signature>`: says that this server gave its holder the voter id. */
export const signVisitor = (id: string, secret: string): string =>
  `v1.${id}.${hmac(secret, `visitor:${id}`)}`;

/** The id in a visitor token, or null when no secret of ours signed it. */
export function readVisitor(token: string, secrets: string[]): string | null {
  const [, id, signature] = /^v1\.([\w-]{43})\.([\w-]{43})$/.exec(token) ?? [];
  if (id === undefined || signature === undefined) return null;
  return secrets.some((secret) => sameSecret(hmac(secret, `visitor:${id}`), signature)) ? id : null;
}

interface SignedInUser {
  documentId: string;
  username?: string;
  email?: string;
}

/**
 * Who a request comes from: the signed-in user; else the holder of a visitor token; else whoever
 * shares address prefix and browser, who is then given a token for that same identity, so that
 * dropping the cookie does not make a second voter.
 */
export const identityService = ({ strapi }: { strapi: Core.Strapi }): Services['identity'] => ({
  identify(ctx) {
    const secrets = secretsOf(strapi);
    const [secret] = secrets as [string];
    const userAgent = ctx.get('user-agent').slice(0, MAX_USER_AGENT);
    const prefix = addressPrefix(ctx.ip);
    const base = { address: ctx.ip, ipHash: hmac(secret, `ip:${prefix}`), userAgent };
    const keysFor = (name: string) => secrets.map((each) => hmac(each, name));

    const user = ctx.state.user as SignedInUser | undefined;
    if (user && isReader(ctx)) {
      const keys = keysFor(`user:${user.documentId}`);
      return {
        ...base,
        user: {
          documentId: user.documentId,
          name: user.username ?? '',
          email: user.email ?? '',
        },
        key: keys[0] as string,
        keys,
        newVisitorToken: null,
      };
    }
    const token = ctx.get(VISITOR_HEADER) || ctx.cookies.get(VISITOR_COOKIE) || '';
    const known = readVisitor(token, secrets);
    if (known !== null) {
      return { ...base, user: null, key: known, keys: [known], newVisitorToken: null };
    }
    const keys = keysFor(`guest:${prefix}:${userAgent}`);
    const key = keys[0] as string;
    return { ...base, user: null, key, keys, newVisitorToken: signVisitor(key, secret) };
  },

  secrets: () => secretsOf(strapi),

  handOut(ctx, actor) {
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
  },
});

/** An administrator's session also fills `state.user`; only a content-API account is a reader. */
const isReader = (ctx: Context): boolean =>
  (ctx.state.auth as { strategy?: { name?: string } } | undefined)?.strategy?.name ===
  'users-permissions';

export type { Actor };
