import type { EntryKind } from './wallet-address';

/** A shopper's wallet with one page of its entries. Money in won, instants in UTC. */
export interface WalletView {
  balance: number;
  ledger: LedgerView;
  limits: TopUpLimitsView;
  /** Of the entries that were asked for, newest first. */
  entries: WalletEntryView[];
  /** What those of every page come to; null when nothing narrows them down. */
  chosen: { count: number; moneyIn: number; moneyOut: number } | null;
  /** `?before=` of the next older page; null: these are the oldest. */
  olderBefore: number | null;
  /** Whether this page begins with the newest entry. */
  newest: boolean;
}

/** Every entry of the wallet added up anew, of the same instant as the balance. */
export interface LedgerView {
  entries: number;
  entriesTotal: number;
  /** Sum and balance are the same, and every entry follows from the one before it. */
  agrees: boolean;
  /** The first entry that does not follow. */
  firstBrokenSeq: number | null;
  /** Seoul months with entries, the latest first: `2026-11`. */
  months: string[];
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
  /** How it is called; a top-up's number: `W-000012-3`. */
  number: string;
  kind: EntryKind;
  /** Signed. */
  amount: number;
  balanceAfter: number;
  /** The order that a payment or refund belongs to. */
  orderId: number | null;
  /** Why an operator adjusted the balance. */
  reason: string | null;
  /** An operator did it, not the shopper. */
  byOperator: boolean;
  createdAt: Date;
}

/** An entry as its line of the history shows it, in the page's language; days and times of Asia/Seoul. */
export interface EntryRowView {
  seq: number;
  /** The entry's own page. */
  href: string;
  kind: string;
  /** Kind and number. */
  label: string;
  day: string;
  time: string;
  /** ISO 8601, UTC. */
  createdAt: string;
  /** What it stands for; `href` null: it has no page. */
  reference: { text: string; href: string | null };
  reason: string | null;
  /** Won, signed. */
  amount: number;
  balanceAfter: string;
}

/** One page of a history (`/api/wallet/entries`). */
export interface EntryRowsView {
  rows: EntryRowView[];
  /** `?before=` of the next older page; null: these are the oldest. */
  olderBefore: number | null;
}

/** One entry between its neighbours. */
export interface WalletEntryPageView {
  entry: WalletEntryView;
  /** Null: it is the first. */
  before: WalletEntryView | null;
  /** Null: it is the newest. */
  after: WalletEntryView | null;
  /** The balance of the entry before it, with this amount, is the balance after it. */
  follows: boolean;
}

/** One finished top-up, as its entry tells it. */
export interface TopUpView {
  amount: number;
  balanceBefore: number;
  balanceAfter: number;
}
