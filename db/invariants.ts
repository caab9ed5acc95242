/**
 * What always holds of the shop's books (`protocol.md`: Invariants), each as one statement that finds
 * the rows that break it. `check-invariants.ts` runs them.
 */

export interface Invariant {
  /** Never changes: tests, the command line and the admin's page know it by this name. */
  name: string;
  /** Expression: how many rows it looks at. */
  checked: string;
  /** Query: the rows that break it, with their ids. */
  broken: string;
}

/** In the order of protocol.md, 1 to 11; 12 is checked from a load generator's log. */
export const INVARIANTS: readonly Invariant[] = [
  {
    name: 'wallet-balance-is-sum-of-entries',
    checked: '(select count(*) from wallets)',
    broken: `
      select user_id, w.balance, coalesce(e.total, 0) as entries_total
      from wallets w
      full join (
        select user_id, sum(amount) as total from wallet_entries group by user_id
      ) e using (user_id)
      where w.balance is distinct from coalesce(e.total, 0)`,
  },
  {
    name: 'wallet-entries-unbroken',
    checked: '(select count(*) from wallet_entries)',
    broken: `
      select user_id, seq, balance_after, expected_seq, expected_balance
      from (
        select user_id, seq, balance_after,
          row_number() over entries as expected_seq, sum(amount) over entries as expected_balance
        from wallet_entries
        window entries as (partition by user_id order by seq)
      ) chain
      where seq <> expected_seq or balance_after <> expected_balance
      union all
      select user_id, w.last_seq, null, coalesce(e.last, 0), null
      from wallets w
      left join (select user_id, max(seq) as last from wallet_entries group by user_id) e
        using (user_id)
      where w.last_seq <> coalesce(e.last, 0)`,
  },
  {
    name: 'nothing-negative',
    checked: `(select count(*) from wallets) + (select count(*) from wallet_entries)
      + (select count(*) from stock) + (select count(*) from stock_movements)
      + (select count(*) from coupon_usage) + (select count(*) from orders)
      + (select count(*) from order_lines) + (select count(*) from sales_rollup)
      + (select count(*) from products)`,
    broken: `
      select 'wallets' as found_in, user_id as id, balance as value from wallets where balance < 0
      union all
      select 'wallet_entries', user_id, balance_after from wallet_entries where balance_after < 0
      union all
      select 'stock', product_id, quantity from stock where quantity < 0
      union all
      select 'stock_movements', id, quantity_after from stock_movements where quantity_after < 0
      union all
      select 'coupon_usage', coupon_id, used from coupon_usage where used < 0
      union all
      select 'orders', id, least(subtotal, discount, total) from orders
      where least(subtotal, discount, total) < 0
      union all
      select 'order_lines', order_id, least(unit_price, quantity - 1, discount_share)
      from order_lines where least(unit_price, quantity - 1, discount_share) < 0
      union all
      select 'sales_rollup', product_id, least(units, revenue) from sales_rollup
      where least(units, revenue) < 0
      union all
      select 'products', id, price from products where price < 0`,
  },
  {
    name: 'stock-is-sum-of-movements',
    checked: '(select count(*) from stock) + (select count(*) from stock_movements)',
    broken: `
      select product_id, s.quantity, coalesce(m.total, 0) as movements_total, null as movement_id
      from stock s
      full join (
        select product_id, sum(delta) as total from stock_movements group by product_id
      ) m using (product_id)
      where s.quantity is distinct from coalesce(m.total, 0)
      union all
      select product_id, quantity_after, expected, id
      from (
        select product_id, id, quantity_after,
          sum(delta) over (partition by product_id order by id) as expected
        from stock_movements
      ) chain
      where quantity_after <> expected`,
  },
  {
    name: 'order-units-left-stock-and-came-back-once',
    checked: '(select count(*) from order_lines)',
    broken: `
      select order_id, product_id, o.status, l.quantity,
        coalesce(m.sold, 0) as sold, coalesce(m.returned, 0) as returned
      from order_lines l
      full join (
        select order_id, product_id,
          -sum(delta) filter (where kind = 'sale') as sold,
          sum(delta) filter (where kind = 'return') as returned
        from stock_movements where order_id is not null
        group by order_id, product_id
      ) m using (order_id, product_id)
      left join orders o on o.id = order_id
      where l.quantity is distinct from coalesce(m.sold, 0)
        or coalesce(m.returned, 0)
          <> case when o.status = 'cancelled' then l.quantity else 0 end`,
  },
  {
    name: 'coupon-uses-counted-within-limits',
    checked: '(select count(*) from coupon_usage) + (select count(*) from redemptions)',
    broken: `
      select coupon_id, null::bigint as user_id, null::bigint as order_id,
        u.used, coalesce(r.live, 0) as live, u.total_limit as most
      from coupon_usage u
      full join (
        select coupon_id, count(*) as live from redemptions where reversed_at is null
        group by coupon_id
      ) r using (coupon_id)
      where u.used is distinct from coalesce(r.live, 0) or u.used > u.total_limit
      union all
      select r.coupon_id, r.user_id, null, null, count(*), c.per_shopper_limit
      from redemptions r join coupons c on c.id = r.coupon_id
      where r.reversed_at is null
      group by r.coupon_id, r.user_id, c.per_shopper_limit
      having count(*) > c.per_shopper_limit
      union all
      select coalesce(r.coupon_id, o.coupon_id), coalesce(r.user_id, o.user_id),
        coalesce(r.order_id, o.id), null, null, null
      from redemptions r
      full join (select * from orders where coupon_id is not null) o on o.id = r.order_id
      where (r.coupon_id, r.user_id, r.discount, r.reversed_at is not null)
        is distinct from (o.coupon_id, o.user_id, o.discount, o.status = 'cancelled')`,
  },
  {
    name: 'order-adds-up',
    checked: '(select count(*) from orders)',
    broken: `
      select o.id as order_id, o.subtotal, l.amount as lines_amount,
        o.discount, l.shares as lines_discount, o.total
      from orders o
      left join (
        select order_id, sum(unit_price * quantity) as amount, sum(discount_share) as shares
        from order_lines group by order_id
      ) l on l.order_id = o.id
      where o.subtotal is distinct from l.amount or o.discount is distinct from l.shares
        or o.total <> o.subtotal - o.discount or o.discount not between 0 and o.subtotal`,
  },
  {
    name: 'order-paid-once-and-refunded-once',
    checked: '(select count(*) from orders)',
    broken: `
      select coalesce(o.id, e.order_id) as order_id, o.status, o.total, e.payments, e.paid,
        e.refunds, e.refunded
      from orders o
      full join (
        select order_id, user_id,
          count(*) filter (where kind = 'payment') as payments,
          -sum(amount) filter (where kind = 'payment') as paid,
          count(*) filter (where kind = 'refund') as refunds,
          sum(amount) filter (where kind = 'refund') as refunded
        from wallet_entries where order_id is not null
        group by order_id, user_id
      ) e on e.order_id = o.id and e.user_id = o.user_id
      where (e.payments, e.paid, e.refunds, e.refunded) is distinct from (
        1::bigint, o.total::numeric,
        case when o.status = 'cancelled' then 1::bigint else 0::bigint end,
        case when o.status = 'cancelled' then o.total::numeric end)`,
  },
  {
    name: 'one-order-per-key-and-every-key-finished',
    checked: '(select count(*) from idempotency_keys)',
    broken: `
      select user_id, action::text as action, key, null::bigint as order_id
      from idempotency_keys where result is null
      union all
      select coalesce(o.user_id, k.user_id), 'checkout', k.key, coalesce(o.id, k.order_id)
      from orders o
      full join (
        select user_id, key, (result ->> 'orderId')::bigint as order_id,
          count(*) over (partition by result ->> 'orderId') as keys
        from idempotency_keys where action = 'checkout' and result is not null
      ) k on k.order_id = o.id and k.user_id = o.user_id
      where o.id is null or k.keys is distinct from 1`,
  },
  {
    name: 'sales-history-is-sum-of-order-lines',
    checked: '(select count(*) from sales_rollup)',
    broken: `
      select day, product_id, r.units, coalesce(l.units, 0) as lines_units,
        r.revenue, coalesce(l.revenue, 0) as lines_revenue
      from sales_rollup r
      full join (
        select o.placed_day as day, l.product_id, sum(l.quantity) as units,
          sum(l.unit_price * l.quantity - l.discount_share) as revenue,
          max(o.placed_at) as last_sold_at
        from order_lines l join orders o on o.id = l.order_id
        where o.status <> 'cancelled'
        group by o.placed_day, l.product_id
      ) l using (day, product_id)
      where r.units is distinct from coalesce(l.units, 0)
        or r.revenue is distinct from coalesce(l.revenue, 0)
        or r.last_sold_at is distinct from l.last_sold_at`,
  },
  {
    name: 'every-product-has-stock-every-user-a-wallet',
    checked: `(select count(*) from products) + (select count(*) from users)
      + (select count(*) from coupons)`,
    broken: `
      select 'product' as kind, id from products
      where not exists (select from stock where product_id = products.id)
      union all
      select 'user', id from users
      where not exists (select from wallets where user_id = users.id)
      union all
      select 'coupon', id from coupons
      where not exists (select from coupon_usage where coupon_id = coupons.id)`,
  },
];
