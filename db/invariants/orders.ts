import { type Invariant, rowsOf } from './invariant';

export const ORDER_ADDS_UP: Invariant = {
  name: 'order-adds-up',
  checked: rowsOf('orders', 'order_lines'),
  faults: {
    'order is not the sum of its lines': `
      select o.id as order_id, o.subtotal, l.amount as lines_amount,
        o.discount, l.shares as lines_discount, o.total, o.units, l.units as lines_units
      from orders o
      left join (
        select order_id, sum(unit_price * quantity) as amount, sum(discount_share) as shares,
          sum(quantity) as units
        from order_lines group by order_id
      ) l on l.order_id = o.id
      where o.subtotal is distinct from l.amount or o.discount is distinct from l.shares
        or o.units is distinct from l.units
        or o.total <> o.subtotal - o.discount or o.discount not between 0 and o.subtotal`,
    'line has no order, or a share above its amount': `
      select l.order_id, l.product_id, l.unit_price, l.quantity, l.discount_share
      from order_lines l left join orders o on o.id = l.order_id
      where o.id is null or l.discount_share > l.unit_price * l.quantity`,
  },
};

export const ORDER_PAID_ONCE: Invariant = {
  name: 'order-paid-once-and-refunded-once',
  checked: `${rowsOf('orders')}
    + (select count(*) from wallet_entries where kind in ('payment', 'refund'))`,
  faults: {
    'order is not paid, or refunded, exactly once and in full': `
      select coalesce(o.id, e.order_id) as order_id, coalesce(o.user_id, e.user_id) as user_id,
        o.status, o.total, coalesce(e.payments, 0) as payments, e.paid, e.paid_at, o.placed_at,
        coalesce(e.refunds, 0) as refunds, e.refunded, e.refunded_at, o.cancelled_at
      from orders o
      full join (
        select order_id, user_id,
          count(*) filter (where kind = 'payment') as payments,
          -sum(amount) filter (where kind = 'payment') as paid,
          max(created_at) filter (where kind = 'payment') as paid_at,
          count(*) filter (where kind = 'refund') as refunds,
          sum(amount) filter (where kind = 'refund') as refunded,
          max(created_at) filter (where kind = 'refund') as refunded_at
        from wallet_entries where order_id is not null
        group by order_id, user_id
      ) e on e.order_id = o.id and e.user_id = o.user_id
      where (e.payments, e.paid, e.paid_at) is distinct from
          (1::bigint, o.total::numeric, o.placed_at)
        or (e.refunds, e.refunded, e.refunded_at) is distinct from
          (case when o.status = 'cancelled' then 1 else 0 end::bigint,
            case when o.status = 'cancelled' then o.total end::numeric, o.cancelled_at)`,
    'payment or refund without an order, or another entry with one': `
      select user_id, seq, kind, order_id from wallet_entries
      where (kind in ('payment', 'refund')) <> (order_id is not null)`,
  },
};

export const SALES_HISTORY: Invariant = {
  name: 'sales-history-is-sum-of-order-lines',
  checked: rowsOf('sales_rollup', 'order_lines', 'closed_days'),
  faults: {
    'day of a product is not the sum of its sales': `
      select day, product_id, r.units, coalesce(l.units, 0) as lines_units,
        r.revenue, coalesce(l.revenue, 0) as lines_revenue,
        r.last_sold_at, l.last_sold_at as lines_last_sold_at
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
    'closed day is not the sum of its orders, cancels and entries': `
      select * from (
        select day, c.orders, coalesce(o.orders, 0) as placed, c.units,
          coalesce(o.units, 0) as placed_units, c.gross, coalesce(o.gross, 0) as placed_gross,
          c.discounts, coalesce(o.discounts, 0) as placed_discounts,
          c.returns, coalesce(r.returns, 0) as cancelled, c.returned_units,
          coalesce(r.units, 0) as cancelled_units,
          c.top_ups + c.payments + c.refunds + c.adjusted_up + c.adjusted_down as flows,
          coalesce(e.net, 0) as entries, c.payments, coalesce(e.payments, 0) as entries_payments,
          c.refunds, coalesce(e.refunds, 0) as entries_refunds,
          c.top_ups, coalesce(e.top_ups, 0) as entries_top_ups,
          c.adjusted_up, coalesce(e.adjusted_up, 0) as entries_adjusted_up,
          c.held, sum(coalesce(e.net, 0)) over (order by day) as entries_held,
          day - lag(day) over (order by day) as days_since
        from closed_days c
        left join (
          select placed_day as day, count(*) as orders, sum(units) as units,
            sum(subtotal) as gross, sum(discount) as discounts
          from orders group by placed_day
        ) o using (day)
        left join (
          select cancelled_day as day, sum(total) as returns, sum(units) as units
          from orders group by cancelled_day
        ) r using (day)
        left join (
          select (created_at at time zone 'Asia/Seoul')::date as day, sum(amount) as net,
            sum(amount) filter (where kind = 'payment') as payments,
            sum(amount) filter (where kind = 'refund') as refunds,
            sum(amount) filter (where kind = 'top_up') as top_ups,
            sum(amount) filter (where kind = 'adjustment' and amount > 0) as adjusted_up
          from wallet_entries group by 1
        ) e using (day)
      ) d
      where orders <> placed or units <> placed_units or gross <> placed_gross
        or discounts <> placed_discounts or returns <> cancelled
        or returned_units <> cancelled_units or flows <> entries or payments <> entries_payments
        or refunds <> entries_refunds or top_ups <> entries_top_ups or adjusted_up <> entries_adjusted_up
        or held <> entries_held or days_since > 1`,
  },
};
