import type { PendingQuery, Row } from 'postgres';
import type { ReservedSql } from '@/db/client';
import type { IdempotentAction } from './rules';

/** A press of a form on its way through a batch. No two of a batch carry one key of one shopper. */
export interface Press<
  Command extends { userId: number; idempotencyKey: string } = {
    userId: number;
    /** UUID made when the form was rendered. */
    idempotencyKey: string;
  },
> {
  command: Command;
  requestHash: string;
  /** The instant of the press. */
  now: Date;
  /** The press again, of `performance.now()`. */
  since: number;
}

/** A key of a shopper and what stands under it. */
export interface KeyRow<Result = unknown> {
  userId: number;
  key: string;
  requestHash: string;
  result: Result;
}

export const keyOf = (userId: number, key: string) => `${userId}:${key}`;

export const keyOfPress = ({ command }: Press) => keyOf(command.userId, command.idempotencyKey);

/**
 * The keys as a PostgreSQL array literal; they are UUIDs and need no quotes. Named beside a join by key:
 * where few keys of an action are known, the planner would read the whole index for that action.
 */
export const uuidList = (batch: Press[]) =>
  `{${batch.map(({ command }) => command.idempotencyKey).join(',')}}`;

/**
 * Claims the keys of a batch for this transaction, in the one order that every batch keeps. A twin in
 * another transaction is waited for here. Nobody who does not exist claims a key. Not sent yet.
 *
 * @param result expression: the answer, where it is known beforehand
 * @returns the keys that were claimed: no earlier transaction finished them
 */
export function claimKeys<Result>(
  sql: ReservedSql,
  action: IdempotentAction,
  batch: Press[],
  result: PendingQuery<Row[]>,
): PendingQuery<KeyRow<Result>[]> {
  const keys = JSON.stringify(
    batch.map(({ command, requestHash, now }) => ({
      user_id: command.userId,
      key: command.idempotencyKey,
      request_hash: requestHash,
      created_at: now,
    })),
  );
  return sql<KeyRow<Result>[]>`
    insert into idempotency_keys (user_id, action, key, request_hash, created_at, result)
    select user_id, ${action}::idempotent_action, key, request_hash, created_at, ${result}
    from json_to_recordset(${keys}::text::json)
      as k(user_id bigint, key uuid, request_hash text, created_at timestamptz)
    where exists (select from users where id = k.user_id)
    order by user_id, key
    on conflict do nothing
    returning user_id as "userId", key, request_hash as "requestHash", result`;
}

/** Expression, behind `claimKeys`: those of its keys that earlier transactions finished, as `KeyRow`s. */
export const takenKeys = (sql: ReservedSql, action: IdempotentAction, batch: Press[]) => sql`
  (select coalesce(json_agg(t), '[]') from (
    select user_id as "userId", key, request_hash as "requestHash", result from idempotency_keys
    where key = any(${uuidList(batch)}::text::uuid[]) and action = ${action}::idempotent_action
      and xmin <> pg_current_xact_id()::xid
  ) t)`;

/** Statement, also as a part of one: gives keys back that this transaction has claimed. */
export function returnKeys(sql: ReservedSql, action: IdempotentAction, refused: Press[]) {
  const keys = JSON.stringify(
    refused.map(({ command }) => ({ user_id: command.userId, key: command.idempotencyKey })),
  );
  return sql`
    delete from idempotency_keys i
    using json_to_recordset(${keys}::text::json) as k(user_id bigint, key uuid)
    where i.key = any(${uuidList(refused)}::text::uuid[]) and i.action = ${action}::idempotent_action
      and i.user_id = k.user_id and i.key = k.key and i.xmin = pg_current_xact_id()::xid`;
}
