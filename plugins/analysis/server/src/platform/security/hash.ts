import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** A random id of Strapi's form: 24 lower-case letters and digits, the first a letter. */
export function createId(length = 24): string {
  let id = '';
  while (id.length < length) {
    for (const byte of randomBytes(length)) {
      const limit = id.length === 0 ? 26 : ALPHABET.length;
      // Bytes past the last whole multiple would make early letters likelier.
      if (byte < 256 - (256 % limit) && id.length < length) id += ALPHABET[byte % limit];
    }
  }
  return id;
}

/** SHA-256 as 64 hexadecimal digits. */
export const sha256 = (value: string): string => createHash('sha256').update(value).digest('hex');

/** HMAC-SHA-256 as base64url (43 characters). */
export const hmac = (secret: string, value: string): string =>
  createHmac('sha256', secret).update(value).digest('base64url');

/** A random token for one holder: 256 bits as base64url. */
export const randomToken = (): string => randomBytes(32).toString('base64url');

/** Compares without telling by its time how much of the two is alike. */
export function sameSecret(left: string, right: string): boolean {
  const a = Buffer.from(left);
  const b = Buffer.from(right);
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * Whether a caller's text may be a document's id at all. PostgreSQL would answer a NUL, or more
 * than a column holds, with an error of its own.
 */
export const isDocumentId = (value: string): boolean => value.length <= 64 && !value.includes('\0');
