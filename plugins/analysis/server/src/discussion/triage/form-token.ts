import { seal, unseal } from '../../platform/security/signed-token';

/** A page may stay open for long; past a day its token says nothing any more. */
const MAX_AGE_S = 24 * 60 * 60;

/** A token that says when a form was shown: it belongs to nobody, and any form may bring it. */
export const makeFormToken = (now: Date, secret: string): string =>
  seal('form', String(now.getTime()), secret);

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
  const time = unseal('form', token, secrets);
  if (time === null || !/^\d{13}$/.test(time)) return 'invalid';
  const seconds = (now.getTime() - Number(time)) / 1_000;
  return seconds > MAX_AGE_S ? null : seconds;
}
