import { randomUUID } from 'node:crypto';
import { askSales } from '@/e2e/support/ask-sales';
import { expect, test } from '@/e2e/support/db-test';
import { makeSalesHistory, seoul } from '@/e2e/support/sales-history';
import { GENEROUS_LIMITS, makeShopper, succeeded } from '@/e2e/support/sample';
import { getSalesScreen } from '../sales/get-sales-screen';
import { netFlow } from '../sales/rules';
import { adjustWallet } from './adjust-wallet';
import { type EntryKey, listAllEntries } from './list-all-entries';

const NOW = seoul('2026-11-23T15:30:00');
const WEEK = { from: '2026-11-17', to: '2026-11-23', hour: null };

test('the entries of a range are what moved the liability, page after page', async ({ db }) => {
  await makeSalesHistory(db);
  const question = askSales({ range: '7d' }, NOW);
  const { wallet } = await getSalesScreen(db, question, { asOf: NOW, live: true }, db);
  const amounts: number[] = [];
  let before: EntryKey | null = null;
  do {
    const page = await listAllEntries(db, { ...WEEK, kind: null }, { before, limit: 7 }, NOW);
    expect(page.sum).toBe(wallet.closing - wallet.opening);
    expect(page.opening).toBe(wallet.opening);
    amounts.push(...page.entries.map(({ amount }) => amount));
    before = page.entries.length < 7 ? null : (page.entries.at(-1) ?? null);
    if (before === null) expect(amounts).toHaveLength(page.count);
  } while (before !== null);
  expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(wallet.closing - wallet.opening);
});

test('what was held before the first day comes of the entries, not of a balance that is wrong', async ({
  db,
}) => {
  await makeSalesHistory(db);
  const page = { before: null, limit: 1 };
  const right = await listAllEntries(db, { ...WEEK, kind: null }, page, NOW);
  await db.sql`update wallets set balance = balance + 1`;
  const { opening } = await listAllEntries(db, { ...WEEK, kind: null }, page, NOW);
  await db.sql`update wallets set balance = balance - 1`;
  expect(opening).toBe(right.opening);
});

test('each kind is its column of the flows; what came later is left out', async ({ db }) => {
  await makeSalesHistory(db);
  const question = askSales({ range: '7d' }, NOW);
  const { wallet } = await getSalesScreen(db, question, { asOf: NOW, live: false }, db);
  const page = { before: null, limit: 1 };
  const kinds = { top_up: 'topUps', payment: 'payments', refund: 'refunds' } as const;
  for (const [kind, column] of Object.entries(kinds)) {
    const chosen = { ...WEEK, kind: kind as keyof typeof kinds };
    const { sum } = await listAllEntries(db, chosen, page, NOW);
    expect(sum, kind).toBe(wallet.flows.reduce((total, flow) => total + flow[column], 0));
  }
  const earlier = seoul('2026-11-22T12:00:00');
  const refunds = await listAllEntries(db, { ...WEEK, kind: 'refund' }, page, earlier);
  expect(refunds).toMatchObject({ count: 1, sum: 50_000 });
});

test('an hour of the flows is its entries; adjustments do not cancel each other out', async ({
  db,
}) => {
  await makeSalesHistory(db);
  const customerId = await makeShopper(db, { balance: 10_000 });
  const operator = await makeShopper(db, { role: 'admin' });
  for (const [shownBalance, amount] of [
    [10_000, 5_000],
    [15_000, -5_000],
  ] as const) {
    const adjustment = { customerId, shownBalance, amount, reason: '시험', actorUserId: operator };
    const form = { idempotencyKey: randomUUID() };
    const at = seoul('2026-11-23T14:30:00');
    succeeded(
      await adjustWallet(
        db,
        { ...adjustment, ...form },
        { ...GENEROUS_LIMITS, mostWon: 1_000_000 },
        at,
      ),
    );
  }
  const question = askSales({ range: 'today' }, NOW);
  const { wallet } = await getSalesScreen(db, question, { asOf: NOW, live: true }, db);
  expect(wallet.flows[14]).toMatchObject({ adjustedUp: 5_000, adjustedDown: -5_000 });
  const day = { from: '2026-11-23', to: '2026-11-23', kind: null };
  for (const [hour, flow] of wallet.flows.entries()) {
    const { sum } = await listAllEntries(db, { ...day, hour }, { before: null, limit: 1 }, NOW);
    expect(sum, `${hour}`).toBe(netFlow(flow));
  }
});
