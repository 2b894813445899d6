import type { Phase } from '../types';
import { PASS } from '../verdicts';

/** What an external service said, such as Akismet; nothing when it was not asked or was down. */
export const external: Phase = {
  name: 'external',
  run: (facts) => facts.external ?? PASS,
};
