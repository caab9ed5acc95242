import { expect, test } from '@playwright/test';
import { decideFulfil } from './fulfil-rules';

test('a paid order is sent, once, and never after it was cancelled', () => {
  expect(decideFulfil({ status: 'paid' })).toBe('fulfil');
  expect(decideFulfil({ status: 'fulfilled' })).toBe('alreadyFulfilled');
  expect(decideFulfil({ status: 'cancelled' })).toBe('alreadyCancelled');
  expect(decideFulfil(null)).toBe('notFound');
});
