import { BREAKS_BOOKS, expect, test } from '@/e2e/support/db-test';
import { runVerify } from '@/e2e/support/run-verify';
import { makeProduct, makeShopper } from '@/e2e/support/sample';

test('`npm run verify` says that the books hold, or names the rows and exits 1', {
  tag: BREAKS_BOOKS,
}, async ({ db, workerDatabase }) => {
  const userId = await makeShopper(db, { balance: 5_000 });
  const productId = await makeProduct(db, { quantity: 3 });
  const clean = runVerify(workerDatabase.url('app'));
  expect(clean.stdout).toMatch(/holds +wallet-balance-is-sum-of-entries +2 rows, \d+ ms/);
  expect(clean.stdout).toMatch(/12 of 12 hold, \d+ rows, \d+ ms/);
  expect(clean.status).toBe(0);

  await db.sql`update wallets set balance = 4000 where user_id = ${userId}`;
  await db.sql`update stock set quantity = 4 where product_id = ${productId}`;
  const broken = runVerify(workerDatabase.url('app'));
  expect(broken.status).toBe(1);
  expect(broken.stdout).toMatch(/BROKEN +wallet-balance-is-sum-of-entries +2 rows, 1 broken/);
  expect(broken.stdout).toContain(`"user_id":${userId},"balance":4000,"entries_total":5000`);
  expect(broken.stdout).toMatch(/BROKEN +stock-is-sum-of-movements/);
  expect(broken.stdout).toContain(`"product_id":${productId},"quantity":4,"movements_total":3`);
  expect(broken.stdout).toContain('10 of 12 hold');
});
