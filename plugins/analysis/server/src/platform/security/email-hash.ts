import { mailboxOf } from '../../../../shared/mailbox';
import { sha256 } from './hash';

/** SHA-256 of the mailbox that an e-mail address reaches: by it addresses are compared. */
export const emailHash = (email: string): string => sha256(mailboxOf(email));
