/** A shopper's wallet with one page of its entries. Money in won, instants in UTC. */
export interface WalletView {
  balance: number;
  limits: TopUpLimitsView;
  /** Newest first. */
  entries: WalletEntryView[];
  /** `?before=` of the next older page; null: these are the oldest. */
  olderBefore: number | null;
  /** Whether this page begins with the newest entry. */
  newest: boolean;
}

export interface TopUpLimitsView {
  min: number;
  max: number;
  perDay: number;
  held: number;
  /** What may still be topped up today, both by the day's limit and by what a wallet holds. */
  leftNow: number;
  /** What the day's limit alone leaves. */
  leftToday: number;
}

export interface WalletEntryView {
  seq: number;
  kind: 'top_up' | 'payment' | 'refund' | 'adjustment';
  /** Signed. */
  amount: number;
  balanceAfter: number;
  /** The order that a payment or refund belongs to. */
  orderId: number | null;
  /** Why an operator adjusted the balance. */
  reason: string | null;
  createdAt: Date;
}

/** One finished top-up, as its entry tells it. */
export interface TopUpView {
  amount: number;
  balanceBefore: number;
  balanceAfter: number;
}
