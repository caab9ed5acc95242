import { type Invariant, rowsOf } from './invariant';

/** Table → the columns that name a row, and the expressions that are never below zero. */
const NEVER_NEGATIVE: Record<string, { id: string; values: string[] }> = {
  wallets: { id: 'user_id', values: ['balance', 'last_seq'] },
  wallet_entries: { id: 'user_id, seq', values: ['seq - 1', 'balance_after'] },
  stock: { id: 'product_id', values: ['quantity'] },
  stock_movements: { id: 'id as movement_id', values: ['quantity_after'] },
  coupons: {
    id: 'id as coupon_id',
    values: ['percent - 1', 'amount - 1', 'cap - 1', 'min_subtotal', 'per_shopper_limit - 1'],
  },
  coupon_usage: { id: 'coupon_id', values: ['used', 'total_limit', 'claimed', 'claim_limit - 1'] },
  redemptions: { id: 'order_id', values: ['discount'] },
  orders: {
    id: 'id as order_id',
    values: ['subtotal', 'discount', 'total', 'coupon_gap', 'missed_discount'],
  },
  order_lines: {
    id: 'order_id, product_id',
    values: ['unit_price', 'quantity - 1', 'discount_share'],
  },
  cart_lines: { id: 'cart_id, product_id', values: ['quantity - 1', 'seen_price'] },
  sales_rollup: { id: 'day, product_id', values: ['units', 'revenue'] },
  products: { id: 'id as product_id', values: ['price'] },
};

const negative = Object.entries(NEVER_NEGATIVE).map(([table, { id, values }]) => [
  `${table} below zero`,
  `select ${id}, least(${values.join(', ')}) as value from ${table}
   where least(${values.join(', ')}) < 0`,
]);

export const NOTHING_NEGATIVE: Invariant = {
  name: 'nothing-negative',
  checked: rowsOf(...Object.keys(NEVER_NEGATIVE)),
  faults: {
    ...Object.fromEntries(negative),
    // A payment or refund may be ₩0: a coupon can cover a whole order.
    'wallet entry in the wrong direction': `
      select user_id, seq, kind, amount from wallet_entries
      where case kind
        when 'top_up' then amount <= 0
        when 'payment' then amount > 0
        when 'refund' then amount < 0
        when 'adjustment' then amount = 0
      end`,
    'stock movement in the wrong direction': `
      select id as movement_id, product_id, kind, delta from stock_movements
      where case kind
        when 'opening' then delta < 0
        when 'sale' then delta >= 0
        when 'return' then delta <= 0
        when 'restock' then delta <= 0
        when 'correction' then delta = 0
      end`,
  },
};
