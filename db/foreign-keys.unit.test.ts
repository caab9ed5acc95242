import { expect, test } from '@playwright/test';
import { brokenForeignKey } from './foreign-keys';

test('rows that break a foreign key are one line, however the error is wrapped; no other error is', () => {
  const refused = Object.assign(new Error('violates foreign key constraint'), {
    code: '23503',
    constraint_name: 'lines_of_order',
    detail: 'Key (id)=(9) is not present in table "orders".',
  });
  const line =
    'The database has rows that break its foreign key lines_of_order: Key (id)=(9) is not present in table "orders".';
  const wrapped = new Error('Failed query: ALTER TABLE …\nparams: ', { cause: refused });
  expect([brokenForeignKey(refused)?.message, brokenForeignKey(wrapped)?.message]).toEqual([
    line,
    line,
  ]);
  expect(brokenForeignKey(Object.assign(new Error('gone'), { code: '57P01' }))).toBeNull();
});
