import { expect, test } from '@playwright/test';
import { type EditedSinceView, mergedText } from './edited-since';

const SINCE: EditedSinceView = {
  code: 'EDITED_SINCE',
  version: 3,
  by: '민지',
  changes: [{ field: 'price', was: 10_000, now: 12_000 }],
};

test('a field that was left alone takes what somebody else saved', () => {
  expect(mergedText(SINCE, 'price', '10000')).toBe('12000');
});

test('what was typed stays', () => {
  expect(mergedText(SINCE, 'price', '11000')).toBe('11000');
  expect(mergedText(SINCE, 'nameKo', '배')).toBe('배');
  expect(mergedText(null, 'price', '10000')).toBe('10000');
});
