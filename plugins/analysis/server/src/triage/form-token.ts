import { hmac, sameSecret } from '../common/ids';

/** A page may stay open for long; past a day its token says nothing any more. */
const MAX_AGE_S = 24 * 60 * 60;

const sign = (time: string, secret: string): string => hmac(secret, `form:${time}`);

/** A token that says when a form was shown: it belongs to nobody, and any form may bring it. */
export function makeFormToken(now: Date, secret: string): string {
  const time = String(now.getTime());
  return `${time}.${sign(time, secret)}`;
}

/**
 * How long ago a form's token was made.
 * @returns seconds; null where none came or it is past its day; `invalid` when it is not ours
 */
export function readFormToken(
  token: string | undefined,
  now: Date,
  secrets: string[]
): number | 'invalid' | null {
  if (token === undefined || token === '') return null;
  const [, time, signature] = /^(\d{13})\.([\w-]{43})$/.exec(token) ?? [];
  if (time === undefined || signature === undefined) return 'invalid';
  if (!secrets.some((secret) => sameSecret(sign(time, secret), signature))) return 'invalid';
  const seconds = (now.getTime() - Number(time)) / 1_000;
  return seconds > MAX_AGE_S ? null : seconds;
}
