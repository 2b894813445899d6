import ipaddr from 'ipaddr.js';
import { mailboxOf } from '../../../../../shared/mailbox';
import { domainOf, hostOf, isListed, linksIn } from '../links';
import type { Phase } from '../types';
import { PASS, verdictsOf } from '../verdicts';

const { spam } = verdictsOf('banned');

/** Whether an address lies in one of the networks, which are addresses or CIDR ranges. */
function isInside(address: string, networks: string[]): boolean {
  if (!ipaddr.isValid(address)) return false;
  const own = ipaddr.process(address);
  return networks.some((network) => {
    const [base, bits] = network.includes('/')
      ? ipaddr.parseCIDR(network)
      : ([ipaddr.parse(network), Infinity] as const);
    return (
      own.kind() === base.kind() && own.match(base, Math.min(bits, base.toByteArray().length * 8))
    );
  });
}

/** Comments by whom a moderator banned, and from the operator's own lists, are spam. */
export const banned: Phase = {
  name: 'banned',
  run({ content, author, address, blockedBy }, { banned: lists }) {
    if (blockedBy !== null) {
      const until = blockedBy.until?.toISOString();
      return spam('banned', `A moderator banned this ${blockedBy.kind}`, {
        kind: blockedBy.kind,
        ...(until ? { until } : {}),
        ...(blockedBy.reason ? { reason: blockedBy.reason } : {}),
      });
    }
    const email = author.email === null ? null : mailboxOf(author.email);
    if (email !== null && lists.blockedEmails.some((listed) => mailboxOf(listed) === email)) {
      return spam('blocked_email', "The author's e-mail address is on the block list");
    }
    const domains = new Set(lists.blockedDomains);
    const hosts = [
      ...(email === null ? [] : [domainOf(email), domainOf(author.email ?? '')]),
      ...(author.url === null ? [] : [hostOf(author.url) ?? '']),
      ...(domains.size > 0 ? linksIn(content).hosts : []),
    ];
    const listed = hosts.find((host) => isListed(host, domains));
    if (listed !== undefined) {
      return spam('blocked_domain', `${listed} is on the block list`, { domain: listed });
    }
    return address !== null && isInside(address, lists.blockedNetworks)
      ? spam('blocked_network', "The author's network is on the block list")
      : PASS;
  },
};
