import type { NoticePurpose } from '../../../shared/contracts/notices';
import { hmac, sameSecret } from '../common/ids';
import type { DocumentId } from '../common/uids';

/** How long an address can be confirmed; a link that stops mail never ends. */
export const CONFIRM_MS = 7 * 24 * 60 * 60 * 1000;

const sign = (parts: string, secret: string): string => hmac(secret, `notice:${parts}`);

/** What a link in a mail carries: it does one thing to one address, and is not stored. */
export function makeNoticeToken(
  purpose: NoticePurpose,
  addressId: DocumentId,
  now: Date,
  secret: string
): string {
  const parts = `${purpose}.${addressId}.${now.getTime()}`;
  return `${parts}.${sign(parts, secret)}`;
}

/** What a token is for; null when it is none of ours, or past its time. */
export function readNoticeToken(
  token: string,
  now: Date,
  secrets: string[]
): { purpose: NoticePurpose; addressId: DocumentId } | null {
  const [, parts, purpose, addressId, time, signature] =
    /^((confirm|stop)\.([a-z0-9]{24})\.(\d{13}))\.([\w-]{43})$/.exec(token) ?? [];
  if (parts === undefined || addressId === undefined || signature === undefined) return null;
  if (!secrets.some((secret) => sameSecret(sign(parts, secret), signature))) return null;
  const isOver = purpose === 'confirm' && now.getTime() - Number(time) > CONFIRM_MS;
  return isOver ? null : { purpose: purpose as NoticePurpose, addressId };
}
