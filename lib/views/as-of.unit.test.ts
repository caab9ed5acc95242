import { expect, test } from '@playwright/test';
import { asOfPath, asOfText, parseAsOf } from './as-of';

const NINE = '2026-11-20T00:00:00.000Z';

for (const [written, instant] of [
  ['2026-11-20T09:00+09:00', NINE],
  ['2026-11-20T09:00 09:00', NINE],
  ['2026-11-20T09:00', NINE],
  ['2026-11-20T00:00Z', NINE],
  ['2026-11-19T16:00-08:00', NINE],
  ['2026-11-20T09:00:00.000', NINE],
  ['2026-11-20T09:00:59.5', '2026-11-20T00:00:59.500Z'],
  ['2024-02-29T00:00', '2024-02-28T15:00:00.000Z'],
  ['2000-01-01T00:00Z', '2000-01-01T00:00:00.000Z'],
  ['2099-12-31T23:59Z', '2099-12-31T23:59:00.000Z'],
] as const) {
  test(`${written} is ${instant}`, () => {
    expect((parseAsOf(written) as Date).toISOString()).toBe(instant);
  });
}

for (const written of [
  'yesterday',
  '2026-11-20',
  '2026-02-30T09:00',
  '2026-13-01T09:00',
  '2026-11-20T24:30',
  '2026-11-20T09:00+99:00',
  '2026-11-20T09:00;drop',
  '1',
  '0000-01-01T00:00Z',
  '1999-12-31T23:59Z',
  '2100-01-01T00:00Z',
  '9999-12-31T23:59-12:00',
]) {
  test(`${written} is no moment`, () => {
    expect(parseAsOf(written)).toBe('unreadable');
  });
}

test('nothing asked for is now; two moments are none', () => {
  expect(parseAsOf(undefined)).toBeNull();
  expect(parseAsOf('')).toBeNull();
  expect(parseAsOf(['2026-11-20T09:00', '2026-11-21T09:00'])).toBe('unreadable');
});

test('an address says the moment in Korean time, as short as it can, and is read back', () => {
  for (const [instant, text] of [
    [NINE, '2026-11-20T09:00'],
    ['2026-11-20T00:00:07Z', '2026-11-20T09:00:07'],
    ['2026-11-20T00:00:00.250Z', '2026-11-20T09:00:00.250'],
  ] as const) {
    expect(asOfText(new Date(instant))).toBe(text);
    expect(parseAsOf(text)).toEqual(new Date(instant));
  }
  expect(asOfPath('/admin/stock', new Date(NINE))).toBe('/admin/stock?asOf=2026-11-20T09:00');
  expect(asOfPath('/admin/stock?level=low', new Date(NINE))).toBe(
    '/admin/stock?level=low&asOf=2026-11-20T09:00',
  );
  expect(asOfPath('/admin/stock', null)).toBe('/admin/stock');
});
