/** Two to eight commands at the same time, over two instances: some order of them explains it all. */

import { createDatabase } from '@/db/client';
import { test } from '../support/db-test';
import { checkStories } from './check-stories';

test('at the same time, the answers and rows are those of some order of the commands', async ({
  db,
  workerDatabase,
}) => {
  const other = createDatabase({ url: workerDatabase.url('app'), max: 10 });
  await checkStories('parallel', {
    doors: [db, other],
    empty: workerDatabase.empty,
    shoppers: 3,
    goods: [
      { price: 10_000, quantity: 40 },
      { price: 3_333, quantity: 6 },
    ],
    length: 8,
    wishes: { min: 2, max: 8 },
    shortRuns: 10,
  });
  await other.close();
});
