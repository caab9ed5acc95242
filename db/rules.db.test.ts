/**
 * Every CHECK and every trigger of the schema, the unique indexes of the books and their foreign keys:
 * each refuses what it forbids, by its own name, to whoever owns the tables.
 */

import postgres from 'postgres';
import { createDatabase } from '@/db/client';
import { expect, test } from '@/e2e/support/db-test';
import {
  fillCart,
  makeCoupon,
  makeProduct,
  makeShopper,
  press,
  succeeded,
} from '@/e2e/support/sample';

/** Constraint or unique index → what it refuses, in a shop where shopper 1 ordered product 1 by coupon 1. */
const CONSTRAINTS: Record<string, string> = {
  cart_lines_quantity_range: 'update cart_lines set quantity = 100',
  carts_one_owner: "update carts set guest_token_hash = 'a'",
  categories_slug_shape: "insert into categories values ('A b', '가', 'A', 1)",
  closed_days_not_negative:
    'insert into closed_days values (current_date, 0, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)',
  closed_shelves_whole: "insert into closed_shelves values (current_date, '{1}', '{}', '{5}')",
  coupon_usage_claim_limit_positive: 'update coupon_usage set claim_limit = 0',
  coupon_usage_claim_limit_within_uses: 'update coupon_usage set claim_limit = total_limit + 1',
  coupon_usage_claimed_not_negative: 'update coupon_usage set claimed = -1',
  coupon_usage_claimed_within_limit: 'update coupon_usage set claimed = 2, claim_limit = 1',
  coupon_usage_total_limit_not_negative: 'update coupon_usage set used = 0, total_limit = -1',
  coupon_usage_used_not_negative: 'update coupon_usage set used = -1',
  coupon_usage_within_limit: 'update coupon_usage set total_limit = 0',
  coupons_amount_positive: "update coupons set kind = 'fixed', percent = null, amount = 0",
  coupons_cap_positive: 'update coupons set cap = 0',
  coupons_code_normalised: "update coupons set code = 'ten'",
  coupons_kind_shape: 'update coupons set percent = null',
  coupons_min_subtotal_not_negative: 'update coupons set min_subtotal = -1',
  coupons_per_shopper_limit_positive: 'update coupons set per_shopper_limit = 0',
  coupons_percent_range: 'update coupons set percent = 101',
  coupons_period_order: 'update coupons set ends_at = starts_at',
  delivery_details_whole: "insert into delivery_details values (1, '김', '', '', now())",
  order_lines_order_id_orders_id_fk: "insert into order_lines values (99, 1, 'a', 'a', 1, 1, 0)",
  order_lines_product_id_products_id_fk:
    "insert into order_lines values (1, 99, 'a', 'a', 1, 1, 0)",
  order_lines_quantity_range: 'update order_lines set quantity = 0',
  order_lines_share_range: 'update order_lines set discount_share = unit_price * quantity + 1',
  orders_cancelled_by_user_id_users_id_fk: `update orders set status = 'cancelled',
    cancelled_at = now(), cancelled_by_user_id = 99`,
  orders_coupon_id_coupons_id_fk: 'update orders set coupon_id = 99',
  orders_coupon_outcome: "update orders set coupon_reason = 'EXPIRED'",
  orders_discount_needs_coupon: 'update orders set coupon_code = null, coupon_id = null',
  orders_discount_range: 'update orders set discount = -1, total = subtotal + 1',
  orders_status_times: "update orders set status = 'cancelled'",
  orders_total_accepted: 'update orders set accepted_total = total - 1',
  orders_total_adds_up: 'update orders set total = total - 1',
  orders_user_id_users_id_fk: order('99, now()'),
  pictures_hash_shape: picture("'../admin', 1"),
  pictures_size_range: picture("'0123456789abcdef0123456789abcdef', 0"),
  products_names_length: "update products set name_ko = ''",
  products_plan_whole: 'update products set planned_price = 1',
  products_planned_price_range: 'update products set planned_price = -1, planned_from = now()',
  products_price_range: 'update products set price = -1',
  products_slug_shape: "update products set slug = 'A b'",
  redemptions_discount_not_negative: 'update redemptions set discount = -1',
  sales_rollup_not_negative: 'update sales_rollup set units = -1',
  stock_imports_applied_whole: `insert into stock_imports
    (upload_key, content_hash, lines, created_by, created_at, applied_at)
    values (gen_random_uuid(), 'a', '[]', 1, now(), now())`,
  stock_movements_actor_user_id_users_id_fk: `insert into stock_movements
    (product_id, created_at, kind, delta, quantity_after, reason, actor_user_id)
    values (1, now(), 'restock', 1, 5, 'a', 99)`,
  stock_movements_checked_product_id_products_id_fk: movement("'opening', 1, 1, null, null", 99),
  stock_movements_kind_shape: movement("'restock', -1, 4, 'reason', null"),
  stock_movements_line_of_order: movement("'sale', -1, 1, null, 1", 2),
  stock_movements_once_per_order: movement("'sale', -1, 3, null, 1"),
  stock_movements_one_opening: movement("'opening', 5, 5, null, null"),
  stock_movements_quantity_after_not_negative: movement("'correction', -6, -1, 'reason', null"),
  stock_quantity_not_negative: 'update stock set quantity = -1',
  users_email_normalised: "update users set email = 'A@example.com'",
  users_name_length: "update users set name = ''",
  wallet_entries_balance_after_not_negative: entry("3, 'payment', 0, -1, 1"),
  wallet_entries_checked_actor_user_id_users_id_fk: entry("3, 'top_up', 1, 1, null", 1, 99),
  wallet_entries_checked_user_id_users_id_fk: entry("1, 'top_up', 1, 1, null", 99),
  wallet_entries_kind_shape: entry("3, 'top_up', -1, 0, null"),
  wallet_entries_one_payment_per_order: entry("3, 'payment', 0, 0, 1"),
  wallet_entries_one_refund_per_order: `${entry("3, 'refund', 0, 0, 1")}; ${entry("4, 'refund', 0, 0, 1")}`,
  wallet_entries_order_of_user: entry("1, 'refund', 0, 0, 1", 2),
  wallet_entries_seq_positive: entry("0, 'payment', 0, 0, 1"),
  wallet_entries_user_id_seq_pk: entry("2, 'top_up', 1, 1, null"),
  wallets_balance_not_negative: 'update wallets set balance = -1',
  wallets_closed_empty: 'update wallets set balance = 1, closed_at = now()',
  wallets_last_seq_not_negative: 'update wallets set last_seq = -1',
};

/** CHECK that cannot be broken alone → the one that refuses first: a price below 0 leaves no room for a share. */
const IMPLIED = { order_lines_unit_price_not_negative: 'order_lines_share_range' };

/** Trigger → what it refuses, and how. */
const TRIGGERS: Record<string, { refuses: string[]; saying: RegExp }> = {
  ...Object.fromEntries(
    ['wallet_entries', 'stock_movements', 'audit_log'].map((table) => [
      `${table}_append_only`,
      {
        refuses: [
          `update ${table} set created_at = now()`,
          `delete from ${table}`,
          `truncate ${table} cascade`,
        ],
        saying: new RegExp(`${table} is append-only`),
      },
    ]),
  ),
  ...Object.fromEntries(
    [
      ['wallets_stay', 'wallets'],
      ['stock_stays', 'stock'],
      ['coupon_usage_stays', 'coupon_usage'],
    ].map(([name, table]) => [
      name,
      {
        refuses: [`delete from ${table}`, `truncate ${table} cascade`],
        saying: new RegExp(`${table} is append-only`),
      },
    ]),
  ),
  users_have_wallet: {
    refuses: ["insert into users (email, name, created_at) values ('a@example.com', 'A', now())"],
    saying: /user \d+ has no wallet/,
  },
  products_have_stock: {
    refuses: [
      `insert into products (slug, category_slug, name_ko, name_en, description_ko, description_en,
        price, art, created_at, updated_at)
      values ('a', 'test', '가', 'A', '', '', 1, 'apple', now(), now())`,
    ],
    saying: /product \d+ has no stock row/,
  },
  coupons_have_usage: {
    refuses: [
      `insert into coupons (code, kind, percent, starts_at, ends_at, created_at)
      values ('A', 'percent', 1, now(), now() + '1 day', now())`,
    ],
    saying: /coupon \d+ has no usage counter/,
  },
};

/** Triggers that refuse nothing: what they name opens the closed days from its own on. */
const OPENERS: Record<string, string> = {
  orders_open_closed_days: order("1, now() - interval '31 minutes'"),
  cancels_open_closed_days: `update orders set status = 'cancelled', cancelled_by_user_id = 1,
    cancelled_at = now() - interval '31 minutes'`,
  wallet_entries_open_closed_days: `insert into wallet_entries
    (user_id, actor_user_id, created_at, seq, kind, amount, balance_after)
    values (1, 1, now() - interval '31 minutes', 3, 'top_up', 1, 1)`,
  stock_movements_open_closed_days: `insert into stock_movements
    (product_id, kind, delta, quantity_after, reason, created_at)
    values (1, 'restock', 1, 5, 'late', now() - interval '31 minutes')`,
};

let owner: postgres.Sql;

test.beforeAll(async ({ workerDatabase }) => {
  await workerDatabase.empty();
  const db = createDatabase({ url: workerDatabase.url('app'), max: 1 });
  const userId = await makeShopper(db, { balance: 10_000 });
  const productId = await makeProduct(db, { quantity: 5 });
  const { code } = await makeCoupon(db, { totalLimit: 5 });
  await fillCart(db, userId, [{ productId, quantity: 1 }]);
  succeeded(await press(db, userId, { couponCode: code }));
  await fillCart(db, userId, [{ productId, quantity: 1 }]);
  // Another shopper and product, which the order knows nothing of.
  await makeShopper(db, { balance: 0 });
  await makeProduct(db);
  await db.close();
  owner = postgres(workerDatabase.url('owner'), { max: 1, onnotice: () => undefined });
});

test.afterAll(async () => {
  await owner.end();
});

/** What the database answers to a change that is never kept. */
async function answerTo(statements: string): Promise<unknown> {
  return owner
    .begin(async (sql) => {
      await sql.unsafe(statements);
      await sql`set constraints all immediate`;
      throw new Error('nothing refused it');
    })
    .catch((error: unknown) => error);
}

for (const [name, breach] of Object.entries(CONSTRAINTS)) {
  test(name, async () => {
    expect(await answerTo(breach)).toMatchObject({ constraint_name: name });
  });
}

for (const [name, { refuses, saying }] of Object.entries(TRIGGERS)) {
  test(name, async () => {
    for (const breach of refuses) {
      expect(await answerTo(breach)).toMatchObject({ message: expect.stringMatching(saying) });
    }
  });
}

for (const [name, change] of Object.entries(OPENERS)) {
  test(name, async () => {
    const rollBack = new Error('not kept');
    const daysLeft = async (statement: string) => {
      let left = 0;
      await owner
        .begin(async (sql) => {
          await sql`
            insert into closed_days select ((now() - interval '31 minutes') at time zone 'Asia/Seoul')::date + n,
              0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 from generate_series(-1, 1) n`;
          await sql.unsafe(statement);
          ({ length: left } = await sql`select from closed_days`);
          throw rollBack;
        })
        .catch((error: unknown) => expect(error).toBe(rollBack));
      return left;
    };
    expect(await daysLeft(change)).toBe(1);
    expect(await daysLeft(change.replaceAll('31 minutes', '29 minutes'))).toBe(3);
  });
}

test('a price below 0 on a line is refused twice over', async () => {
  expect(await answerTo('update order_lines set unit_price = -1')).toMatchObject({
    constraint_name: IMPLIED.order_lines_unit_price_not_negative,
  });
});

test('no CHECK or trigger of the schema and no reference of the books goes without its test', async () => {
  const checks = await owner<{ name: string }[]>`
    select conname as name from pg_constraint
    where contype = 'c' and connamespace = 'public'::regnamespace`;
  const triggers = await owner<{ name: string }[]>`
    select tgname as name from pg_trigger where not tgisinternal`;
  const references = await owner<{ name: string }[]>`
    select conname as name from pg_constraint where contype = 'f'
      and conrelid::regclass::text in ('orders', 'order_lines', 'wallet_entries', 'stock_movements')`;
  const tested = new Set([CONSTRAINTS, IMPLIED, TRIGGERS, OPENERS].flatMap(Object.keys));
  const untested = [...checks, ...triggers, ...references].filter(({ name }) => !tested.has(name));
  expect(untested).toEqual([]);
});

/** @param values user_id, placed_at */
function order(values: string): string {
  return `insert into orders (subtotal, discount, total, units, accepted_total, recipient, phone, address,
    user_id, placed_at) values (0, 0, 0, 1, 0, 'a', '1', 'a', ${values})`;
}

/** @param values seq, kind, amount, balance_after, order_id */
function entry(values: string, userId = 1, actorUserId = userId): string {
  return `insert into wallet_entries (user_id, actor_user_id, created_at, seq, kind, amount,
    balance_after, order_id) values (${userId}, ${actorUserId}, now(), ${values})`;
}

function picture(values: string): string {
  return `insert into pictures (created_by, created_at, webp, hash, size)
    values (1, now(), '', ${values})`;
}

/** @param values kind, delta, quantity_after, reason, order_id */
function movement(values: string, productId = 1): string {
  return `insert into stock_movements (product_id, created_at, kind, delta, quantity_after, reason,
    order_id) values (${productId}, now(), ${values})`;
}
