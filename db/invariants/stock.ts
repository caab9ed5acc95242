import { type Invariant, rowsOf } from './invariant';

export const STOCK_IS_SUM: Invariant = {
  name: 'stock-is-sum-of-movements',
  checked: rowsOf('stock', 'stock_movements', 'closed_shelves'),
  faults: {
    'quantity is not the sum of the movements': `
      select product_id, s.quantity, coalesce(m.total, 0) as movements_total
      from stock s
      full join (
        select product_id, sum(delta) as total from stock_movements group by product_id
      ) m using (product_id)
      where s.quantity is distinct from coalesce(m.total, 0)`,
    'movement does not follow from the one before': `
      select id as movement_id, product_id, quantity_after, expected
      from (
        select product_id, id, quantity_after,
          sum(delta) over (partition by product_id order by id) as expected
        from stock_movements
      ) chain
      where quantity_after <> expected`,
    'movements do not begin with the one opening': `
      select product_id, coalesce(m.openings, 0) as openings, m.first_movement_id
      from stock s
      full join (
        select product_id, min(id) as first_movement_id,
          min(id) filter (where kind = 'opening') as opening_id,
          count(*) filter (where kind = 'opening') as openings
        from stock_movements group by product_id
      ) m using (product_id)
      where m.openings is distinct from 1 or m.opening_id <> m.first_movement_id`,
    'closed shelf is not what the movements left on it': `
      with weeks as (
        select product_id, sunday, id, quantity_after,
          max(id) over (partition by product_id order by sunday) as last_id
        from (
          select distinct on (product_id, sunday) product_id, id, quantity_after,
            (date_trunc('week', created_at at time zone 'Asia/Seoul') + interval '6 days')::date
              as sunday
          from stock_movements order by product_id, sunday, id desc
        ) m
      ), left_there as (
        select product_id, id, quantity_after, sunday as from_day,
          lead(sunday) over (partition by product_id order by sunday) as to_day
        from weeks where id = last_id
      )
      select day, product_id, k.quantity, m.quantity_after, k.movement_id, m.id as last_movement_id
      from (
        select s.day, u.*
        from closed_shelves s, unnest(s.product_ids, s.movement_ids, s.quantities)
          u(product_id, movement_id, quantity)
      ) k
      full join (
        select s.day, l.product_id, l.id, l.quantity_after
        from left_there l join closed_shelves s
          on s.day >= l.from_day and (l.to_day is null or s.day < l.to_day)
      ) m using (day, product_id)
      where k.quantity is distinct from m.quantity_after or k.movement_id is distinct from m.id`,
  },
};

export const UNITS_LEFT_STOCK: Invariant = {
  name: 'order-units-left-stock-and-came-back-once',
  checked: `${rowsOf('order_lines')}
    + (select count(*) from stock_movements where kind in ('sale', 'return'))`,
  faults: {
    'units of the line are not its movements': `
      select order_id, product_id, o.status, l.quantity, coalesce(m.sales, 0) as sales, m.sold,
        m.sold_at, o.placed_at, coalesce(m.returns, 0) as returns, m.returned, m.returned_at,
        o.cancelled_at
      from order_lines l
      full join (
        select order_id, product_id,
          count(*) filter (where kind = 'sale') as sales,
          -sum(delta) filter (where kind = 'sale') as sold,
          max(created_at) filter (where kind = 'sale') as sold_at,
          count(*) filter (where kind = 'return') as returns,
          sum(delta) filter (where kind = 'return') as returned,
          max(created_at) filter (where kind = 'return') as returned_at
        from stock_movements where order_id is not null
        group by order_id, product_id
      ) m using (order_id, product_id)
      left join orders o on o.id = order_id
      where (m.sales, m.sold, m.sold_at) is distinct from
          (1::bigint, l.quantity::bigint, o.placed_at)
        or (m.returns, m.returned, m.returned_at) is distinct from
          (case when o.status = 'cancelled' then 1 else 0 end::bigint,
            case when o.status = 'cancelled' then l.quantity end::bigint, o.cancelled_at)`,
    'sale or return without an order, or another movement with one': `
      select id as movement_id, product_id, kind, order_id from stock_movements
      where (kind in ('sale', 'return')) <> (order_id is not null)`,
  },
};

/** The narrow rows that are locked in place of the ones that others refer to. */
export const EVERYTHING_HAS_ITS_NUMBER: Invariant = {
  name: 'every-product-has-stock-every-user-a-wallet',
  checked: rowsOf('products', 'users', 'coupons'),
  faults: {
    'product and stock do not pair': `
      select id as product_id, s.product_id as stock_of
      from products p full join stock s on s.product_id = p.id
      where p.id is null or s.product_id is null`,
    'user and wallet do not pair': `
      select id as user_id, w.user_id as wallet_of
      from users u full join wallets w on w.user_id = u.id
      where u.id is null or w.user_id is null`,
    'coupon and counter do not pair': `
      select id as coupon_id, c.coupon_id as counter_of
      from coupons full join coupon_usage c on c.coupon_id = coupons.id
      where coupons.id is null or c.coupon_id is null`,
  },
};
