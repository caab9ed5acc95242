import { expect, test } from '@playwright/test';
import {
  formatDate,
  formatDateTime,
  formatEnd,
  formatMonth,
  formatShortDate,
  formatStart,
  formatTime,
  formatTimestamp,
} from './date-time';

const justAfterSeoulMidnight = new Date('2026-11-19T15:30:00Z');

test('an instant is shown on its Seoul day', () => {
  expect(formatDate(justAfterSeoulMidnight, 'ko')).toBe('2026년 11월 20일');
  expect(formatDate(justAfterSeoulMidnight, 'en')).toBe('20 Nov 2026');
  expect(formatShortDate(justAfterSeoulMidnight, 'ko')).toBe('11월 20일');
  expect(formatShortDate(justAfterSeoulMidnight, 'en')).toBe('20 Nov');
});

test('the clock has 24 hours and midnight is 00', () => {
  expect(formatTime(justAfterSeoulMidnight, 'ko')).toBe('00:30');
  expect(formatDateTime(justAfterSeoulMidnight, 'ko')).toBe('2026년 11월 20일 00:30');
  expect(formatDateTime(new Date('2026-11-20T12:05:00Z'), 'en')).toBe('20 Nov 2026, 21:05');
});

test('a timestamp is ISO 8601 with the offset of Seoul, to the second', () => {
  expect(formatTimestamp(justAfterSeoulMidnight)).toBe('2026-11-20T00:30:00+09:00');
  expect(formatTimestamp(new Date('2026-01-01T03:04:05.678Z'))).toBe('2026-01-01T12:04:05+09:00');
});

test('a month is written out', () => {
  expect(formatMonth('2026-11', 'ko')).toBe('2026년 11월');
  expect(formatMonth('2026-01', 'en')).toBe('January 2026');
});

test('a period is told by its days where it begins and ends with them', () => {
  const midnight = new Date('2026-11-20T15:00:00Z');
  expect(formatStart(midnight, 'ko')).toBe('2026년 11월 21일');
  expect(formatEnd(midnight, 'ko')).toBe('2026년 11월 20일');
  expect(formatEnd(midnight, 'en')).toBe('20 Nov 2026');
  const atTwo = new Date('2026-11-20T05:00:00Z');
  expect(formatStart(atTwo, 'en')).toBe('20 Nov 2026, 14:00');
  expect(formatEnd(atTwo, 'ko')).toBe('2026년 11월 20일 14:00');
});
