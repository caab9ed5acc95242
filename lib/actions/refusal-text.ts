/**
 * The text of every refusal in both languages. A refusal that joins the domain without a line here,
 * or a line without a text in both `refusals.json`, does not compile.
 */

import { getTranslations } from 'next-intl/server';
import type { runIntegrityCheck } from '@/db/integrity-runs';
import type { closeAccount } from '@/lib/domain/accounts/close-account';
import type { openAccount } from '@/lib/domain/accounts/open-account';
import type { CartRefusal } from '@/lib/domain/cart/rules';
import type { applyStockImport } from '@/lib/domain/catalog/apply-stock-import';
import type { changeStock } from '@/lib/domain/catalog/change-stock';
import type { createProduct } from '@/lib/domain/catalog/create-product';
import type { planPrice } from '@/lib/domain/catalog/plan-price';
import type { updateProduct } from '@/lib/domain/catalog/update-product';
import type { claimCoupon } from '@/lib/domain/coupons/claim-coupon';
import type { createCoupon } from '@/lib/domain/coupons/create-coupon';
import type { switchCoupon } from '@/lib/domain/coupons/switch-coupon';
import type { updateCoupon } from '@/lib/domain/coupons/update-coupon';
import type { cancelOrder } from '@/lib/domain/orders/cancel-order';
import type { fulfilOrder } from '@/lib/domain/orders/fulfil-order';
import type { fulfilOrders } from '@/lib/domain/orders/fulfil-orders';
import type { placeOrder } from '@/lib/domain/orders/place-order';
import type { quoteOrder } from '@/lib/domain/orders/quote-order';
import type { adjustWallet } from '@/lib/domain/wallet/adjust-wallet';
import type { topUpWallet } from '@/lib/domain/wallet/top-up-wallet';
import { isolate } from '@/lib/format/isolate';
import { formatMoney } from '@/lib/format/money';
import type { Locale } from '@/lib/i18n/locales';

/** The refusals that a command can answer. */
type RefusalOf<Command extends (...args: never[]) => Promise<unknown>> =
  Extract<Awaited<ReturnType<Command>>, { ok: false }> extends { refusal: infer Refusal }
    ? Refusal
    : never;

/** Refusals that are decided before any command: who asks, from where, how often. */
export type DoorRefusal =
  /** The database did not answer, or was too busy to. */
  | { code: 'UNAVAILABLE' }
  /** Nobody is signed in, or not any more. */
  | { code: 'SIGN_IN_REQUIRED' }
  | { code: 'ADMIN_REQUIRED' }
  /** The request does not come from our own pages. */
  | { code: 'CROSS_SITE' }
  /** The same words for an unknown e-mail and a wrong password. */
  | { code: 'WRONG_CREDENTIALS' }
  | { code: 'TOO_MANY_TRIES'; waitSeconds: number }
  /** Too many coupon codes that do not exist. */
  | { code: 'TOO_MANY_CODES'; waitSeconds: number };

/** Every refusal that a page can show. A new command's refusals join here. */
export type ShownRefusal =
  | DoorRefusal
  | CartRefusal
  | RefusalOf<typeof openAccount>
  | RefusalOf<typeof closeAccount>
  | RefusalOf<typeof topUpWallet>
  | RefusalOf<typeof adjustWallet>
  | RefusalOf<typeof quoteOrder>
  | RefusalOf<typeof placeOrder>
  | RefusalOf<typeof cancelOrder>
  | RefusalOf<typeof fulfilOrder>
  | RefusalOf<typeof fulfilOrders>
  | RefusalOf<typeof createProduct>
  | RefusalOf<typeof updateProduct>
  | RefusalOf<typeof planPrice>
  | RefusalOf<typeof changeStock>
  | RefusalOf<typeof applyStockImport>
  | RefusalOf<typeof createCoupon>
  | RefusalOf<typeof updateCoupon>
  | RefusalOf<typeof switchCoupon>
  | RefusalOf<typeof claimCoupon>
  | RefusalOf<typeof runIntegrityCheck>;

/** What a text is written with. */
interface Pen {
  t: Awaited<ReturnType<typeof getTranslations<'refusals'>>>;
  money: (won: number) => string;
  nameOf: (product: { nameKo: string; nameEn: string }) => string;
}

type WithCode<Code> = Extract<ShownRefusal, { code: Code }>;

const texts: { [Code in ShownRefusal['code']]: (refusal: WithCode<Code>, pen: Pen) => string } = {
  SIGN_IN_REQUIRED: (_, { t }) => t('SIGN_IN_REQUIRED'),
  ADMIN_REQUIRED: (_, { t }) => t('ADMIN_REQUIRED'),
  CROSS_SITE: (_, { t }) => t('CROSS_SITE'),
  WRONG_CREDENTIALS: (_, { t }) => t('WRONG_CREDENTIALS'),
  TOO_MANY_TRIES: (r, { t }) => t('TOO_MANY_TRIES', { seconds: r.waitSeconds }),
  TOO_MANY_CODES: (r, { t }) => t('TOO_MANY_CODES', { seconds: r.waitSeconds }),
  BUSY: (_, { t }) => t('BUSY'),
  UNAVAILABLE: (_, { t }) => t('UNAVAILABLE'),
  OUTCOME_UNKNOWN: (_, { t }) => t('OUTCOME_UNKNOWN'),
  MAYBE_DONE: (_, { t }) => t('MAYBE_DONE'),
  KEY_REUSED: (_, { t }) => t('KEY_REUSED'),
  UNKNOWN_USER: (_, { t }) => t('UNKNOWN_USER'),
  EMAIL_TAKEN: (_, { t }) => t('EMAIL_TAKEN'),
  BALANCE_LEFT: (r, { t, money }) => t('BALANCE_LEFT', { balance: money(r.balance) }),
  ORDERS_WAITING: (r, { t }) => t('ORDERS_WAITING', { count: r.count }),
  OPERATOR_STAYS: (_, { t }) => t('OPERATOR_STAYS'),
  AMOUNT_BELOW_MINIMUM: (r, { t, money }) => t('AMOUNT_BELOW_MINIMUM', { amount: money(r.minWon) }),
  AMOUNT_ABOVE_MAXIMUM: (r, { t, money }) => t('AMOUNT_ABOVE_MAXIMUM', { amount: money(r.maxWon) }),
  DAY_LIMIT: (r, { t, money }) =>
    t('DAY_LIMIT', { left: money(r.leftWon), amount: money(r.dayWon) }),
  HELD_LIMIT: (r, { t, money }) =>
    t('HELD_LIMIT', { left: money(r.leftWon), amount: money(r.heldWon) }),
  UNKNOWN_CUSTOMER: (_, { t }) => t('UNKNOWN_CUSTOMER'),
  ADJUSTMENT_TOO_LARGE: (r, { t, money }) =>
    t('ADJUSTMENT_TOO_LARGE', { amount: money(r.mostWon) }),
  BALANCE_BELOW_ZERO: (r, { t, money }) => t('BALANCE_BELOW_ZERO', { balance: money(r.balance) }),
  BALANCE_CHANGED: (r, { t, money }) =>
    t('BALANCE_CHANGED', { shown: money(r.shown), balance: money(r.balance) }),
  UNKNOWN_PRODUCT: (_, { t }) => t('UNKNOWN_PRODUCT'),
  SHORT_STOCK_FOR_CART: (r, { t }) => t('SHORT_STOCK_FOR_CART', { left: r.left, inCart: r.inCart }),
  QUANTITY_LIMIT: (r, { t }) => t('QUANTITY_LIMIT', { most: r.most }),
  TOO_MANY_PRODUCTS: (r, { t }) => t('TOO_MANY_PRODUCTS', { most: r.most }),
  CART_EMPTY: (_, { t }) => t('CART_EMPTY'),
  ALREADY_ORDERED: (_, { t }) => t('ALREADY_ORDERED'),
  PRODUCT_UNAVAILABLE: (r, { t, nameOf }) =>
    t('PRODUCT_UNAVAILABLE', { products: r.products.map(nameOf).join(', ') }),
  SHORT_STOCK: (r, { t, nameOf }) => {
    const products = r.products.map((product) =>
      t('SHORT_STOCK_PRODUCT', { name: nameOf(product), left: product.left }),
    );
    return t('SHORT_STOCK', { products: products.join(', ') });
  },
  TOTAL_CHANGED: (r, { t, money }) =>
    t('TOTAL_CHANGED', { shown: money(r.confirmedTotal), total: money(r.total) }),
  INSUFFICIENT_BALANCE: (r, { t, money }) => t('INSUFFICIENT_BALANCE', { gap: money(r.gap) }),
  ORDER_NOT_FOUND: (_, { t }) => t('ORDER_NOT_FOUND'),
  ORDER_FULFILLED: (_, { t }) => t('ORDER_FULFILLED'),
  ORDER_CANCELLED: (_, { t }) => t('ORDER_CANCELLED'),
  NOTHING_CHOSEN: (_, { t }) => t('NOTHING_CHOSEN'),
  SLUG_TAKEN: (_, { t }) => t('SLUG_TAKEN'),
  PLAN_IN_PAST: (_, { t }) => t('PLAN_IN_PAST'),
  UNKNOWN_PICTURE: (_, { t }) => t('UNKNOWN_PICTURE'),
  UNKNOWN_CATEGORY: (_, { t }) => t('UNKNOWN_CATEGORY'),
  EDITED_SINCE: (r, { t }) => t('EDITED_SINCE', { by: isolate(r.by) }),
  STOCK_BELOW_ZERO: (r, { t }) => t('STOCK_BELOW_ZERO', { quantity: r.quantity }),
  CODE_TAKEN: (_, { t }) => t('CODE_TAKEN'),
  CHECK_RUNNING: (_, { t }) => t('CHECK_RUNNING'),
  CHECK_TOO_SLOW: (_, { t }) => t('CHECK_TOO_SLOW'),
  UNKNOWN_COUPON: (_, { t }) => t('UNKNOWN_COUPON'),
  USED_WITHOUT_CLAIM: (_, { t }) => t('USED_WITHOUT_CLAIM'),
  CLAIMS_CLOSED: (_, { t }) => t('CLAIMS_CLOSED'),
  CLAIMED_OUT: (_, { t }) => t('CLAIMED_OUT'),
  UNKNOWN_IMPORT: (_, { t }) => t('UNKNOWN_IMPORT'),
  IMPORT_HAS_PROBLEMS: (r, { t }) =>
    t('IMPORT_HAS_PROBLEMS', { count: r.lines.length, line: r.lines[0] ?? 0 }),
  LIMIT_BELOW_USE: (r, { t }) => t('LIMIT_BELOW_USE', { limit: r.limit, used: r.used }),
};

/** @returns the writer of refusals in one language; money is written by `formatMoney` */
export async function refusalTexts(locale: Locale): Promise<(refusal: ShownRefusal) => string> {
  const pen: Pen = {
    t: await getTranslations({ locale, namespace: 'refusals' }),
    money: (won) => formatMoney(won, locale),
    nameOf: (product) => isolate(locale === 'ko' ? product.nameKo : product.nameEn),
  };
  return (refusal) => {
    // The table is complete by its type; indexing it by a union loses the link of code and row.
    const write = texts[refusal.code] as (refusal: ShownRefusal, pen: Pen) => string;
    return write(refusal, pen);
  };
}
