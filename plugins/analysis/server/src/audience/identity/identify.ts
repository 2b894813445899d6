import { defined } from '../../../../shared/defined';
import { fromStrapi } from '../../platform/strapi/from-strapi';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { networkPrefix } from '../../platform/http/network-prefix';
import { hmac, randomToken } from '../../platform/security/hash';
import { secretsOf } from '../../platform/security/secrets';
import type { Actor } from './actor';
import { readVisitor, signVisitor, visitorTokenOf } from './visitor-token';

const MAX_USER_AGENT = 400;

interface SignedInUser {
  documentId: string;
  confirmed?: boolean | null;
  blocked?: boolean | null;
  username?: string;
  email?: string;
}

/** Whoever has not confirmed an address, or is blocked, is a visitor like any other. */
const isAccount = ({ confirmed, blocked }: SignedInUser): boolean => confirmed === true && !blocked;

/** An administrator's session also fills `state.user`; only a content-API account is a reader. */
const isReader = (ctx: Context): boolean =>
  fromStrapi<{ strategy?: { name?: string } } | undefined>(ctx.state.auth)?.strategy?.name ===
  'users-permissions';

/**
 * Who a request comes from: the signed-in user; else the holder of a visitor token; else somebody
 * new. Network and browser are never an identity: people share them.
 */
function actorOf(strapi: Core.Strapi, ctx: Context): Actor {
  const secrets = secretsOf(strapi);
  const secret = defined(secrets[0]);
  const base = {
    address: ctx.ip,
    ipHash: hmac(secret, `ip:${networkPrefix(ctx.ip)}`),
    userAgent: ctx.get('user-agent').slice(0, MAX_USER_AGENT),
  };
  const user = fromStrapi<SignedInUser | undefined>(ctx.state.user);
  if (user && isReader(ctx) && isAccount(user)) {
    const keys = secrets.map((each) => hmac(each, `user:${user.documentId}`));
    return {
      ...base,
      user: { documentId: user.documentId, name: user.username ?? '', email: user.email ?? '' },
      key: defined(keys[0]),
      keys,
      newVisitorToken: null,
    };
  }
  const id = readVisitor(visitorTokenOf(ctx), secrets);
  if (id !== null) return { ...base, user: null, key: id, keys: [id], newVisitorToken: null };
  const fresh = randomToken();
  const newVisitorToken = signVisitor(fresh, secret);
  return { ...base, user: null, key: fresh, keys: [fresh], newVisitorToken };
}

/** One request is one visitor: several mutations of one GraphQL operation are not several. */
export function identify(strapi: Core.Strapi): (ctx: Context) => Actor {
  const known = new WeakMap<Context, Actor>();
  return (ctx) => {
    const actor = known.get(ctx) ?? actorOf(strapi, ctx);
    known.set(ctx, actor);
    return actor;
  };
}
