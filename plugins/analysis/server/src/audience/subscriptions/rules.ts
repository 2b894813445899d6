/** Mails that ask one mailbox for its confirmation while their links work, whoever gave it. */
export const CONFIRMATIONS = 3;

/**
 * Whether one more mail may ask a mailbox for its confirmation.
 * @param past of the mailbox, whichever authors gave it
 * @param since from when on asking counts
 */
export const mayAsk = (
  past: readonly { confirmSentAt: Date | null; stoppedAt: Date | null }[],
  since: Date
): boolean =>
  past.every(({ stoppedAt }) => stoppedAt === null) &&
  past.filter(({ confirmSentAt }) => confirmSentAt !== null && confirmSentAt > since).length <
    CONFIRMATIONS;
