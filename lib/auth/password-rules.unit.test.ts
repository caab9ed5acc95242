import { expect, test } from '@playwright/test';
import { commonPasswords } from './common-passwords';
import { passwordProblem } from './password-rules';

const none: ReadonlySet<string> = new Set();

test('length counts characters at the short end and bytes at the long end', () => {
  expect(passwordProblem('1234567', none)).toBe('tooShort');
  expect(passwordProblem('12345678', none)).toBeNull();
  expect(passwordProblem('👍👍👍👍', none)).toBe('tooShort');
  expect(passwordProblem('가나다라마바사아', none)).toBeNull();
  expect(passwordProblem('a'.repeat(1_024), none)).toBeNull();
  expect(passwordProblem('a'.repeat(1_025), none)).toBe('tooLong');
  expect(passwordProblem('가'.repeat(342), none)).toBe('tooLong');
});

test('what everybody tries first is refused in any case, far more than 3,000 of them', async () => {
  const common = await commonPasswords();
  const longEnough = [...common].filter((password) => password.length >= 8);
  expect(longEnough.length).toBeGreaterThan(3_000);
  expect(longEnough.every((password) => password === password.toLowerCase())).toBe(true);
  expect(passwordProblem('PassWord', common)).toBe('common');
  expect(passwordProblem('12345678', common)).toBe('common');
  expect(passwordProblem('jangteo-demo', common)).toBeNull();
});
