import type { Phase } from '../types';
import { PASS, verdictsOf } from '../verdicts';

const { hold } = verdictsOf('flood');

/** Many comments in a short time wait, by whoever wrote them and by where they came from. */
export const flood: Phase = {
  name: 'flood',
  run({ recent }, { flood: { perIdentity, perNetwork, windowMinutes } }) {
    const params = (limit: number) => ({ limit, minutes: windowMinutes });
    if (recent.byIdentity >= perIdentity) {
      return hold(
        'identity',
        `More than ${perIdentity} comments by this author in ${windowMinutes} minutes`,
        params(perIdentity)
      );
    }
    return recent.byNetwork >= perNetwork
      ? hold(
          'network',
          `More than ${perNetwork} comments from this network in ${windowMinutes} minutes`,
          params(perNetwork)
        )
      : PASS;
  },
};
