import type { Phase } from '../types';
import { PASS, verdictsOf } from '../verdicts';

const { reject, spam } = verdictsOf('duplicates');

/** The same text again by the same author, or much the same under many articles. */
export const duplicates: Phase = {
  name: 'duplicates',
  run({ duplicate }, { duplicates: { sameAuthor, nearElsewhere } }) {
    if (duplicate.nearElsewhere >= nearElsewhere) {
      return spam(
        'elsewhere',
        `Nearly the same text stands ${duplicate.nearElsewhere} times under other articles`,
        {
          count: duplicate.nearElsewhere,
        }
      );
    }
    if (!duplicate.bySameAuthor) return PASS;
    const say = sameAuthor === 'spam' ? spam : reject;
    return say('same_author', 'The same author has posted this text before');
  },
};
