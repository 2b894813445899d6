import type { PreviewStatus } from '../../../../shared/contracts/previews';
import { seal, unseal } from '../../platform/security/signed-token';
import type { DocumentId } from '../../platform/strapi/uids';

/** What a preview link opens, and until when. */
export interface PreviewGrant {
  documentId: DocumentId;
  status: PreviewStatus;
  expiresAt: Date;
}

/** The token of a preview link: whoever holds it may read one edition of one article for a time. */
export const makePreviewToken = (
  { documentId, status, expiresAt }: PreviewGrant,
  secret: string
): string => seal('preview', `${documentId}.${status}.${expiresAt.getTime()}`, secret);

/** What a token opens; null when it is none of ours, or past its time. */
export function readPreviewToken(token: string, now: Date, secrets: string[]): PreviewGrant | null {
  const [, documentId, status, time] =
    /^([\w-]{1,64})\.(draft|published)\.(\d{13})$/.exec(unseal('preview', token, secrets) ?? '') ??
    [];
  const expiresAt = new Date(Number(time));
  if (documentId === undefined || now.getTime() >= expiresAt.getTime()) return null;
  return { documentId, status: status as PreviewStatus, expiresAt };
}
