import { expect, test } from '@playwright/test';
import { fillText } from './fill-text';

test('open places are filled, unknown ones stay', () => {
  expect(fillText('{code}: {discount} off {x}', { code: 'A', discount: '₩1' })).toBe(
    'A: ₩1 off {x}',
  );
});
