import { domainOf, isListed } from '../links';
import type { Phase } from '../types';
import { PASS, verdictsOf } from '../verdicts';

const { hold } = verdictsOf('disposable');

/** Throw-away addresses cannot be written to, and their holder is new every time. */
export const disposable: Phase = {
  name: 'disposable',
  run({ author, disposable: known }, { disposable: { domains } }) {
    const domain = author.email === null ? null : domainOf(author.email);
    if (domain === null || !(known || isListed(domain, new Set(domains)))) return PASS;
    return hold('domain', `${domain} gives out throw-away addresses`, { domain });
  },
};
