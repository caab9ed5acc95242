import { expect, test } from '@playwright/test';
import { customerOf } from './customer-address';

test('an IPv4 address is counted as it is, mapped into IPv6 too', () => {
  expect(customerOf('203.0.113.7')).toBe('203.0.113.7');
  expect(customerOf('::ffff:203.0.113.7')).toBe('203.0.113.7');
});

test('of an IPv6 address the network is counted, however it is written', () => {
  const network = '2001:db8:1:2::/64';
  for (const address of ['2001:db8:1:2::1', '2001:DB8:1:2:ffff:0:0:1', '2001:db8:1:2:3:4:5:6']) {
    expect(customerOf(address)).toBe(network);
  }
  expect(customerOf('2001:db8::1')).toBe('2001:db8:0:0::/64');
  expect(customerOf('::1')).toBe('0:0:0:0::/64');
});

test('anything else stays short', () => {
  expect(customerOf('')).toBe('');
  expect(customerOf('x'.repeat(1_000))).toHaveLength(45);
});
