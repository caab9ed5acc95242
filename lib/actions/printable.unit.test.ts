import { expect, test } from '@playwright/test';
import { isPrintable } from './printable';

test('names of every language can be shown', () => {
  for (const name of ['홍길동', 'Nguyễn Thị Hà', 'עִבְרִית', 'مُحَمَّد', 'ที่นี่', 'हिन्दी', '👩‍👩‍👧‍👦']) {
    expect(isPrintable(name), name).toBe(true);
  }
});

test('what controls, turns or covers the text around it cannot', () => {
  for (const text of ['a\u0007', 'a\u202Eb', 'a\u2068b', `Z${'\u0351'.repeat(5)}`]) {
    expect(isPrintable(text), JSON.stringify(text)).toBe(false);
  }
});
