import type { Database } from '@/db/client';

/**
 * When the shop's books begin: its first wallet entry or stock movement, whichever came first. An
 * order has both behind it, so none is older.
 * @returns null: nothing is recorded yet
 */
export async function getFirstRecord({ sql }: Database): Promise<Date | null> {
  const [row] = await sql<{ first: string | null }[]>`
    select least(
      (select min(created_at) from wallet_entries),
      (select min(created_at) from stock_movements where kind = 'opening')) as first`;
  return row?.first ? new Date(row.first) : null;
}
