import ipaddr from 'ipaddr.js';

/**
 * The part of an address that a household or office shares: /24 of IPv4, /48 of IPv6 (what
 * RFC 6177 gives a site), so that changing the last digits does not make another network.
 * @returns `ipv4:` or `ipv6:` and the bytes; `unknown` for what is no address
 */
export function networkPrefix(address: string): string {
  if (!ipaddr.isValid(address)) return 'unknown';
  const parsed = ipaddr.process(address);
  const kept = parsed.kind() === 'ipv4' ? 3 : 6;
  return `${parsed.kind()}:${parsed.toByteArray().slice(0, kept).join('.')}`;
}
