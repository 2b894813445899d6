import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import ipaddr from 'ipaddr.js';
import { VISITOR_COOKIE, VISITOR_HEADER } from '../../../../shared/headers';
import type { Actor } from './actor';
import { hmac, randomToken, sameSecret } from '../../platform/security/hash';
import { secretsOf } from '../../platform/security/secrets';
import type { Services } from '../../common/services';

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;
const MAX_USER_AGENT = 400;

/**
 * The part of an address that a household or office shares: /24 of IPv4, /48 of IPv6 (what
 * RFC 6177 gives a site), so that changing the last digits does not make another network.
 */
export function addressPrefix(address: string): string {
  if (!ipaddr.isValid(address)) return 'unknown';
  const parsed = ipaddr.process(address);
  const kept = parsed.kind() === 'ipv4' ? 3 : 6;
  return `${parsed.kind()}:${parsed.toByteArray().slice(0, kept).join('.')}`;
}

/** `v2.<id>.<signature>`: says that this server made the random id for whoever holds it. */
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

interface SignedInUser {
  documentId: string;
  confirmed?: boolean | null;
  blocked?: boolean | null;
  username?: string;
  email?: string;
}

/**
 * Who a request comes from: the signed-in user; else the holder of a visitor token; else somebody
 * new. Network and browser are never an identity: people share them.
 */
export const identityService = ({ strapi }: { strapi: Core.Strapi }): Services['identity'] => {
  /** One request is one visitor: several mutations of one GraphQL operation are not several. */
  const known = new WeakMap<Context, Actor>();

  const identify = (ctx: Context): Actor => {
    const secrets = secretsOf(strapi);
    const [secret] = secrets as [string];
    const base = {
      address: ctx.ip,
      ipHash: hmac(secret, `ip:${addressPrefix(ctx.ip)}`),
      userAgent: ctx.get('user-agent').slice(0, MAX_USER_AGENT),
    };
    const user = ctx.state.user as SignedInUser | undefined;
    if (user && isReader(ctx) && isAccount(user)) {
      const keys = secrets.map((each) => hmac(each, `user:${user.documentId}`));
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
    const id = readVisitor(token, secrets);
    if (id !== null) return { ...base, user: null, key: id, keys: [id], newVisitorToken: null };
    const fresh = randomToken();
    const newVisitorToken = signVisitor(fresh, secret);
    return { ...base, user: null, key: fresh, keys: [fresh], newVisitorToken };
  };

  return {
    identify(ctx) {
      const actor = known.get(ctx) ?? identify(ctx);
      known.set(ctx, actor);
      return actor;
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
  };
};

/** Whoever has not confirmed an address, or is blocked, is a visitor like any other. */
const isAccount = ({ confirmed, blocked }: SignedInUser): boolean => confirmed === true && !blocked;

/** An administrator's session also fills `state.user`; only a content-API account is a reader. */
const isReader = (ctx: Context): boolean =>
  (ctx.state.auth as { strategy?: { name?: string } } | undefined)?.strategy?.name ===
  'users-permissions';

export type { Actor };
