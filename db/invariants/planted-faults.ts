/** What goes wrong in the books of a small shop, one thing at a time, for the tests of the invariants. */

import type { InvariantName } from './invariant';
import { PLANTED_COUPON_FAULTS } from './planted-coupon-faults';
import type { PlantedFault } from './planted-fault';

const BALANCE = 'wallet-balance-is-sum-of-entries';
const ENTRIES = 'wallet-entries-unbroken';
const NEGATIVE = 'nothing-negative';
const STOCK = 'stock-is-sum-of-movements';
const UNITS = 'order-units-left-stock-and-came-back-once';
const COUPON = 'coupon-uses-counted-within-limits';
const ORDER = 'order-adds-up';
const PAID = 'order-paid-once-and-refunded-once';
const KEYS = 'one-order-per-key-and-every-key-finished';
const SALES = 'sales-history-is-sum-of-order-lines';
const PAIRS = 'every-product-has-stock-every-user-a-wallet';

const belowZero = (
  table: string,
  change: string,
  row: Record<string, unknown>,
  also: InvariantName[] = [],
): PlantedFault => {
  const plant = [`update ${table} set ${change}`];
  return { invariant: NEGATIVE, fault: `${table} below zero`, plant, row, also };
};

/** Of ₩5,000 to shopper 1, by user 2. */
const ADJUSTED = [
  `insert into wallet_entries
     (user_id, seq, kind, amount, balance_after, actor_user_id, reason, created_at)
   values (1, 3, 'adjustment', 5000, 91000, 2, 'sorry', now())`,
  'update wallets set balance = 91000, last_seq = 3 where user_id = 1',
];

/** As many keys as if this user had made that adjustment under each. */
const adjustmentKeys = (userId: number, many: number) => `
  insert into idempotency_keys (user_id, action, key, request_hash, result, created_at)
  select ${userId}, 'adjustment', gen_random_uuid(), '',
    '{"customerId": 1, "entrySeq": 3, "amount": 5000, "balanceAfter": 91000}', now()
  from generate_series(1, ${many})`;

/**
 * Of the shop that the tests fill: shoppers 1 and 2 topped up ₩100,000 each; order 1 (of shopper 1,
 * product 1), order 2 (of 2, product 1, with the coupon of ₩1,000) and order 3 (of 2, product 2,
 * cancelled) hold two units at ₩7,000 each. Shopper 2 has put product 1 into the cart again; shopper 1
 * has claimed coupon 2.
 */
export const PLANTED_FAULTS: PlantedFault[] = [
  ...PLANTED_COUPON_FAULTS,
  {
    invariant: BALANCE,
    fault: 'balance is not the sum of the entries',
    plant: ['update wallets set balance = balance + 1 where user_id = 1'],
    row: { user_id: 1, balance: 86_001, entries_total: 86_000 },
  },
  {
    invariant: ENTRIES,
    fault: 'entry does not follow from the one before',
    plant: ['update wallet_entries set balance_after = 86001 where user_id = 1 and seq = 2'],
    row: { user_id: 1, seq: 2, balance_after: 86_001, expected_balance: 86_000 },
  },
  {
    invariant: ENTRIES,
    fault: 'entry does not follow from the one before',
    plant: [
      'update wallet_entries set seq = 3 where user_id = 1 and seq = 2',
      'update wallets set last_seq = 3 where user_id = 1',
    ],
    row: { user_id: 1, seq: 3, expected_seq: 2 },
  },
  {
    invariant: ENTRIES,
    fault: 'wallet counts other entries than it has',
    plant: ['update wallets set last_seq = last_seq + 1 where user_id = 2'],
    row: { user_id: 2, last_seq: 5, last_entry: 4 },
  },
  belowZero('wallets', 'balance = -5 where user_id = 1', { user_id: 1, value: -5 }, [BALANCE]),
  belowZero('wallet_entries', 'balance_after = -5 where user_id = 1 and seq = 2', { seq: 2 }, [
    ENTRIES,
  ]),
  belowZero('stock', 'quantity = -1 where product_id = 2', { product_id: 2 }, [STOCK]),
  belowZero('stock_movements', 'quantity_after = -1 where id = 5', { movement_id: 5 }, [STOCK]),
  belowZero('coupons', 'amount = 0', { coupon_id: 1, value: -1 }),
  belowZero('coupon_usage', 'total_limit = -1', { coupon_id: 1, value: -1 }, [COUPON]),
  belowZero('redemptions', 'discount = -1', { order_id: 2, value: -1 }, [COUPON]),
  belowZero('orders', 'missed_discount = -1 where id = 3', { order_id: 3, value: -1 }),
  belowZero('order_lines', 'quantity = 0 where order_id = 3', { order_id: 3, product_id: 2 }, [
    UNITS,
    ORDER,
  ]),
  belowZero('cart_lines', 'seen_price = -1', { cart_id: 2, product_id: 1, value: -1 }),
  belowZero('sales_rollup', 'units = -1 where product_id = 2', { day: '2026-03-04' }, [SALES]),
  belowZero('products', 'price = -1 where id = 2', { product_id: 2, value: -1 }),
  {
    invariant: NEGATIVE,
    fault: 'wallet entry in the wrong direction',
    plant: [`update wallet_entries set amount = 14000 where user_id = 1 and seq = 2`],
    row: { user_id: 1, seq: 2, kind: 'payment', amount: 14_000 },
    also: [BALANCE, ENTRIES, PAID],
  },
  {
    invariant: NEGATIVE,
    fault: 'stock movement in the wrong direction',
    plant: ['update stock_movements set delta = 2 where id = 3'],
    row: { movement_id: 3, product_id: 1, kind: 'sale', delta: 2 },
    also: [STOCK, UNITS],
  },
  {
    invariant: STOCK,
    fault: 'quantity is not the sum of the movements',
    plant: ['update stock set quantity = quantity + 1 where product_id = 1'],
    row: { product_id: 1, quantity: 7, movements_total: 6 },
  },
  {
    invariant: STOCK,
    fault: 'movement does not follow from the one before',
    plant: ['update stock_movements set quantity_after = 7 where id = 4'],
    row: { movement_id: 4, product_id: 1, quantity_after: 7, expected: 6 },
  },
  {
    invariant: STOCK,
    fault: 'movements do not begin with the one opening',
    plant: [`update stock_movements set kind = 'restock' where id = 2`],
    row: { product_id: 2, openings: 0, first_movement_id: 2 },
  },
  {
    invariant: UNITS,
    fault: 'units of the line are not its movements',
    plant: ['update stock_movements set order_id = 99 where id = 3'],
    row: { order_id: 1, product_id: 1, quantity: 2, sales: 0 },
  },
  {
    invariant: UNITS,
    fault: 'units of the line are not its movements',
    plant: [
      `insert into stock_movements (product_id, kind, delta, quantity_after, order_id, created_at)
       select product_id, 'return', 2, 8, order_id, created_at from stock_movements where id = 3`,
      'update stock set quantity = 8 where product_id = 1',
    ],
    row: { order_id: 1, product_id: 1, returns: 1, returned: 2 },
  },
  {
    invariant: UNITS,
    fault: 'units of the line are not its movements',
    plant: [`update stock_movements set created_at = now() where id = 6`],
    row: { order_id: 3, product_id: 2, cancelled_at: '2026-03-04T05:06:07.89+00:00' },
  },
  {
    invariant: UNITS,
    fault: 'sale or return without an order, or another movement with one',
    plant: ['update stock_movements set order_id = 1 where id = 1'],
    row: { movement_id: 1, product_id: 1, kind: 'opening', order_id: 1 },
  },
  {
    invariant: ORDER,
    fault: 'order is not the sum of its lines',
    plant: ['update order_lines set unit_price = 7001 where order_id = 3'],
    row: { order_id: 3, subtotal: 14_000, lines_amount: 14_002 },
  },
  {
    invariant: ORDER,
    fault: 'order is not the sum of its lines',
    plant: ['update orders set units = 3 where id = 3'],
    row: { order_id: 3, units: 3, lines_units: 2 },
  },
  {
    invariant: ORDER,
    fault: 'line has no order, or a share above its amount',
    plant: ['update order_lines set discount_share = 14001 where order_id = 3'],
    row: { order_id: 3, product_id: 2, discount_share: 14_001 },
  },
  {
    invariant: PAID,
    fault: 'order is not paid, or refunded, exactly once and in full',
    plant: [
      `update wallet_entries set kind = 'adjustment', order_id = null, reason = 'lost'
       where user_id = 1 and seq = 2`,
    ],
    row: { order_id: 1, user_id: 1, total: 14_000, payments: 0 },
    also: [KEYS],
  },
  {
    invariant: PAID,
    fault: 'order is not paid, or refunded, exactly once and in full',
    plant: [
      `insert into wallet_entries
         (user_id, seq, kind, amount, balance_after, actor_user_id, order_id, created_at)
       values (1, 3, 'refund', 14000, 100000, 1, 1, now())`,
      'update wallets set balance = 100000, last_seq = 3 where user_id = 1',
    ],
    row: { order_id: 1, status: 'paid', refunds: 1, refunded: 14_000 },
  },
  {
    invariant: PAID,
    fault: 'order is not paid, or refunded, exactly once and in full',
    plant: ['update wallet_entries set created_at = now() where user_id = 2 and seq = 4'],
    row: { order_id: 3, refunds: 1, cancelled_at: '2026-03-04T05:06:07.89+00:00' },
  },
  {
    invariant: PAID,
    fault: 'payment or refund without an order, or another entry with one',
    plant: ['update wallet_entries set order_id = 1 where user_id = 1 and seq = 1'],
    row: { user_id: 1, seq: 1, kind: 'top_up', order_id: 1 },
  },
  {
    invariant: KEYS,
    fault: 'key is not finished',
    plant: [
      `insert into idempotency_keys (user_id, action, key, request_hash, created_at)
       values (1, 'restock', '6f1b1d0e-4a7c-4f6e-9a52-0c6d3e1f7a10', '', now())`,
    ],
    row: { user_id: 1, action: 'restock', key: '6f1b1d0e-4a7c-4f6e-9a52-0c6d3e1f7a10' },
  },
  {
    invariant: KEYS,
    fault: 'order and key are not one to one',
    plant: [`delete from idempotency_keys where action = 'checkout' and user_id = 1`],
    row: { order_id: 1, user_id: 1, key: null, keys: 0 },
  },
  {
    invariant: KEYS,
    fault: 'order and key are not one to one',
    plant: [
      `insert into idempotency_keys
       select user_id, action, gen_random_uuid(), request_hash, result, created_at
       from idempotency_keys where action = 'checkout' and user_id = 1`,
    ],
    row: { order_id: 1, user_id: 1, keys: 2 },
  },
  {
    invariant: KEYS,
    fault: 'top-up and key are not one to one',
    plant: [
      `insert into wallet_entries
         (user_id, seq, kind, amount, balance_after, actor_user_id, created_at)
       values (1, 3, 'top_up', 100000, 186000, 1, now())`,
      'update wallets set balance = 186000, last_seq = 3 where user_id = 1',
    ],
    row: { user_id: 1, seq: 3, amount: 100_000, keys: 0 },
  },
  {
    invariant: KEYS,
    fault: 'adjustment and key are not one to one',
    plant: ADJUSTED,
    row: { user_id: 1, seq: 3, amount: 5_000, keys: 0 },
  },
  {
    invariant: KEYS,
    fault: 'adjustment and key are not one to one',
    plant: [...ADJUSTED, adjustmentKeys(2, 2)],
    row: { user_id: 1, seq: 3, made_by: 2, pressed_by: 2, keys: 2 },
  },
  {
    invariant: KEYS,
    fault: 'adjustment and key are not one to one',
    plant: [...ADJUSTED, adjustmentKeys(1, 1)],
    row: { user_id: 1, seq: 3, made_by: 2, pressed_by: 1, keys: 1 },
  },
  {
    invariant: SALES,
    fault: 'day of a product is not the sum of its sales',
    plant: ['update sales_rollup set units = units + 1 where product_id = 1'],
    row: { day: '2026-03-04', product_id: 1, units: 5, lines_units: 4 },
  },
  {
    invariant: SALES,
    fault: 'day of a product is not the sum of its sales',
    plant: ['delete from sales_rollup where product_id = 1'],
    row: { day: '2026-03-04', product_id: 1, units: null, lines_units: 4 },
  },
  {
    invariant: SALES,
    fault: 'day of a product is not the sum of its sales',
    plant: [`update sales_rollup set last_sold_at = now() where product_id = 2`],
    row: { day: '2026-03-04', product_id: 2, units: 0, lines_last_sold_at: null },
  },
  {
    invariant: STOCK,
    fault: 'closed shelf is not what the movements left on it',
    plant: ["insert into closed_shelves values ('2099-01-04', '{1,2}', '{4,6}', '{7,5}')"],
    row: { product_id: 1, quantity: 7, quantity_after: 6 },
  },
  {
    invariant: STOCK,
    fault: 'closed shelf is not what the movements left on it',
    plant: ["insert into closed_shelves values ('2099-01-04', '{1}', '{4}', '{6}')"],
    row: { product_id: 2, quantity: null, quantity_after: 5 },
  },
  {
    invariant: SALES,
    fault: 'closed day is not the sum of its orders, cancels and entries',
    plant: ["insert into closed_days values ('2026-03-03', 0, 0, 0, 0, 0, 0, 7, 0, 0, 0, 0, 7)"],
    row: { day: '2026-03-03', flows: 7, entries: 0, held: 7, entries_held: 0 },
  },
  {
    invariant: PAIRS,
    fault: 'product and stock do not pair',
    plant: [
      `insert into stock (product_id, quantity) values (9, 0)`,
      `insert into stock_movements (product_id, kind, delta, quantity_after, created_at)
       values (9, 'opening', 0, 0, now())`,
    ],
    row: { product_id: null, stock_of: 9 },
  },
  {
    invariant: PAIRS,
    fault: 'user and wallet do not pair',
    plant: [`insert into users (email, name, created_at) values ('x@example.com', 'x', now())`],
    row: { user_id: 3, wallet_of: null },
  },
  {
    invariant: PAIRS,
    fault: 'coupon and counter do not pair',
    plant: [
      `insert into coupons (code, kind, amount, starts_at, ends_at, created_at)
       values ('LOST', 'fixed', 1000, '2026-01-01', '2027-01-01', now())`,
    ],
    row: { coupon_id: 3, counter_of: null },
  },
];
