import type { Mutation } from '../mutation';

const ORDERS = 'lib/domain/orders/rules.ts';
const ORDER_TESTS = 'lib/domain/orders/rules.unit.test.ts';
const COUPONS = 'lib/domain/coupons/rules.ts';
const COUPON_TESTS = 'lib/domain/coupons/rules.unit.test.ts';
const WALLET = 'lib/domain/wallet/rules.ts';
const WALLET_TESTS = 'lib/domain/wallet/rules.unit.test.ts';
const CLOSING_TESTS = 'lib/domain/accounts/close-account.db.test.ts';

/** The rules that a CHECK of the schema repeats, and what the page promised. */
export const RULES: Mutation[] = [
  {
    what: 'confirmed total: a ceiling on what is charged',
    file: ORDERS,
    take: 'quote.total > acceptedTotal',
    put: 'quote.total < 0',
    killedBy: [ORDER_TESTS, 'a total above the confirmed one is judged before the balance'],
  },
  {
    what: 'nothing is bought that the page did not show',
    file: ORDERS,
    take: '|| holdsUnshown(command, quote)',
    put: '',
    killedBy: [ORDER_TESTS, 'what the page did not show asks, though the total is no higher'],
  },
  {
    what: 'confirmed total, up to the database',
    file: ORDERS,
    take: 'quote.total > acceptedTotal',
    put: 'quote.total < 0',
    killedBy: [
      'lib/domain/orders/place-order.db.test.ts',
      'a price that rose after the page showed it asks again; nothing is charged',
    ],
  },
  {
    what: 'full price accepted beforehand: for a coupon that takes nothing off alone',
    file: ORDERS,
    take: 'coupon !== null && !coupon.usable',
    put: 'true',
    killedBy: [
      ORDER_TESTS,
      'the accepted full price counts for a coupon that takes nothing off, and for nothing else',
    ],
  },
  {
    what: 'full price accepted beforehand: a ceiling too',
    file: ORDERS,
    take: 'confirmedSubtotal ?? 0',
    put: 'Number.MAX_SAFE_INTEGER',
    killedBy: [
      ORDER_TESTS,
      'with the full price accepted beforehand, a dead coupon lets the order go on',
    ],
  },
  {
    what: 'twin of wallets.balance >= 0',
    file: ORDERS,
    take: 'quote.total > wallet.balance',
    put: 'quote.total < 0',
    killedBy: [ORDER_TESTS, 'a balance too small names the exact gap'],
  },
  {
    what: 'twin of stock.quantity >= 0: an order',
    file: ORDERS,
    take: 'line.quantity > left ?',
    put: 'line.quantity < 0 ?',
    killedBy: [ORDER_TESTS, 'stock is judged first: every short product is named'],
  },
  {
    what: 'twin of stock.quantity >= 0: a correction',
    file: 'lib/domain/catalog/stock-rules.ts',
    take: 'if (quantity + delta < 0)',
    put: 'if (quantity < 0)',
    killedBy: [
      'lib/domain/catalog/stock-rules.unit.test.ts',
      'a correction takes away what is there, and not a unit more',
    ],
  },
  {
    what: 'twin of coupon_usage.used <= total_limit',
    file: COUPONS,
    take: 'use.total >= terms.totalLimit',
    put: 'use.total < 0',
    killedBy: [COUPON_TESTS, 'each of the seven reasons is told apart'],
  },
  {
    what: 'twin of coupon_usage.claimed <= claim_limit',
    file: 'lib/domain/coupons/claim-rules.ts',
    take: 'offer.claimed >= offer.claimLimit',
    put: 'offer.claimed < 0',
    killedBy: [
      'lib/domain/coupons/claim-rules.unit.test.ts',
      'each reason that a coupon is not given is told apart',
    ],
  },
  {
    what: 'a claimed coupon is for whoever claimed it',
    file: COUPONS,
    take: 'terms.claimLimit === null || hasClaimed',
    put: 'terms',
    killedBy: [ORDER_TESTS, 'a coupon that is claimed is none for whoever has not claimed it'],
  },
  {
    what: "a coupon's limit per shopper",
    file: COUPONS,
    take: 'use.byShopper >= terms.perShopperLimit',
    put: 'use.byShopper < 0',
    killedBy: [COUPON_TESTS, 'each of the seven reasons is told apart'],
  },
  {
    what: 'twin of orders.total = subtotal - discount',
    file: ORDERS,
    take: 'won(subtotal - discount)',
    put: 'won(subtotal)',
    killedBy: [ORDER_TESTS, 'stock, coupon and balance suffice: the order is placed'],
  },
  {
    what: 'twin of orders.discount <= subtotal',
    file: COUPONS,
    take: 'terms.cap ?? raw, subtotal)',
    put: 'terms.cap ?? raw)',
    killedBy: [COUPON_TESTS, 'a discount stays below the cap and the subtotal'],
  },
  {
    what: 'twin of order_lines.discount_share <= its line, and shares that sum to the discount',
    file: COUPONS,
    take: 'if (left === 0) break;',
    killedBy: [COUPON_TESTS, 'shares sum exactly to the discount and never pass their line'],
  },
  {
    what: 'twin of coupons: usable from its start',
    file: COUPONS,
    take: 'now < terms.startsAt',
    put: 'now < new Date(0)',
    killedBy: [COUPON_TESTS, 'each of the seven reasons is told apart'],
  },
  {
    what: 'coupons: usable until its end',
    file: COUPONS,
    take: 'now >= terms.endsAt',
    put: 'now < new Date(0)',
    killedBy: [COUPON_TESTS, 'each of the seven reasons is told apart'],
  },
  {
    what: 'twin of cart_lines.quantity <= 99',
    file: 'lib/domain/cart/rules.ts',
    take: 'wanted > MOST_UNITS_PER_LINE',
    put: 'wanted < 0',
    killedBy: ['lib/domain/cart/rules.unit.test.ts', 'a line holds 99 units and not one more'],
  },
  {
    what: "twin of wallet_entries: the day's limit",
    file: WALLET,
    take: 'wallet.toppedUpToday + amount > limits.dayWon',
    put: 'amount < 0',
    killedBy: [WALLET_TESTS, "the day's limit says what is left of it"],
  },
  {
    what: 'most that a wallet holds',
    file: WALLET,
    take: 'wallet.balance + amount > limits.heldWon',
    put: 'amount < 0',
    killedBy: [WALLET_TESTS, 'the holding limit says what the wallet may still take in'],
  },
  {
    what: 'won are safe integers',
    file: 'lib/domain/money.ts',
    take: '!Number.isSafeInteger(value)',
    put: 'value === null',
    killedBy: ['lib/domain/money.unit.test.ts', 'won are exact integers or a bug'],
  },
  {
    what: 'a closed account tops nothing up',
    file: 'lib/domain/wallet/top-up-store.ts',
    take: 'and closed_at is null',
    killedBy: [CLOSING_TESTS, 'a closed wallet takes no money and pays for nothing'],
  },
  {
    what: 'a closed account orders nothing',
    file: 'lib/domain/orders/batch-load-store.ts',
    take: 'and closed_at is null',
    killedBy: [CLOSING_TESTS, 'a closed wallet takes no money and pays for nothing'],
  },
  {
    what: 'an account with money stays open',
    file: 'lib/domain/accounts/close-account.ts',
    take: 'wallet.balance > 0',
    put: 'wallet.balance < 0',
    killedBy: [CLOSING_TESTS, 'an account with money in its wallet stays open'],
  },
  {
    what: 'a new password outlives sign-ins under way',
    file: 'lib/domain/accounts/store.ts',
    take: 'users.sessionVersion} + 1',
    put: 'users.sessionVersion} + 0',
    killedBy: [
      'lib/domain/accounts/sessions.db.test.ts',
      'another password ends a session that a sign-in under way opens afterwards',
    ],
  },
];
