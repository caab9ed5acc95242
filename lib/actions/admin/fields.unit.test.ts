import { expect, test } from '@playwright/test';
import { seoulMomentText } from '@/lib/format/seoul-moment';
import { countOf, wonOf } from '@/lib/parse-amount';
import { changeField, neededNumber, numberField, seoulMoment } from './fields';

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

test('a number keeps to its limits; empty is none', () => {
  const number = numberField(wonOf, 1, 10_000, 'wrong');
  expect(number.parse('')).toBeUndefined();
  for (const right of [' 10,000 ', '10000', '10,000원', '₩10,000']) {
    expect(number.parse(right), right).toBe(10_000);
  }
  for (const wrong of ['0', '10001', '1.5', '-1', '1e3', '1,0,00', '９', '10,000개']) {
    expect(number.safeParse(wrong).error?.issues[0]?.message, wrong).toBe('wrong');
  }
  expect(neededNumber(wonOf, 0, 10, 'wrong').parse('0')).toBe(0);
  expect(neededNumber(wonOf, 0, 10, 'wrong').safeParse(' ').success).toBe(false);
});

test('a change is not nothing, and keeps to its limit either way', () => {
  const change = changeField(countOf, 10_000, 'wrong');
  expect(['+10,000', '-10 000', '−3'].map((text) => change.parse(text))).toEqual([
    10_000, -10_000, -3,
  ]);
  for (const wrong of ['0', '-0', '10,001', '-10001', '3원', '1.5', '--3']) {
    expect(change.safeParse(wrong).error?.issues[0]?.message, wrong).toBe('wrong');
  }
});
