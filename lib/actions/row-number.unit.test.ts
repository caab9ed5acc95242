import { expect, test } from '@playwright/test';
import { z } from 'zod';
import { rowNumber } from './row-number';

test('a plain positive number is a row; anything else is invalid, in the words of the form', () => {
  const form = z.strictObject({ orderId: rowNumber });
  expect(form.parse({ orderId: '42' })).toEqual({ orderId: 42 });
  for (const orderId of ['0', '-1', '042', '1;drop table', '0x1', '9007199254740993', '']) {
    const parsed = form.safeParse({ orderId }, { error: () => 'not right' });
    expect(parsed.error?.issues.map(({ path, message }) => [path, message])).toEqual([
      [['orderId'], 'not right'],
    ]);
  }
});
