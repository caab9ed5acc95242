import { expect, test } from '@playwright/test';
import { entriesAddress, parseEntryChoice } from './wallet-address';

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
