import { createDatabase } from '@/db/client';
import { BREAKS_BOOKS, expect, test } from '@/e2e/support/db-test';
import { makeProduct, makeShopper } from '@/e2e/support/sample';
import { runIntegrityCheck } from './integrity-runs';

const NOW = new Date('2026-11-23T03:00:00.000Z');

test('a check is kept with who asked, when, and the rows it names', { tag: BREAKS_BOOKS }, async ({
  db,
}) => {
  const actorUserId = await makeShopper(db, { role: 'admin', balance: 500 });
  expect(await runIntegrityCheck(db, { actorUserId }, NOW)).toMatchObject({ ok: true });
  await db.sql`update wallets set balance = 501 where user_id = ${actorUserId}`;
  await runIntegrityCheck(db, { actorUserId }, NOW);
  const kept = await db.sql<{ actor: number; at: string; name: string; rows: object[] }[]>`
    select actor_user_id as actor, created_at as at, r ->> 'name' as name, r -> 'broken' as rows
    from integrity_runs, json_array_elements(results) r
    where (r ->> 'brokenCount')::int > 0`;
  expect([...kept]).toEqual([
    {
      actor: actorUserId,
      at: '2026-11-23T03:00:00Z',
      name: 'wallet-balance-is-sum-of-entries',
      rows: [expect.objectContaining({ user_id: actorUserId, balance: 501, entries_total: 500 })],
    },
  ]);
});

test('one check at a time; another is told so and nothing is kept of it', async ({
  db,
  workerDatabase,
}) => {
  const actorUserId = await makeShopper(db, { role: 'admin' });
  const other = createDatabase({ url: workerDatabase.url('app'), max: 1 });
  await other.sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(7264837)`;
    expect(await runIntegrityCheck(db, { actorUserId }, NOW)).toEqual({
      ok: false,
      refusal: { code: 'CHECK_RUNNING' },
    });
  });
  await other.close();
  expect([...(await db.sql`select id from integrity_runs`)]).toEqual([]);
  expect(await runIntegrityCheck(db, { actorUserId }, NOW)).toMatchObject({ ok: true });
});

test('it waits for no lock of a sale and sees none of what is not committed', async ({
  db,
  workerDatabase,
}) => {
  const actorUserId = await makeShopper(db, { role: 'admin', balance: 500 });
  const productId = await makeProduct(db);
  const seller = createDatabase({ url: workerDatabase.url('app'), max: 1 });
  await seller.sql
    .begin(async (tx) => {
      await tx`select from wallets for update`;
      await tx`update stock set quantity = 1 where product_id = ${productId}`;
      const outcome = await runIntegrityCheck(db, { actorUserId }, NOW);
      expect(outcome.ok && outcome.value.filter(({ brokenCount }) => brokenCount > 0)).toEqual([]);
      throw new Error('rolled back');
    })
    .catch((error: Error) => expect(error.message).toBe('rolled back'));
  await seller.close();
});
