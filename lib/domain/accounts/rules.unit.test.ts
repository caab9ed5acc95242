import { expect, test } from '@playwright/test';
import { CLOSED_ACCOUNT_NAME, closedAccountEmail, normaliseEmail } from './rules';

test('an address is one address however it is typed', () => {
  for (const typed of ['kim@example.com', ' Kim@Example.COM\n', 'ｋｉｍ＠ｅｘａｍｐｌｅ．ｃｏｍ']) {
    expect(normaliseEmail(typed)).toBe('kim@example.com');
  }
});

test('a closed account leaves one name for all, and an address of its own that no mail reaches', () => {
  // The books hold this text: pages know a closed account by it, those closed long ago too.
  expect(CLOSED_ACCOUNT_NAME).toBe('탈퇴한 회원');
  expect([7, 42].map(closedAccountEmail)).toEqual([
    'closed-7@closed.invalid',
    'closed-42@closed.invalid',
  ]);
});
