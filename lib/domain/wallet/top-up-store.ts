import type { PendingQuery, Row } from 'postgres';
import type { ReservedSql } from '@/db/client';
import type { KeyedRequest } from '../idempotency/store';
import { sumToppedUpToday } from './get-topped-up-today';
import type { LockedWallet } from './store';

/** What a top-up leaves behind. */
interface TopUpEntry {
  amount: number;
  balanceAfter: number;
  entrySeq: number;
}

/**
 * Claims the key, locks the wallet and reads what a top-up is decided on, in one round trip
 * (protocol.md: The one transaction). A concurrent twin waits here until the first one ends.
 *
 * @returns `wallet` null: no such user, or a closed account; `taken`: what an earlier transaction stored under the key
 */
export async function loadTopUp(
  sql: ReservedSql,
  { userId, action, key, requestHash }: KeyedRequest,
  now: Date,
) {
  const [, wallets, taken, sums] = await Promise.all([
    // Nobody who does not exist claims a key.
    sql`
      insert into idempotency_keys (user_id, action, key, request_hash, created_at)
      select id, ${action}, ${key}, ${requestHash}, ${now.toISOString()} from users where id = ${userId}
      on conflict do nothing`,
    sql<LockedWallet[]>`
      select user_id as "userId", balance, last_seq as "lastSeq" from wallets
      where user_id = ${userId} and closed_at is null for update`,
    sql<{ requestHash: string; result: unknown }[]>`
      select request_hash as "requestHash", result from idempotency_keys
      where key = ${key} and user_id = ${userId} and action = ${action} and result is not null`,
    // After the lock: a top-up that was waited for counts.
    sumToppedUpToday(sql, userId, now),
  ]);
  return { wallet: wallets[0] ?? null, taken: taken[0] ?? null, toppedUpToday: sums[0].today };
}

/** The entry, the balance and the answer under the key, in one statement. Not sent yet. */
export function writeTopUp(
  sql: ReservedSql,
  { userId, action, key }: KeyedRequest,
  result: TopUpEntry,
  now: Date,
): PendingQuery<Row[]> {
  const { amount, balanceAfter, entrySeq } = result;
  return sql`
    with moved as (
      update wallets set balance = ${balanceAfter}, last_seq = ${entrySeq}
      where user_id = ${userId}
    ), entry as (
      insert into wallet_entries
        (user_id, seq, kind, amount, balance_after, actor_user_id, created_at)
      values (${userId}, ${entrySeq}, 'top_up', ${amount}, ${balanceAfter}, ${userId},
        ${now.toISOString()})
    )
    update idempotency_keys set result = ${JSON.stringify(result)}::text::jsonb
    where key = ${key} and user_id = ${userId} and action = ${action}`;
}
