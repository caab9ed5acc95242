import type { Database } from '@/db/client';
import type { OrderRequest } from './batch';
import type { OrderRefusal, Quote } from './rules';

/** So that nobody fills the table by pressing; whoever presses that often is no lost demand. */
const MOST_A_DAY = 100;

/** A refused press and what it would have brought. */
export interface RefusedAttempt {
  request: OrderRequest;
  refusal: OrderRefusal;
  quote: Quote | null;
}

/**
 * Records refused checkouts outside the transaction that refused them (protocol.md: The one
 * transaction). Unknown users and carts that another tab already ordered are nobody's lost demand,
 * nor is what a shopper presses beyond a hundred times in 24 hours.
 *
 * @returns when they stand there, or it has been reported that they do not: answers stand without it
 */
export async function recordAttempts(db: Database, attempts: RefusedAttempt[]): Promise<void> {
  const rows = attempts
    .filter(({ refusal }) => refusal.code !== 'UNKNOWN_USER' && refusal.code !== 'ALREADY_ORDERED')
    .map(({ request: { command, now }, refusal, quote }) => ({
      user_id: command.userId,
      key: command.idempotencyKey,
      reason: refusal.code,
      total: quote?.total ?? null,
      lines: wantedLines(refusal, quote),
      created_at: now,
    }));
  if (rows.length === 0) return;
  await insertAttempts(db, rows).catch((error: unknown) => db.report('attempts.unrecorded', error));
}

/** What was wanted and what it would have brought; `left` only of a product that was short. */
function wantedLines(refusal: OrderRefusal, quote: Quote | null) {
  const short = refusal.code === 'SHORT_STOCK' ? refusal.products : [];
  const left = new Map(short.map((product) => [product.productId, product.left]));
  return (quote?.lines ?? []).map(({ productId, quantity, unitPrice, discountShare }) => ({
    productId,
    quantity,
    unitPrice,
    discountShare,
    left: left.get(productId),
  }));
}

async function insertAttempts(db: Database, rows: object[]): Promise<void> {
  await db.sql`
    insert into checkout_attempts (user_id, key, reason, total, lines, created_at)
    select user_id, key, reason, total, lines, created_at
    from (
      select *, row_number() over (partition by user_id) as nth
      from json_to_recordset(${JSON.stringify(rows)}::text::json) as a(user_id bigint, key uuid,
        reason text, total bigint, lines jsonb, created_at timestamptz)
    ) a
    where nth + (
      select count(*) from checkout_attempts before
      where before.user_id = a.user_id and before.created_at > a.created_at - interval '24 hours'
    ) <= ${MOST_A_DAY}`;
}
