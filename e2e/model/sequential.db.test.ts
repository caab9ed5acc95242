/** One command after the other: the model predicts every answer, every row and every figure. */

import { test } from '../support/db-test';
import { checkStories } from './check-stories';

test('alone, every command gives exactly the answer and the rows that the model predicts', async ({
  db,
  workerDatabase,
}) => {
  await checkStories('sequential', {
    doors: [db],
    empty: workerDatabase.empty,
    shoppers: 3,
    goods: [
      { price: 10_000, quantity: 12 },
      { price: 3_333, quantity: 8 },
      { price: 10_000, quantity: 40 },
    ],
    length: 30,
    wishes: { min: 1, max: 1 },
    shortRuns: 12,
  });
});
