import { isIPv6 } from 'node:net';

/** Groups of an IPv6 address that name one customer (/64); the rest is theirs to choose freely. */
const CUSTOMER_GROUPS = 4;

/** An IPv4 address as it is, of an IPv6 address the network. */
export function customerOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(address)) return address.slice(0, 45);
  const [head = '', tail] = address.toLowerCase().split('::');
  const left = head.split(':').filter(Boolean);
  const right = (tail ?? '').split(':').filter(Boolean);
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length;
  const groups = [...left, ...Array<string>(zeros).fill('0'), ...right];
  return `${groups.slice(0, CUSTOMER_GROUPS).join(':')}::/64`;
}
