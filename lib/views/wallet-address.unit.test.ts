import { expect, test } from '@playwright/test';
import { chipAddress, entriesAddress, parseEntryChoice } from './wallet-address';

test('a choice of entries comes back out of its address', () => {
  const choice = { kind: 'top_up', month: '2026-11' } as const;
  const address = entriesAddress('/wallet', choice, { next: '/checkout?coupon=A', before: 12 });
  const query = Object.fromEntries(new URL(address, 'http://shop').searchParams);
  expect(query).toEqual({ ...choice, next: '/checkout?coupon=A', before: '12' });
  expect(parseEntryChoice(query)).toEqual(choice);
  const everything = { kind: null, month: null };
  expect(entriesAddress('/wallet/export', everything, { next: '', before: null })).toBe(
    '/wallet/export',
  );
});

test('65, 79: what makes no sense chooses nothing', () => {
  const months = [
    '',
    '2026',
    '2026-00',
    '2026-13',
    '9999-12',
    '1999-12',
    "2026-11'; --",
    '２０２６-11',
  ];
  for (const month of months) {
    expect(parseEntryChoice({ month, kind: 'top_up' }), month).toEqual({
      kind: 'top_up',
      month: null,
    });
  }
  for (const kind of ['TOP_UP', 'topup', '__proto__', '']) {
    expect(parseEntryChoice({ kind }), kind).toEqual({ kind: null, month: null });
  }
  expect(parseEntryChoice({ kind: ['refund', 'payment'], month: ['2026-11', '2026-10'] })).toEqual({
    kind: null,
    month: null,
  });
});

test('an amount chip adds to what was typed, or takes its place, and keeps the form', () => {
  const form = { idempotencyKey: 'key', next: '/checkout?coupon=A', locale: 'ko', amount: '3,000' };
  const kept = 'form=key&next=%2Fcheckout%3Fcoupon%3DA';
  expect(chipAddress({ ...form, add: '10000' })).toBe(`/wallet?${kept}&fill=13000`);
  expect(chipAddress({ ...form, set: '7100' })).toBe(`/wallet?${kept}&fill=7100`);
  expect(chipAddress({ next: '', amount: 'three', add: '10000' })).toBe('/wallet?fill=10000');
});

test('65: what no chip sends leads nowhere', () => {
  expect(chipAddress({ amount: '3000', next: '/checkout' })).toBeNull();
  expect(chipAddress({ add: '-1', set: 'all' })).toBeNull();
  expect(chipAddress({ add: ['1', '2'] })).toBeNull();
});
