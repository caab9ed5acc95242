import { expect, test } from '@playwright/test';
import { decideCancel } from './cancel-rules';

const OWNER = { userId: 1, role: 'shopper' } as const;
const STRANGER = { userId: 2, role: 'shopper' } as const;
const ADMIN = { userId: 3, role: 'admin' } as const;

test('an order is cancelled by its shopper or an admin; to others it is not there', () => {
  const order = { userId: 1, status: 'paid' } as const;
  expect(decideCancel(order, OWNER)).toBe('cancel');
  expect(decideCancel(order, ADMIN)).toBe('cancel');
  expect(decideCancel(order, STRANGER)).toBe('notFound');
  expect(decideCancel(null, OWNER)).toBe('notFound');
  expect(decideCancel(null, ADMIN)).toBe('notFound');
});

test('an order is cancelled once, and never after it was sent', () => {
  expect(decideCancel({ userId: 1, status: 'cancelled' }, OWNER)).toBe('alreadyCancelled');
  expect(decideCancel({ userId: 1, status: 'fulfilled' }, OWNER)).toBe('alreadyFulfilled');
  expect(decideCancel({ userId: 1, status: 'cancelled' }, STRANGER)).toBe('notFound');
});
