import 'server-only';
import { and, desc, eq, gte, inArray, lt, type SQL, sql } from 'drizzle-orm';
import { database } from '@/db';
import { walletEntries } from '@/db/schema';
import { addMonths, startOfSeoulDay } from '@/lib/domain/seoul-day';
import { formatEntryNumber } from '@/lib/format/entry-number';
import type { WalletEntryPageView, WalletEntryView, WalletView } from '@/lib/views/wallet';
import type { EntryChoice } from '@/lib/views/wallet-address';

const ENTRIES_PER_BATCH = 1_000;

/**
 * Entries of a shopper's wallet, newest first.
 * @param before older than this number; null: from the newest on
 */
export async function listEntries(
  userId: number,
  choice: EntryChoice,
  before: number | null,
  limit: number,
): Promise<WalletEntryView[]> {
  const older = before === null ? undefined : lt(walletEntries.seq, before);
  return selectEntries(userId, and(chosen(userId, choice), older), limit);
}

/** How many entries were chosen and what they brought in and took out; null when all of them were. */
export async function sumEntries(
  userId: number,
  choice: EntryChoice,
): Promise<WalletView['chosen']> {
  if (choice.kind === null && choice.month === null) return null;
  const { amount } = walletEntries;
  const [sums] = await database()
    .orm.select({
      count: sql<number>`count(*)::int`,
      moneyIn: sql`coalesce(sum(${amount}) filter (where ${amount} > 0), 0)`.mapWith(Number),
      moneyOut: sql`coalesce(-sum(${amount}) filter (where ${amount} < 0), 0)`.mapWith(Number),
    })
    .from(walletEntries)
    .where(chosen(userId, choice));
  return sums ?? null;
}

/**
 * Every chosen entry, newest first, for a download: read by key in batches, so that nothing is held
 * between two of them. Entries never change and newer ones come before the first: it is one state.
 */
export async function* readEntries(
  userId: number,
  choice: EntryChoice,
): AsyncGenerator<WalletEntryView[], void> {
  let before: number | null = null;
  for (;;) {
    const batch: WalletEntryView[] = await listEntries(userId, choice, before, ENTRIES_PER_BATCH);
    yield batch;
    if (batch.length < ENTRIES_PER_BATCH) return;
    before = batch.at(-1)?.seq ?? null;
  }
}

/**
 * One entry of a shopper's own wallet with what came before and after it.
 * @returns null when this wallet has no such entry; there is no way to another's
 */
export async function getWalletEntry(
  userId: number,
  seq: number,
): Promise<WalletEntryPageView | null> {
  const around = inArray(walletEntries.seq, [seq - 1, seq, seq + 1]);
  const entries = await selectEntries(userId, and(eq(walletEntries.userId, userId), around), 3);
  const find = (wanted: number) => entries.find((entry) => entry.seq === wanted) ?? null;
  const entry = find(seq);
  if (!entry) return null;
  const before = find(seq - 1);
  const follows =
    (before !== null || seq === 1) &&
    (before?.balanceAfter ?? 0) + entry.amount === entry.balanceAfter;
  return { entry, before, after: find(seq + 1), follows };
}

function chosen(userId: number, { kind, month }: EntryChoice): SQL | undefined {
  return and(
    eq(walletEntries.userId, userId),
    kind === null ? undefined : eq(walletEntries.kind, kind),
    ...(month === null
      ? []
      : [
          gte(walletEntries.createdAt, startOfSeoulDay(`${month}-01`)),
          lt(walletEntries.createdAt, startOfSeoulDay(`${addMonths(month, 1)}-01`)),
        ]),
  );
}

async function selectEntries(
  userId: number,
  where: SQL | undefined,
  limit: number,
): Promise<WalletEntryView[]> {
  const rows = await database()
    .orm.select({
      seq: walletEntries.seq,
      kind: walletEntries.kind,
      amount: walletEntries.amount,
      balanceAfter: walletEntries.balanceAfter,
      actorUserId: walletEntries.actorUserId,
      orderId: walletEntries.orderId,
      reason: walletEntries.reason,
      createdAt: walletEntries.createdAt,
    })
    .from(walletEntries)
    .where(where)
    .orderBy(desc(walletEntries.seq))
    .limit(limit);
  return rows.map(({ actorUserId, ...entry }) => ({
    ...entry,
    number: formatEntryNumber(userId, entry.seq),
    byOperator: actorUserId !== userId,
  }));
}
