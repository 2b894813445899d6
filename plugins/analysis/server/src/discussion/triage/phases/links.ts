import { isListed, linksIn } from '../links';
import type { Phase } from '../types';
import { PASS, verdictsOf } from '../verdicts';

const { hold, spam } = verdictsOf('links');

/** A link needs a word about it: `Source: https://…` has one, and a moderator looks at it. */
const FEW_WORDS = 3;
/** Markup that is not rendered: once may be an example, again is a program. */
const MUCH_MARKUP = 2;

/** Many links, nothing but links, links that hide where they lead. */
export const links: Phase = {
  name: 'links',
  run({ content }, { links: settings }) {
    const trusted = new Set(settings.trustedDomains);
    const { hosts, markup, rest } = linksIn(content);
    const counted = hosts.filter((host) => !isListed(host, trusted));
    if (counted.length === 0) return PASS;
    const params = { count: counted.length };
    if (counted.length > settings.spamOver) {
      return spam('too_many', `Holds ${counted.length} links`, params);
    }
    const words = rest.match(/\p{L}{2,}/gu)?.length ?? 0;
    if (words === 0) return spam('link_only', 'Is nothing but links', params);
    if (markup >= MUCH_MARKUP)
      return spam('markup', 'Holds links written as HTML or BBCode', params);
    if (counted.length > settings.holdOver) {
      return hold('many', `Holds ${counted.length} links`, params);
    }
    if (markup > 0) return hold('markup', 'Holds a link written as HTML or BBCode', params);
    const shorteners = new Set(settings.shorteners);
    const short = counted.find((host) => isListed(host, shorteners));
    if (short !== undefined) {
      return hold('shortener', `${short} hides where its link leads`, { domain: short });
    }
    return words < FEW_WORDS ? hold('hardly_a_word', 'Is hardly more than a link', params) : PASS;
  },
};
