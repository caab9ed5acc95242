import { sql } from 'drizzle-orm';
import { check, date, integer, pgTable } from 'drizzle-orm/pg-core';
import { won } from './columns';

/**
 * Seoul days that are over, added up once, so that a screen over months need not read every order and
 * entry of them. Whatever is written into a day that is closed opens it and all later ones again
 * (a trigger of the migration); the days between the first and the last one are all there.
 */
export const closedDays = pgTable(
  'closed_days',
  {
    day: date('day', { mode: 'string' }).primaryKey(),
    /** Of the orders placed in it, those cancelled since too. */
    orders: integer('orders').notNull(),
    units: integer('units').notNull(),
    gross: won('gross').notNull(),
    discounts: won('discounts').notNull(),
    /** Of the cancellations made in it. */
    returns: won('returns').notNull(),
    returnedUnits: integer('returned_units').notNull(),
    /** Wallet entries by kind, each with its sign. */
    topUps: won('top_ups').notNull(),
    payments: won('payments').notNull(),
    refunds: won('refunds').notNull(),
    adjustedUp: won('adjusted_up').notNull(),
    adjustedDown: won('adjusted_down').notNull(),
    /** What all wallets held when it ended. */
    held: won('held').notNull(),
  },
  (t) => [
    check(
      'closed_days_not_negative',
      sql`least(${t.orders}, ${t.units}, ${t.gross}, ${t.discounts}, ${t.returns}, ${t.returnedUnits}) >= 0`,
    ),
  ],
);
