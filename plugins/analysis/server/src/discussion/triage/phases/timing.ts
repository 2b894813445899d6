import type { Phase } from '../types';
import { PASS, verdictsOf } from '../verdicts';

const { hold } = verdictsOf('timing');

/**
 * Nobody reads an article and writes about it within seconds. Without a token there is no telling:
 * scripts may be off, and API clients have no form.
 */
export const timing: Phase = {
  name: 'timing',
  run({ secondsToSubmit: seconds }, { timing: { minSeconds, requireToken } }) {
    if (seconds === null) {
      return requireToken ? hold('no_token', 'The form was sent without its token') : PASS;
    }
    if (seconds === 'invalid' || !Number.isFinite(seconds) || seconds < 0) {
      return hold('invalid_token', "The form's token is not one of ours");
    }
    return seconds < minSeconds
      ? hold('too_fast', `Written in ${Math.floor(seconds)} seconds`, {
          seconds: Math.floor(seconds),
          limit: minSeconds,
        })
      : PASS;
  },
};
