/**
 * What always holds of the shop's books, in the order of protocol.md: 1 to 11, then the claims
 * of coupons. Number 12 is checked from a load generator's log. `check-invariants.ts` runs them.
 */

import { CLAIMS_INVARIANT, COUPON_INVARIANT } from './coupons';
import type { Invariant } from './invariant';
import { KEY_INVARIANT } from './keys';
import { NOTHING_NEGATIVE } from './nothing-negative';
import { ORDER_ADDS_UP, ORDER_PAID_ONCE, SALES_HISTORY } from './orders';
import { EVERYTHING_HAS_ITS_NUMBER, STOCK_IS_SUM, UNITS_LEFT_STOCK } from './stock';
import { BALANCE_IS_SUM, ENTRIES_UNBROKEN } from './wallets';

export const INVARIANTS: readonly Invariant[] = [
  BALANCE_IS_SUM,
  ENTRIES_UNBROKEN,
  NOTHING_NEGATIVE,
  STOCK_IS_SUM,
  UNITS_LEFT_STOCK,
  COUPON_INVARIANT,
  ORDER_ADDS_UP,
  ORDER_PAID_ONCE,
  KEY_INVARIANT,
  SALES_HISTORY,
  EVERYTHING_HAS_ITS_NUMBER,
  CLAIMS_INVARIANT,
];
