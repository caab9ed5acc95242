import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import postgres from 'postgres';

const SCRIPT = path.resolve('e2e/load/one-by-one.pgbench.sql');

/** The machine's pgbench, or null. */
export function findPgbench(): string | null {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return (
    folders.map((folder) => path.join(folder, 'pgbench')).find((file) => existsSync(file)) ?? null
  );
}

/**
 * Checkouts per second of the same statements, one round trip each.
 * @param orders in all; each shopper orders once, in turn
 */
export async function oneByOne(options: {
  url: string;
  pgbench: string | null;
  clients: number;
  orders: number;
}): Promise<number> {
  return options.pgbench ? withPgbench(options.pgbench, options) : withLoop(options);
}

async function withPgbench(
  pgbench: string,
  { url, clients, orders }: { url: string; clients: number; orders: number },
): Promise<number> {
  const perClient = Math.floor(orders / clients);
  const args = [
    ...['--no-vacuum', '-M', 'prepared', '-f', SCRIPT],
    ...['-c', String(clients), '-j', String(Math.min(clients, 2)), '-t', String(perClient)],
    ...['-D', 'i=0', '-D', `run=${Date.now()}`, '-D', `per_client=${perClient}`],
    url,
  ];
  // As the shop itself talks to a database of this machine.
  const env = { ...process.env, PGSSLMODE: 'disable', PGGSSENCMODE: 'disable' };
  const { stdout } = await promisify(execFile)(pgbench, args, { env });
  const tps = /tps = ([\d.]+)/.exec(stdout)?.[1];
  if (!tps) throw new Error(`pgbench said: ${stdout}`);
  return Number(tps);
}

/** The statements of the pgbench script, for machines without pgbench. */
async function withLoop({
  url,
  clients,
  orders,
}: {
  url: string;
  clients: number;
  orders: number;
}) {
  const sql = postgres(url, { max: clients, fetch_types: false });
  let userId = 0;
  const from = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (userId < orders) {
        userId += 1;
        await checkout(sql, userId);
      }
    }),
  );
  const perSecond = (orders / (performance.now() - from)) * 1_000;
  await sql.end();
  return perSecond;
}

async function checkout(pool: postgres.Sql, user: number): Promise<void> {
  const key = randomUUID();
  await pool.begin(async (sql) => {
    await sql`insert into idempotency_keys (user_id, action, key, request_hash, created_at)
      values (${user}, 'checkout', ${key}, repeat('0', 64), now()) on conflict do nothing`;
    const [cart] = await sql`select id from carts where user_id = ${user} for update`;
    const [line] = await sql`select product_id, quantity from cart_lines
      where cart_id = ${cart?.id}`;
    const [wallet] = await sql`select balance, last_seq from wallets
      where user_id = ${user} for update`;
    const product = line?.product_id;
    const [stock] = await sql`select quantity from stock where product_id = ${product} for update`;
    const [{ price }] = await sql<[{ price: number }]>`select name_ko, name_en, price, published
      from products where id = ${product}`;
    const [{ id }] = await sql<[{ id: number }]>`select nextval('orders_id_seq') as id`;
    await sql`insert into orders (id, user_id, subtotal, discount, total, units, accepted_total, recipient,
        phone, address, placed_at)
      values (${id}, ${user}, ${price}, 0, ${price}, ${line?.quantity}, ${price}, 'Kim',
        '010-0000-0000', 'Seoul', now())`;
    await sql`insert into order_lines
        (order_id, product_id, name_ko, name_en, unit_price, quantity, discount_share)
      values (${id}, ${product}, 'name', 'name', ${price}, ${line?.quantity}, 0)`;
    await sql`delete from cart_lines where cart_id = ${cart?.id}`;
    await sql`update carts set last_order_id = ${id}, updated_at = now() where id = ${cart?.id}`;
    await sql`update wallets set balance = balance - ${price}, last_seq = last_seq + 1
      where user_id = ${user}`;
    await sql`insert into wallet_entries
        (user_id, seq, kind, amount, balance_after, actor_user_id, order_id, created_at)
      values (${user}, ${Number(wallet?.last_seq) + 1}, 'payment', -${price}::bigint,
        ${Number(wallet?.balance) - Number(price)}, ${user}, ${id}, now())`;
    await sql`update stock set quantity = quantity - ${line?.quantity}
      where product_id = ${product}`;
    await sql`insert into stock_movements
        (product_id, kind, delta, quantity_after, order_id, created_at)
      values (${product}, 'sale', -${line?.quantity}::int, ${stock?.quantity - line?.quantity},
        ${id}, now())`;
    await sql`insert into sales_rollup (day, product_id, units, revenue, last_sold_at)
      values ((now() at time zone 'Asia/Seoul')::date, ${product}, ${line?.quantity}, ${price}, now())
      on conflict (day, product_id) do update set units = sales_rollup.units + excluded.units,
        revenue = sales_rollup.revenue + excluded.revenue, last_sold_at = excluded.last_sold_at`;
    await sql`update idempotency_keys set result = jsonb_build_object('orderId', ${id}::bigint)
      where user_id = ${user} and action = 'checkout' and key = ${key}`;
  });
}
