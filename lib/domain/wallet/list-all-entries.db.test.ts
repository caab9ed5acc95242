import { askSales } from '@/e2e/support/ask-sales';
import { expect, test } from '@/e2e/support/db-test';
import { makeSalesHistory, seoul } from '@/e2e/support/sales-history';
import { getSalesScreen } from '../sales/get-sales-screen';
import { type EntryKey, listAllEntries } from './list-all-entries';

const NOW = seoul('2026-11-23T15:30:00');
const WEEK = { from: '2026-11-17', to: '2026-11-23' };

test('the entries of a range are what moved the liability, page after page', async ({ db }) => {
  await makeSalesHistory(db);
  const question = askSales({ range: '7d' }, NOW);
  const { wallet } = await getSalesScreen(db, question, { asOf: NOW, live: true });
  const amounts: number[] = [];
  let before: EntryKey | null = null;
  do {
    const page = await listAllEntries(db, { ...WEEK, kind: null }, { before, limit: 7 }, NOW);
    expect(page.sum).toBe(wallet.closing - wallet.opening);
    amounts.push(...page.entries.map(({ amount }) => amount));
    before = page.entries.length < 7 ? null : (page.entries.at(-1) ?? null);
    if (before === null) expect(amounts).toHaveLength(page.count);
  } while (before !== null);
  expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(wallet.closing - wallet.opening);
});

test('each kind is its column of the flows; what came later is left out', async ({ db }) => {
  await makeSalesHistory(db);
  const question = askSales({ range: '7d' }, NOW);
  const { wallet } = await getSalesScreen(db, question, { asOf: NOW, live: false });
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
