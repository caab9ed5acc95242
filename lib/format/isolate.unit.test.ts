import { expect, test } from '@playwright/test';
import { isolate } from './isolate';

test('only what is written from right to left is held apart', () => {
  expect(isolate('사과 Apple 🍎')).toBe('사과 Apple 🍎');
  expect(isolate('تفاح 5')).toBe('\u2068تفاح 5\u2069');
  expect(isolate('사과 תפוח')).toBe('\u2068사과 תפוח\u2069');
});
