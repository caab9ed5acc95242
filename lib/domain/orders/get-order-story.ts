import type { OpenTransaction, TransactionSql } from '@/db/client';
import type { Won } from '../money';

/** How far back refused presses of the same cart are looked for. */
const HOURS_BEFORE = 24;

interface Named {
  nameKo: string;
  nameEn: string;
}

/** What happened to an order, each with the row that tells it. */
export type OrderStep =
  /** A press of the pay button that was refused before this order came of it. */
  | {
      kind: 'attempt';
      at: Date;
      reason: string;
      total: Won | null;
      lines: (Named & { quantity: number })[];
    }
  | { kind: 'placed'; at: Date; accepted: Won; total: Won }
  | { kind: 'coupon' | 'couponBack'; at: Date; couponId: number; code: string; discount: Won }
  | {
      kind: 'payment' | 'refund';
      at: Date;
      userId: number;
      seq: number;
      amount: Won;
      balanceAfter: Won;
    }
  | (Named & {
      kind: 'sale' | 'return';
      at: Date;
      movementId: number;
      productId: number;
      delta: number;
      quantityAfter: number;
    })
  /** `auditId` null: the shopper did it. */
  | { kind: 'fulfilled' | 'cancelled'; at: Date; by: string; auditId: number | null };

/** What happened at the same instant is told in this order. */
const ORDER = [
  'attempt',
  'placed',
  'coupon',
  'payment',
  'sale',
  'fulfilled',
  'cancelled',
  'refund',
  'return',
  'couponBack',
] as const satisfies OrderStep['kind'][];

/**
 * The whole story of an order, the oldest first (admin.md: Drill-down): the refused presses that led
 * to it (the shopper's since the order before, within a day), the order, its coupon, payment and
 * stock, and what became of it.
 *
 * @param tx one snapshot: with what else is shown of the order
 * @returns nothing for an order that there is not
 */
export async function getOrderStory(
  { sql }: Pick<OpenTransaction, 'sql'>,
  orderId: number,
): Promise<OrderStep[]> {
  const parts = await Promise.all([
    attempts(sql, orderId),
    standing(sql, orderId),
    coupon(sql, orderId),
    entries(sql, orderId),
    movements(sql, orderId),
  ]);
  const rank = ({ kind }: OrderStep) => ORDER.indexOf(kind);
  return parts
    .flat()
    .map((step) => ({ ...step, at: new Date(step.at) }) as OrderStep)
    .sort((a, b) => a.at.getTime() - b.at.getTime() || rank(a) - rank(b));
}

/** A step as the database gives it: instants are ISO text there. */
type Raw = OrderStep extends infer Step
  ? Step extends OrderStep
    ? Omit<Step, 'at'> & { at: string }
    : never
  : never;

function attempts(sql: TransactionSql, orderId: number) {
  return sql<Raw[]>`
    select 'attempt' as kind, a.created_at as at, a.reason, a.total,
      coalesce((select json_agg(json_build_object('nameKo', p.name_ko, 'nameEn', p.name_en,
          'quantity', (l->>'quantity')::int) order by p.id)
        from jsonb_array_elements(a.lines) l
        join products p on p.id = (l->>'productId')::bigint), '[]') as lines
    from orders o
    join checkout_attempts a on a.user_id = o.user_id and a.created_at <= o.placed_at
      and a.created_at > o.placed_at - make_interval(hours => ${HOURS_BEFORE})
      and a.created_at > coalesce((select max(placed_at) from orders
        where user_id = o.user_id and id < o.id), '-infinity')
    where o.id = ${orderId}
    order by a.id`;
}

async function standing(sql: TransactionSql, orderId: number): Promise<Raw[]> {
  const [order] = await sql<
    {
      placedAt: string;
      accepted: Won;
      total: Won;
      fulfilledAt: string | null;
      cancelledAt: string | null;
      canceller: string | null;
    }[]
  >`
    select o.placed_at as "placedAt", o.accepted_total as accepted, o.total,
      o.fulfilled_at as "fulfilledAt", o.cancelled_at as "cancelledAt", u.name as canceller
    from orders o left join users u on u.id = o.cancelled_by_user_id where o.id = ${orderId}`;
  if (!order) return [];
  const audits = await sql<{ id: number; action: string; by: string }[]>`
    select a.id, a.action, u.name as by from audit_log a join users u on u.id = a.actor_user_id
    where a.entity = 'order' and a.entity_id = ${String(orderId)}`;
  const audit = (action: string) => audits.find((entry) => entry.action === action);
  const { placedAt, fulfilledAt, cancelledAt, accepted, total } = order;
  const steps: Raw[] = [{ kind: 'placed', at: placedAt, accepted, total }];
  if (fulfilledAt) {
    const entry = audit('order.fulfil');
    steps.push({
      kind: 'fulfilled',
      at: fulfilledAt,
      by: entry?.by ?? '',
      auditId: entry?.id ?? null,
    });
  }
  if (cancelledAt) {
    const entry = audit('order.cancel');
    const by = order.canceller ?? '';
    steps.push({ kind: 'cancelled', at: cancelledAt, by, auditId: entry?.id ?? null });
  }
  return steps;
}

async function coupon(sql: TransactionSql, orderId: number): Promise<Raw[]> {
  const [use] = await sql<
    { at: string; reversedAt: string | null; couponId: number; code: string; discount: Won }[]
  >`
    select r.created_at as at, r.reversed_at as "reversedAt", r.coupon_id as "couponId", c.code,
      r.discount
    from redemptions r join coupons c on c.id = r.coupon_id where r.order_id = ${orderId}`;
  if (!use) return [];
  const { reversedAt, ...used } = use;
  return [
    { kind: 'coupon', ...used },
    ...(reversedAt ? [{ ...used, kind: 'couponBack' as const, at: reversedAt }] : []),
  ];
}

function entries(sql: TransactionSql, orderId: number) {
  return sql<Raw[]>`
    select kind, created_at as at, user_id as "userId", seq, amount, balance_after as "balanceAfter"
    from wallet_entries where order_id = ${orderId} and kind in ('payment', 'refund')`;
}

function movements(sql: TransactionSql, orderId: number) {
  return sql<Raw[]>`
    select m.kind, m.created_at as at, m.id as "movementId", m.product_id as "productId",
      l.name_ko as "nameKo", l.name_en as "nameEn", m.delta, m.quantity_after as "quantityAfter"
    from stock_movements m
    join order_lines l on l.order_id = m.order_id and l.product_id = m.product_id
    where m.order_id = ${orderId} order by m.id`;
}
