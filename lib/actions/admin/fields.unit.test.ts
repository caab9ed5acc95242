import { expect, test } from '@playwright/test';
import { seoulMomentText } from '@/lib/format/seoul-moment';
import { seoulMoment, wholeNumber } from './fields';

test('a moment is read in Korean time, wherever the server or the browser stands', () => {
  const moment = seoulMoment('wrong');
  expect(moment.parse('2026-11-20T00:01')).toEqual(new Date('2026-11-19T15:01:00Z'));
  expect(seoulMomentText(new Date('2026-11-19T15:01:00Z'))).toBe('2026-11-20T00:01');
});

test('a moment that no calendar has is refused', () => {
  const moment = seoulMoment('wrong');
  for (const wrong of [
    '',
    '2026-02-30T10:00',
    '2026-13-01T00:00',
    '2026-01-01T24:00',
    '9999-01-01T00:00',
    '2026-01-01',
  ]) {
    expect(moment.safeParse(wrong).success, wrong).toBe(false);
  }
});

test('a whole number keeps to its limits; empty is none', () => {
  const number = wholeNumber(1, 10_000, 'wrong');
  expect(number.parse('')).toBeUndefined();
  expect(number.parse(' 10,000 ')).toBe(10_000);
  for (const wrong of ['0', '10001', '1.5', '-1', '1e3', '1,0,00', '９']) {
    expect(number.safeParse(wrong).success, wrong).toBe(false);
  }
});
