import { expect, test } from '@playwright/test';
import { rankMove } from './popular-rules';

test('a smaller rank is higher', () => {
  expect(rankMove(1, 3)).toEqual({ kind: 'up', by: 2 });
  expect(rankMove(3, 1)).toEqual({ kind: 'down', by: 2 });
  expect(rankMove(2, 2)).toEqual({ kind: 'same' });
  expect(rankMove(2, null)).toEqual({ kind: 'new' });
});
