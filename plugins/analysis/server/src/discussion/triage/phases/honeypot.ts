import type { Phase } from '../types';
import { PASS, verdictsOf } from '../verdicts';

const { spam } = verdictsOf('honeypot');

/** People do not see the field; programs that fill in every one do. */
export const honeypot: Phase = {
  name: 'honeypot',
  run: (signals) =>
    signals.honeypot === ''
      ? PASS
      : spam('filled_in', 'A field that people do not see was filled in'),
};
