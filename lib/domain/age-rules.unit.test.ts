import { expect, test } from '@playwright/test';
import { isTooOld, MOST_AGE_MS, SETTLED_AFTER_MS } from './age-rules';

const PRESSED = 1_000_000;

test('a press is written up to ten seconds after it, and not a millisecond later', () => {
  expect(isTooOld(PRESSED, PRESSED)).toBe(false);
  expect(isTooOld(PRESSED, PRESSED + MOST_AGE_MS)).toBe(false);
  expect(isTooOld(PRESSED, PRESSED + MOST_AGE_MS + 1)).toBe(true);
  expect(MOST_AGE_MS).toBe(10_000);
});

test('a page says that a press did nothing when its last write has had its seven seconds', () => {
  expect(SETTLED_AFTER_MS).toBe(MOST_AGE_MS + 7_000);
});
