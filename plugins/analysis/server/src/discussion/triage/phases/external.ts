import type { Phase } from '../types';
import { PASS } from '../verdicts';

/** What an outside service said, such as Akismet; nothing when none was asked. */
export const external: Phase = {
  name: 'external',
  run: (signals) => signals.external ?? PASS,
};
