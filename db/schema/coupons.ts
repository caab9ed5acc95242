import { sql } from 'drizzle-orm';
import { boolean, check, integer, pgEnum, pgTable, text } from 'drizzle-orm/pg-core';
import { instant, rowId, won } from './columns';

export const couponKind = pgEnum('coupon_kind', ['percent', 'fixed']);

/** The terms of a coupon. How often it was used, and its total limit, stand in `coupon_usage`. */
export const coupons = pgTable(
  'coupons',
  {
    id: rowId('id').primaryKey().generatedAlwaysAsIdentity(),
    /** Normalised: trimmed, NFKC, upper case (spec.md: Coupon). */
    code: text('code').notNull().unique(),
    kind: couponKind('kind').notNull(),
    percent: integer('percent'),
    /** Won taken off by a fixed coupon. */
    amount: won('amount'),
    /** Most won that a percent coupon takes off. */
    cap: won('cap'),
    minSubtotal: won('min_subtotal').notNull().default(0),
    perShopperLimit: integer('per_shopper_limit'),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    enabled: boolean('enabled').notNull().default(true),
    /** Counts the edits, as a product's does. */
    version: integer('version').notNull().default(1),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    check(
      'coupons_code_normalised',
      sql`${t.code} = upper(btrim(${t.code})) and char_length(${t.code}) between 1 and 40`,
    ),
    check(
      'coupons_kind_shape',
      sql`case ${t.kind}
        when 'percent' then ${t.percent} is not null and ${t.amount} is null
        when 'fixed' then ${t.amount} is not null and ${t.percent} is null and ${t.cap} is null
      end`,
    ),
    check('coupons_percent_range', sql`${t.percent} between 1 and 100`),
    check('coupons_amount_positive', sql`${t.amount} > 0`),
    check('coupons_cap_positive', sql`${t.cap} > 0`),
    check('coupons_min_subtotal_not_negative', sql`${t.minSubtotal} >= 0`),
    check('coupons_per_shopper_limit_positive', sql`${t.perShopperLimit} > 0`),
    check('coupons_period_order', sql`${t.startsAt} < ${t.endsAt}`),
  ],
);
