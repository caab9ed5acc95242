import { expect, test } from '@playwright/test';
import type { CouponReason, CouponTerms } from '../coupons/rules';
import { applyOrder, decideOrder, type OrderCommand, type OrderState } from './rules';

const NOON = new Date('2026-11-23T03:00:00Z');
const SHOPPER = 7;

function command(changes: Partial<OrderCommand> = {}): OrderCommand {
  return {
    userId: SHOPPER,
    idempotencyKey: '00000000-0000-4000-8000-000000000001',
    couponCode: null,
    confirmedTotal: 30_000,
    confirmedSubtotal: null,
    delivery: { recipient: '김', phone: '010', address: '서울' },
    ...changes,
  };
}

/** A cart of one ₩10,000 product and two of ₩10,000, a balance of ₩50,000, a 10 % coupon. */
function state(): OrderState {
  const product = { nameKo: '사과', nameEn: 'Apple', price: 10_000, published: true };
  return {
    wallets: new Map([[SHOPPER, { balance: 50_000, lastSeq: 3 }]]),
    carts: new Map([
      [
        SHOPPER,
        {
          cartId: 70,
          lastOrderId: null,
          lines: [
            { productId: 1, quantity: 1 },
            { productId: 2, quantity: 2 },
          ],
        },
      ],
    ]),
    stock: new Map([
      [1, 1],
      [2, 5],
    ]),
    products: new Map([
      [1, product],
      [2, { ...product, nameKo: '배', nameEn: 'Pear' }],
    ]),
    coupons: new Map([
      [
        'TEN',
        {
          id: 9,
          code: 'TEN',
          kind: 'percent',
          percent: 10,
          amount: null,
          cap: null,
          minSubtotal: 0,
          perShopperLimit: 1,
          startsAt: new Date(0),
          endsAt: new Date('2027-01-01'),
          enabled: true,
          totalLimit: null,
          claimLimit: null,
        },
      ],
    ]),
    couponClaims: new Set(),
    couponUsed: new Map(),
    couponUsedByShopper: new Map(),
  };
}

function refusalOf(s: OrderState, c: OrderCommand) {
  const decision = decideOrder(s, c, NOON);
  if (decision.ok) throw new Error('the order was accepted');
  return decision.refusal;
}

function orderOf(s: OrderState, c: OrderCommand) {
  const decision = decideOrder(s, c, NOON);
  if (!decision.ok) throw new Error(`refused: ${decision.refusal.code}`);
  return decision.order;
}

test('stock, coupon and balance suffice: the order is placed', () => {
  const order = orderOf(state(), command({ couponCode: 'TEN', confirmedTotal: 27_000 }));
  expect(order).toMatchObject({
    subtotal: 30_000,
    discount: 3_000,
    total: 27_000,
    balanceAfter: 23_000,
    entrySeq: 4,
    stockAfter: [0, 3],
  });
  expect(order.lines.map((line) => line.discountShare)).toEqual([1_000, 2_000]);
});

test('stock is judged first: every short product is named', () => {
  const s = state();
  s.stock = new Map([
    [1, 0],
    [2, 1],
  ]);
  s.wallets.set(SHOPPER, { balance: 0, lastSeq: 0 });
  expect(refusalOf(s, command({ confirmedTotal: 1 }))).toEqual({
    code: 'SHORT_STOCK',
    products: [
      { productId: 1, nameKo: '사과', nameEn: 'Apple', wanted: 1, left: 0 },
      { productId: 2, nameKo: '배', nameEn: 'Pear', wanted: 2, left: 1 },
    ],
  });
});

test('an unusable coupon takes nothing off and the order goes on', () => {
  const order = orderOf(state(), command({ couponCode: 'NOPE' }));
  expect(order).toMatchObject({ discount: 0, total: 30_000, couponCode: 'NOPE' });
  expect(order.coupon).toMatchObject({ usable: false, reason: 'NOT_FOUND' });
});

test('however a coupon dies after its discount was shown, it asks and names the reason', () => {
  const dead: [CouponReason, (s: OrderState, ten: CouponTerms) => void][] = [
    ['NOT_FOUND', (s) => s.coupons.delete('TEN')],
    ['DISABLED', (s, ten) => s.coupons.set('TEN', { ...ten, enabled: false })],
    ['NOT_STARTED', (s, ten) => s.coupons.set('TEN', { ...ten, startsAt: new Date('2026-12-01') })],
    ['EXPIRED', (s, ten) => s.coupons.set('TEN', { ...ten, endsAt: NOON })],
    ['MIN_ORDER', (s, ten) => s.coupons.set('TEN', { ...ten, minSubtotal: 30_001 })],
    [
      'TOTAL_LIMIT',
      (s, ten) => {
        s.coupons.set('TEN', { ...ten, totalLimit: 4 });
        s.couponUsed.set(9, 4);
      },
    ],
    ['PER_SHOPPER_LIMIT', (s) => s.couponUsedByShopper.set('9:7', 1)],
  ];
  for (const [couponReason, die] of dead) {
    const s = state();
    die(s, s.coupons.get('TEN') as CouponTerms);
    expect(refusalOf(s, command({ couponCode: 'TEN', confirmedTotal: 27_000 }))).toEqual({
      code: 'TOTAL_CHANGED',
      confirmedTotal: 27_000,
      total: 30_000,
      couponReason,
    });
    const accepted = { couponCode: 'TEN', confirmedTotal: 27_000, confirmedSubtotal: 30_000 };
    expect(orderOf(s, command(accepted)).coupon).toMatchObject({ reason: couponReason });
  }
});

test('with the full price accepted beforehand, a dead coupon lets the order go on', () => {
  const s = state();
  s.couponUsedByShopper.set('9:7', 1);
  const shown = { couponCode: 'TEN', confirmedTotal: 27_000 };
  expect(orderOf(s, command({ ...shown, confirmedSubtotal: 30_000 }))).toMatchObject({
    total: 30_000,
    acceptedTotal: 30_000,
    coupon: { usable: false, reason: 'PER_SHOPPER_LIMIT', missedDiscount: 3_000 },
  });
  const asked = { code: 'TOTAL_CHANGED', couponReason: 'PER_SHOPPER_LIMIT' };
  expect(refusalOf(s, command({ ...shown, confirmedSubtotal: 29_999 }))).toMatchObject(asked);
  expect(refusalOf(s, command({ ...shown, confirmedSubtotal: null }))).toMatchObject(asked);
});

test('the accepted full price counts for a coupon that takes nothing off, and for nothing else', () => {
  const accepted = { confirmedTotal: 26_999, confirmedSubtotal: 30_000 };
  // A discount smaller than the one shown, and a code that was cleared: both ask.
  expect(refusalOf(state(), command({ ...accepted, couponCode: 'TEN' }))).toMatchObject({
    code: 'TOTAL_CHANGED',
    total: 27_000,
  });
  expect(refusalOf(state(), command(accepted))).toMatchObject({
    code: 'TOTAL_CHANGED',
    total: 30_000,
  });
  // It never lowers what the page showed.
  const lower = { couponCode: 'NOPE', confirmedTotal: 30_000, confirmedSubtotal: 1 };
  expect(orderOf(state(), command(lower)).acceptedTotal).toBe(30_000);
});

test('a total above the confirmed one is judged before the balance', () => {
  const s = state();
  s.wallets.set(SHOPPER, { balance: 0, lastSeq: 0 });
  expect(refusalOf(s, command({ confirmedTotal: 29_999 })).code).toBe('TOTAL_CHANGED');
});

test('what the page did not show asks, though the total is no higher', () => {
  const units = (...shown: [number, number][]) => command({ shownUnits: new Map(shown) });
  const asked = { code: 'TOTAL_CHANGED', confirmedTotal: 30_000, total: 30_000 };
  expect(refusalOf(state(), units([1, 1], [2, 1]))).toMatchObject(asked);
  expect(refusalOf(state(), units([2, 2]))).toMatchObject(asked);
  // As shown, or more was shown, as of a line that was taken out.
  expect(orderOf(state(), units([1, 1], [2, 2])).total).toBe(30_000);
  expect(orderOf(state(), units([1, 2], [2, 2], [3, 1])).total).toBe(30_000);
});

test('a price drop is passed on', () => {
  expect(orderOf(state(), command({ confirmedTotal: 99_000 }))).toMatchObject({
    total: 30_000,
    acceptedTotal: 99_000,
  });
});

test('a balance too small names the exact gap', () => {
  const s = state();
  s.wallets.set(SHOPPER, { balance: 29_999, lastSeq: 3 });
  expect(refusalOf(s, command())).toEqual({
    code: 'INSUFFICIENT_BALANCE',
    total: 30_000,
    balance: 29_999,
    gap: 1,
  });
});

test('an unknown user, an empty cart and an ordered cart are told apart', () => {
  const s = state();
  expect(refusalOf(s, command({ userId: 8 })).code).toBe('UNKNOWN_USER');
  s.carts.delete(SHOPPER);
  expect(refusalOf(s, command()).code).toBe('CART_EMPTY');
  s.carts.set(SHOPPER, { cartId: 70, lastOrderId: 5, lines: [] });
  expect(refusalOf(s, command())).toEqual({ code: 'ALREADY_ORDERED', orderId: 5 });
});

test('a product that left the shop is named', () => {
  const s = state();
  s.products.set(2, { nameKo: '배', nameEn: 'Pear', price: 10_000, published: false });
  expect(refusalOf(s, command())).toEqual({
    code: 'PRODUCT_UNAVAILABLE',
    products: [{ productId: 2, nameKo: '배', nameEn: 'Pear' }],
  });
});

test('the next order of a batch sees what the one before took', () => {
  const s = state();
  const order = orderOf(s, command({ couponCode: 'TEN' }));
  applyOrder(s, command(), order, 100);
  expect(s.stock).toEqual(
    new Map([
      [1, 0],
      [2, 3],
    ]),
  );
  expect(s.wallets.get(SHOPPER)).toEqual({ balance: 23_000, lastSeq: 4 });
  expect(s.couponUsedByShopper.get('9:7')).toBe(1);
  expect(refusalOf(s, command())).toEqual({ code: 'ALREADY_ORDERED', orderId: 100 });
});

test('an order applied counts its coupon, and one without a usable coupon counts none', () => {
  const s = state();
  s.couponUsed.set(9, 4);
  applyOrder(s, command(), orderOf(s, command({ couponCode: 'TEN' })), 100);
  expect(s.couponUsed.get(9)).toBe(5);
  for (const couponCode of [null, 'NOPE']) {
    const other = state();
    applyOrder(other, command(), orderOf(other, command({ couponCode })), 100);
    expect([...other.couponUsed, ...other.couponUsedByShopper]).toEqual([]);
  }
});

test("a coupon's uses by all shoppers count against its limit", () => {
  const s = state();
  const terms = s.coupons.get('TEN');
  if (terms) s.coupons.set('TEN', { ...terms, totalLimit: 5 });
  s.couponUsed.set(9, 4);
  expect(orderOf(s, command({ couponCode: 'TEN' })).discount).toBe(3_000);
  s.couponUsed.set(9, 5);
  expect(orderOf(s, command({ couponCode: 'TEN' })).coupon).toMatchObject({
    reason: 'TOTAL_LIMIT',
  });
});

test('a coupon that is claimed is none for whoever has not claimed it', () => {
  const s = state();
  const terms = s.coupons.get('TEN');
  if (terms) s.coupons.set('TEN', { ...terms, claimLimit: 5 });
  s.couponClaims.add('9:8');
  expect(orderOf(s, command({ couponCode: 'TEN' })).coupon).toEqual({
    usable: false,
    reason: 'NOT_FOUND',
    gap: null,
    missedDiscount: null,
  });
  s.couponClaims.add(`9:${SHOPPER}`);
  expect(orderOf(s, command({ couponCode: 'TEN' })).discount).toBe(3_000);
});

test('a balance of exactly the total is enough', () => {
  const s = state();
  s.wallets.set(SHOPPER, { balance: 30_000, lastSeq: 3 });
  expect(orderOf(s, command()).balanceAfter).toBe(0);
});

test('50 products are an order, 51 are too many', () => {
  const s = state();
  const products = Array.from({ length: 51 }, (_, i) => i + 1);
  for (const productId of products) {
    s.products.set(productId, { nameKo: '귤', nameEn: 'Orange', price: 1, published: true });
    s.stock.set(productId, 1);
  }
  const fill = (many: number) => {
    const lines = products.slice(0, many).map((productId) => ({ productId, quantity: 1 }));
    s.carts.set(SHOPPER, { cartId: 70, lastOrderId: null, lines });
  };
  fill(50);
  expect(orderOf(s, command()).total).toBe(50);
  fill(51);
  expect(refusalOf(s, command())).toEqual({ code: 'TOO_MANY_PRODUCTS', most: 50 });
});

test('a product or a stock that was not loaded is a bug', () => {
  const s = state();
  s.stock.delete(2);
  expect(() => decideOrder(s, command(), NOON)).toThrow('stock of product 2 was not found');
  s.products.delete(2);
  expect(() => decideOrder(s, command(), NOON)).toThrow('product 2 was not loaded');
});
