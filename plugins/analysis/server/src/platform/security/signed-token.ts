import { hmac, sameSecret } from './hash';

const sign = (purpose: string, text: string, secret: string): string =>
  hmac(secret, `${purpose}:${text}`);

/**
 * Text with proof that this server wrote it for one purpose: `<text>.<HMAC-SHA-256, base64url>`.
 * @param purpose what no token of another kind is signed with
 * @param text without a secret in it: anyone can read it
 */
export const seal = (purpose: string, text: string, secret: string): string =>
  `${text}.${sign(purpose, text, secret)}`;

/** The text of a sealed one; null when no secret of ours signed it for this purpose. */
export function unseal(purpose: string, sealed: string, secrets: string[]): string | null {
  const [, text, signature] = /^([\w.-]{1,200})\.([\w-]{43})$/.exec(sealed) ?? [];
  if (text === undefined || signature === undefined) return null;
  return secrets.some((secret) => sameSecret(sign(purpose, text, secret), signature)) ? text : null;
}
