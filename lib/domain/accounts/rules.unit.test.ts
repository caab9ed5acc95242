import { expect, test } from '@playwright/test';
import { normaliseEmail } from './rules';

test('an address is one address however it is typed', () => {
  for (const typed of ['kim@example.com', ' Kim@Example.COM\n', 'ｋｉｍ＠ｅｘａｍｐｌｅ．ｃｏｍ']) {
    expect(normaliseEmail(typed)).toBe('kim@example.com');
  }
});
