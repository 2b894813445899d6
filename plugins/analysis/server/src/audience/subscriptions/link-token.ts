import type { NoticePurpose } from '../../../../shared/contracts/subscriptions';
import { seal, unseal } from '../../platform/security/signed-token';
import type { DocumentId } from '../../platform/strapi/uids';

/** How long an address can be confirmed; a link that stops mail never ends. */
export const CONFIRM_MS = 7 * 24 * 60 * 60 * 1000;

/** What a link in a mail carries: it does one thing to one address, and is not stored. */
export const makeNoticeToken = (
  purpose: NoticePurpose,
  addressId: DocumentId,
  now: Date,
  secret: string
): string => seal('notice', `${purpose}.${addressId}.${now.getTime()}`, secret);

/** What a token is for; null when it is none of ours, or past its time. */
export function readNoticeToken(
  token: string,
  now: Date,
  secrets: string[]
): { purpose: NoticePurpose; addressId: DocumentId } | null {
  const [, purpose, addressId, time] =
    /^(confirm|stop)\.([a-z0-9]{24})\.(\d{13})$/.exec(unseal('notice', token, secrets) ?? '') ?? [];
  if ((purpose !== 'confirm' && purpose !== 'stop') || addressId === undefined) return null;
  const isOver = purpose === 'confirm' && now.getTime() - Number(time) > CONFIRM_MS;
  return isOver ? null : { purpose, addressId };
}
