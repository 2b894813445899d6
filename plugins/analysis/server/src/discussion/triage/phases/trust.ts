import type { Phase } from '../types';
import { PASS, verdictsOf } from '../verdicts';

const { approve } = verdictsOf('trust');

/**
 * Authors whom moderators have approved before and never marked as spam. A guest's address has to
 * be confirmed: otherwise anyone could write under it.
 */
export const trust: Phase = {
  name: 'trust',
  run({ author, confirmedEmail, history }, { trust: { minApproved } }) {
    const isKnown = author.signedIn || (author.email !== null && confirmedEmail);
    return isKnown && history.spam === 0 && history.approved >= minApproved
      ? approve('known_author', `The author has ${history.approved} approved comments`, {
          count: history.approved,
        })
      : PASS;
  },
};
