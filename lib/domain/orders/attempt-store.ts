import type { Database } from '@/db/client';
import { failureKind } from '../transaction';
import type { OrderRequest } from './batch';
import type { OrderRefusal, Quote } from './rules';

/** A refused press and what it would have brought. */
export interface RefusedAttempt {
  request: OrderRequest;
  refusal: OrderRefusal;
  quote: Quote | null;
}

/**
 * Records refused checkouts outside the transaction that refused them (protocol.md: The one
 * transaction). Unknown users and carts that another tab already ordered are nobody's lost demand.
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
  await insertAttempts(db, rows).catch((error: unknown) => {
    // The shopper's answer stands without its record; a lost database must not turn it around.
    if (failureKind(error) === 'bug') throw error;
  });
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
    from json_to_recordset(${JSON.stringify(rows)}::text::json) as a(user_id bigint, key uuid,
      reason text, total bigint, lines jsonb, created_at timestamptz)`;
}
