import type { KeyPage } from './admin-lists';
import type { RecentOrderView } from './admin-sales';
import type { LedgerView } from './wallet';
import type { EntryKind } from './wallet-address';

/** A customer as the back office sees one: the account, the wallet with its proof, the orders. */
export interface CustomerView {
  userId: number;
  name: string;
  email: string;
  admin: boolean;
  /** Nobody can sign in any more, and the wallet takes nothing in. */
  closed: boolean;
  joinedAt: Date;
  balance: number;
  ledger: LedgerView;
  entries: KeyPage<CustomerEntryView>;
  /** Orders that are not cancelled, and what they came to. */
  orders: number;
  spent: number;
  recentOrders: RecentOrderView[];
  /** The moment that all of it is of. */
  readAt: Date;
}

export interface CustomerEntryView {
  seq: number;
  /** `W-000012-3`. */
  number: string;
  at: Date;
  kind: EntryKind;
  amount: number;
  balanceAfter: number;
  orderId: number | null;
  reason: string | null;
  /** Who caused it. */
  actor: string;
}

/** A finished adjustment, as its entry tells it. */
export interface AdjustedView {
  seq: number;
  amount: number;
  balanceBefore: number;
  balanceAfter: number;
  reason: string;
}
