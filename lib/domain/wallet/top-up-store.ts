import type { PendingQuery, Row } from 'postgres';
import type { ReservedSql } from '@/db/client';
import {
  claimKeys,
  type KeyRow,
  type Press,
  returnKeys,
  takenKeys,
  uuidList,
} from '../idempotency/batch-store';
import type { Won } from '../money';
import { type SeoulDay, seoulDay } from '../seoul-day';
import { sumToppedUp, type ToppedUpOnDay } from './get-topped-up-today';
import type { ToppedUp, TopUpLimits, TopUpWallet } from './rules';

export interface TopUpCommand {
  userId: number;
  amount: Won;
  /** UUID made when the form was rendered. */
  idempotencyKey: string;
}

/** A press of the top-up form on its way through a batch. */
export interface TopUpRequest extends Press<TopUpCommand> {
  limits: TopUpLimits;
}

/** An accepted request with what its shopper is told. */
export interface AcceptedTopUp {
  request: TopUpRequest;
  result: ToppedUp;
}

export interface LoadedTopUps {
  /** Keys that earlier transactions finished. */
  taken: KeyRow[];
  /** By user; nobody who does not exist, nor closed accounts. */
  wallets: Map<number, TopUpWallet>;
}

/**
 * Claims the keys of a batch of top-ups, locks their wallets by ascending shopper and reads what they
 * are decided on, in one round trip (protocol.md: The one transaction).
 */
export async function loadTopUps(sql: ReservedSql, batch: TopUpRequest[]): Promise<LoadedTopUps> {
  const userIds = sql.typed.bigintArray([...new Set(batch.map(({ command }) => command.userId))]);
  const days = batch.map(({ command, now }) => ({ userId: command.userId, day: seoulDay(now) }));
  const [, wallets, [{ taken, sums }]] = await Promise.all([
    claimKeys(sql, 'top_up', batch, sql`null`),
    sql<{ userId: number; balance: Won; lastSeq: number }[]>`
      select user_id as "userId", balance, last_seq as "lastSeq" from wallets
      where user_id = any(${userIds}) and closed_at is null order by user_id for update`,
    // After the locks: a top-up that was waited for counts.
    sql<[{ taken: KeyRow[]; sums: ToppedUpOnDay[] }]>`
      select ${takenKeys(sql, 'top_up', batch)} as taken,
        (select json_agg(t) from (${sumToppedUp(sql, days)}) t) as sums`,
  ]);
  const sumsOf = (userId: number) =>
    sums.filter((sum) => sum.userId === userId).map(({ day, won }): [SeoulDay, Won] => [day, won]);
  return {
    taken,
    wallets: new Map(
      wallets.map(({ userId, balance, lastSeq }) => [
        userId,
        { balance, lastSeq, toppedUp: new Map(sumsOf(userId)) },
      ]),
    ),
  };
}

/**
 * The entries, the balances they leave, the answers under the keys, and the keys of the refused given
 * back, in one statement. Not sent yet.
 */
export function writeTopUps(
  sql: ReservedSql,
  accepted: AcceptedTopUp[],
  refusedOnes: TopUpRequest[],
): PendingQuery<Row[]> {
  const rows = JSON.stringify(
    accepted.map(({ request: { command, now }, result }) => ({
      user_id: command.userId,
      key: command.idempotencyKey,
      seq: result.entrySeq,
      amount: result.amount,
      balance_after: result.balanceAfter,
      result,
      created_at: now,
    })),
  );
  // Mostly nobody is refused, and a single top-up notices what is left out.
  const anyRefused = refusedOnes.length > 0;
  const returned = anyRefused
    ? sql`, returned as (${returnKeys(sql, 'top_up', refusedOnes)})`
    : sql``;
  return sql`
    with t as materialized (
      select * from json_to_recordset(${rows}::text::json) as t(user_id bigint, key uuid, seq bigint,
        amount bigint, balance_after bigint, result jsonb, created_at timestamptz)
    ), moved as (
      update wallets set balance = last.balance_after, last_seq = last.seq
      from (select distinct on (user_id) * from t order by user_id, seq desc) last
      where wallets.user_id = last.user_id
    ), entries as (
      insert into wallet_entries
        (user_id, seq, kind, amount, balance_after, actor_user_id, created_at)
      select user_id, seq, 'top_up', amount, balance_after, user_id, created_at from t
    )${returned}
    update idempotency_keys i set result = t.result from t
    where i.key = any(${uuidList(accepted.map(({ request }) => request))}::text::uuid[])
      and i.action = 'top_up' and i.user_id = t.user_id and i.key = t.key`;
}
