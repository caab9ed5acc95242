import 'server-only';
import { and, eq, type SQL } from 'drizzle-orm';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { database } from '@/db';
import { orders } from '@/db/schema';
import { getSessionUser } from '@/lib/auth/session';
import { getKeyResult } from '@/lib/domain/idempotency/get-key-result';
import type { OutcomeQuestion, OutcomeView } from '@/lib/views/outcome';

/**
 * A form asks a few times in its first seconds, then every few; this is for several tabs of one
 * shopper. Counted in the process: what it saves is a read by primary key.
 */
const asking = new RateLimiterMemory({ points: 40, duration: 10 });

export type Outcome =
  | { kind: 'guest' }
  | { kind: 'tooOften'; waitSeconds: number }
  | { kind: 'known'; outcome: OutcomeView };

/** What only operators press: whoever is none any more is as good as signed out. */
const OFFICE: readonly OutcomeQuestion['action'][] = [
  'restock',
  'adjustment',
  'office_cancel',
  'office_fulfil',
];

/**
 * What became of a press whose answer was lost (spec.md: Idempotency). Everybody learns of own keys
 * and orders alone, an operator also where any order stands; others' are as if nothing had been done.
 */
export async function getOutcome(question: OutcomeQuestion): Promise<Outcome> {
  const user = await getSessionUser();
  const isOffice = OFFICE.includes(question.action);
  if (!user || (isOffice && user.role !== 'admin')) return { kind: 'guest' };
  try {
    await asking.consume(user.id);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return { kind: 'tooOften', waitSeconds: Math.ceil(refusal.msBeforeNext / 1000) };
  }
  return { kind: 'known', outcome: { path: await pathOfResult(user.id, question) } };
}

async function pathOfResult(userId: number, question: OutcomeQuestion): Promise<string | null> {
  const db = database();
  switch (question.action) {
    case 'checkout': {
      const order = await getKeyResult(db, { userId, ...question, action: 'checkout' });
      return order && `/orders/${order.orderId}?placed=again`;
    }
    case 'top_up': {
      const entry = await getKeyResult(db, { userId, ...question, action: 'top_up' });
      return entry && `/wallet?topped=${entry.entrySeq}&again=1`;
    }
    case 'adjustment': {
      const entry = await getKeyResult(db, { userId, ...question, action: 'adjustment' });
      return entry && `/admin/customers/${entry.customerId}?adjusted=${entry.entrySeq}&again=1`;
    }
    case 'restock': {
      const { key } = question;
      const change = await getKeyResult(db, { userId, action: 'restock', key });
      return change && `/admin/stock/${change.productId}?changed=${key}`;
    }
    case 'cancel': {
      const { orderId } = question;
      const status = await statusOf(and(eq(orders.id, orderId), eq(orders.userId, userId)));
      return status === 'cancelled' ? `/orders/${orderId}?cancelled=again` : null;
    }
    case 'office_cancel':
    case 'office_fulfil': {
      const { action, orderId } = question;
      const status = await statusOf(eq(orders.id, orderId));
      const wanted = action === 'office_cancel' ? 'cancelled' : 'fulfilled';
      return status === wanted ? `/admin/orders/${orderId}?again=${wanted}` : null;
    }
  }
}

async function statusOf(which: SQL | undefined) {
  const [order] = await database().orm.select({ status: orders.status }).from(orders).where(which);
  return order?.status;
}
