import ipaddr from 'ipaddr.js';

/** The part of IPv6 that is given out for global unicast (RFC 4291 section 2.4, IANA's registry); `::a.b.c.d` lies outside. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');
/** Serves metadata and secrets to machines in Azure, although it is a public address. The others are private or link-local. */
const PUBLIC_METADATA = '168.63.129.16';

/** An address in its usual spelling: four decimal parts, or IPv6 without a zone. */
function parse(text: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return ipaddr.IPv4.parse(text);
  return ipaddr.IPv6.isValid(text) && !text.includes('%') ? ipaddr.IPv6.parse(text) : undefined;
}

/**
 * Whether an address is globally routable unicast. Private, loopback, link-local, unique-local, multicast, reserved and shared
 * ones (RFC 6890) are not, nor is any that embeds an IPv4 address, private or not: mapped, 6to4, Teredo, NAT64.
 */
export function isPublicAddress(text: string): boolean {
  const address = parse(text);
  if (address?.range() !== 'unicast') return false;
  return address instanceof ipaddr.IPv6 ? address.match(GLOBAL_UNICAST) : address.toString() !== PUBLIC_METADATA;
}

/** 127.0.0.0/8 and ::1, and no other spelling of them. */
export const isLoopback = (text: string): boolean => parse(text)?.range() === 'loopback';
