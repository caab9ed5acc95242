-- The statements of one checkout, sent one after the other: the yardstick of `bench:checkout`.
\set i :i + 1
\set user_id :client_id * :per_client + :i
begin;
insert into idempotency_keys (user_id, action, key, request_hash, created_at)
  values (:user_id, 'checkout', md5(concat(:run::text, '-', :user_id::text))::uuid, repeat('0', 64), now())
  on conflict do nothing;
select id as cart_id, last_order_id from carts where user_id = :user_id for update \gset
select product_id, quantity from cart_lines where cart_id = :cart_id \gset
select balance, last_seq from wallets where user_id = :user_id for update \gset
select quantity as left from stock where product_id = :product_id for update \gset
select name_ko, name_en, price, published from products where id = :product_id \gset
select nextval('orders_id_seq') as order_id \gset
insert into orders (id, user_id, subtotal, discount, total, units, accepted_total, recipient, phone,
    address, placed_at)
  values (:order_id, :user_id, :price, 0, :price, :quantity, :price, 'Kim', '010-0000-0000', 'Seoul', now());
insert into order_lines
  (order_id, product_id, name_ko, name_en, unit_price, quantity, discount_share)
  values (:order_id, :product_id, 'name', 'name', :price, :quantity, 0);
delete from cart_lines where cart_id = :cart_id;
update carts set last_order_id = :order_id, updated_at = now() where id = :cart_id;
update wallets set balance = balance - :price, last_seq = last_seq + 1 where user_id = :user_id;
insert into wallet_entries
  (user_id, seq, kind, amount, balance_after, actor_user_id, order_id, created_at)
  values (:user_id, :last_seq::bigint + 1, 'payment', -:price::bigint,
    :balance::bigint - :price::bigint, :user_id, :order_id, now());
update stock set quantity = quantity - :quantity where product_id = :product_id;
insert into stock_movements (product_id, kind, delta, quantity_after, order_id, created_at)
  values (:product_id, 'sale', -:quantity::int, :left::int - :quantity::int, :order_id, now());
insert into sales_rollup (day, product_id, units, revenue, last_sold_at)
  values ((now() at time zone 'Asia/Seoul')::date, :product_id, :quantity, :price, now())
  on conflict (day, product_id) do update set units = sales_rollup.units + excluded.units,
    revenue = sales_rollup.revenue + excluded.revenue,
    last_sold_at = greatest(sales_rollup.last_sold_at, excluded.last_sold_at);
update idempotency_keys set result = jsonb_build_object('orderId', :order_id::bigint)
  where user_id = :user_id and action = 'checkout' and key = md5(concat(:run::text, '-', :user_id::text))::uuid;
commit;
