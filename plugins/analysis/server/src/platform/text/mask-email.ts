import { characterEnd } from '../../../../shared/text';

/** An address as those who may not see personal data see it: `a…@example.com`. */
export function maskEmail(email: string | null): string | null {
  if (email === null) return null;
  const at = email.lastIndexOf('@');
  return at <= 0 ? '…' : `${email.slice(0, characterEnd(email, 1))}…${email.slice(at)}`;
}
