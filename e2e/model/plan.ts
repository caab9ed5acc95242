/** What fast-check makes up: wishes that fit any world, which `resolve.ts` turns into commands. */

import fc from 'fast-check';
import { type CouponTerms, dayOf, dayStart, type World } from './world';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Coupons of a story, each created as it begins. */
const COUPONS = 3;

/** Picks from what there is, by its remainder. */
export type Index = number;

export type Wish =
  | { wish: 'topUp'; who: Index; amount: number }
  | { wish: 'cart'; who: Index; what: Index; quantity: number; add: boolean }
  /** Fills the cart first, then presses the pay button. An empty basket: with what is in the cart. */
  | {
      wish: 'buy';
      who: Index;
      basket: { what: Index; quantity: number }[];
      code: Index | null;
      /** Won that the page showed more than it costs now, or less. */
      shownMore: number;
      tick: boolean;
    }
  /** Buys one unit at a price that is the whole balance, or a won more. */
  | { wish: 'brink'; who: Index; what: Index; over: number }
  /** The same press once more. */
  | { wish: 'again'; nth: Index }
  /** Another request under a key that was sent. */
  | { wish: 'otherRequest'; nth: Index }
  | { wish: 'cancel'; nth: Index; by: 'owner' | 'other' | 'admin' }
  | { wish: 'fulfil'; nth: Index }
  | { wish: 'stock'; what: Index; delta: number }
  /** `stale`: the operator was shown another balance. */
  | { wish: 'adjust'; who: Index; amount: number; stale: boolean }
  | { wish: 'coupon'; code: Index; terms: CouponTerms }
  | { wish: 'switch'; code: Index; enabled: boolean }
  | { wish: 'price'; what: Index; price: number }
  | { wish: 'publish'; what: Index; published: boolean };

/** Wishes that come true at the same time, and how much later than the ones before. */
export interface Moment {
  /** `couponTurns`: the very instant at which the next coupon begins or ends. */
  later: 'now' | 'hour' | 'couponTurns' | 'justBeforeMidnight' | 'midnight' | 'day';
  wishes: Wish[];
}

/** Objects that print as they are written. */
const PLAIN = { noNullPrototype: true } as const;

const index = fc.nat({ max: 20 });
const quantity = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 1, max: 4 }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 7, 99, 100) },
);
const oddPrice = fc.oneof(
  fc.integer({ min: 1, max: 9_999 }),
  fc.constantFrom(0, 1, 3, 333, 10_000, 123_457, 450_000),
);
const amount = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1_000, max: 60_000 }) },
  { weight: 5, arbitrary: fc.constantFrom(700_000, 1_000_000) },
  { weight: 1, arbitrary: fc.constantFrom(1, 999, 1_000, 1_000_001) },
);
const orNone = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const big = (from: number, to: number) => fc.bigInt({ min: BigInt(from), max: BigInt(to) });

/** Around the instant that every model begins at. */
const terms = (start: number): fc.Arbitrary<CouponTerms> =>
  fc
    .record({
      percent: fc.boolean(),
      size: fc.nat(),
      cap: orNone(big(1, 5_000)),
      // Sums of prices that stories begin with, and anything.
      minimum: fc.oneof(fc.constantFrom(0n, 10_000n, 13_333n, 20_000n), big(0, 60_000)),
      perShopper: orNone(fc.constantFrom(1n, 1n, 2n)),
      total: fc.oneof(fc.constant(null), big(0, 4)),
      from: fc.oneof(
        { weight: 5, arbitrary: fc.constant(-DAY) },
        { weight: 1, arbitrary: fc.constantFrom(-1, 0, HOUR, DAY) },
      ),
      until: fc.constantFrom(HOUR, DAY, 30 * DAY, 30 * DAY),
    })
    .map(({ percent, size, cap, from, until, ...rest }) => ({
      ...rest,
      kind: percent ? 'percent' : 'fixed',
      size: BigInt(percent ? (size % 100) + 1 : (size % 20_000) + 1),
      cap: percent ? cap : null,
      startsAt: start + from,
      endsAt: start + Math.max(from + 1, until),
    }));

const wish = (start: number): fc.Arbitrary<Wish> => {
  const of = <W extends Wish['wish'], R>(name: W, weight: number, fields: R) => ({
    weight,
    arbitrary: fc.record(
      { wish: fc.constant(name), ...fields } as never,
      PLAIN,
    ) as fc.Arbitrary<Wish>,
  });
  const basket = fc.array(fc.record({ what: index, quantity }, PLAIN), { maxLength: 3 });
  const buy = {
    who: index,
    basket,
    code: orNone(index),
    shownMore: fc.oneof(
      { weight: 6, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.constantFrom(-1, 1, -500, 1_000_000) },
    ),
    tick: fc.boolean(),
  };
  return fc.oneof(
    of('topUp', 5, { who: index, amount }),
    of('cart', 2, { who: index, what: index, quantity, add: fc.boolean() }),
    of('buy', 14, buy),
    of('brink', 2, { who: index, what: index, over: fc.constantFrom(0, 1) }),
    of('again', 3, { nth: index }),
    of('otherRequest', 1, { nth: index }),
    of('cancel', 4, { nth: index, by: fc.constantFrom('owner', 'owner', 'other', 'admin') }),
    of('fulfil', 1, { nth: index }),
    of('stock', 2, { what: index, delta: fc.constantFrom(1, 3, 10, -1, -5) }),
    of('adjust', 2, {
      who: index,
      amount: fc.oneof(
        fc.constantFrom(1, -1, 1_000_000, 1_000_001, -1_000_001),
        fc.integer({ min: 1, max: 60_000 }),
        fc.integer({ min: -60_000, max: -1 }),
      ),
      stale: fc.oneof(
        { weight: 5, arbitrary: fc.constant(false) },
        { weight: 1, arbitrary: fc.constant(true) },
      ),
    }),
    of('coupon', 2, { code: index, terms: terms(start) }),
    of('switch', 1, { code: index, enabled: fc.boolean() }),
    of('price', 2, { what: index, price: oddPrice }),
    of('publish', 1, { what: index, published: fc.oneof(fc.constant(true), fc.boolean()) }),
  );
};

/**
 * A story: first every shopper tops up and every code becomes a coupon, one after the other; then at
 * most `length` moments with so many wishes each.
 */
export function story(
  start: number,
  { length, wishes }: { length: number; wishes: { min: number; max: number } },
): fc.Arbitrary<Moment[]> {
  const later: fc.Arbitrary<Moment['later']> = fc.oneof(
    { weight: 12, arbitrary: fc.constant('now' as const) },
    {
      weight: 3,
      arbitrary: fc.constantFrom<Moment['later'][]>(
        'hour',
        'couponTurns',
        'justBeforeMidnight',
        'midnight',
        'day',
      ),
    },
  );
  const together = fc.array(wish(start), {
    minLength: wishes.min,
    maxLength: wishes.max,
    size: 'max',
  });
  const moments = fc.array(fc.record({ later, wishes: together }, PLAIN), {
    minLength: 1,
    maxLength: length,
    size: 'max',
  });
  const prelude = Array.from({ length: COUPONS }, (_, i) => i).flatMap((i) => [
    fc.constant<Wish>({ wish: 'topUp', who: i, amount: 500_000 }),
    terms(start).map((of): Wish => ({ wish: 'coupon', code: i, terms: of })),
  ]);
  return fc
    .tuple(fc.tuple(...prelude), moments)
    .map(([first, rest]) => [
      ...first.map((one) => ({ later: 'now' as const, wishes: [one] })),
      ...rest,
    ]);
}

/** The instant that a moment comes at. */
export function instantOf({ later }: Moment, { now, coupons }: World): number {
  const midnight = dayStart(dayOf(now) + 1);
  const turns = [...coupons.values()]
    .flatMap(({ terms: { startsAt, endsAt } }) => [startsAt, endsAt])
    .filter((at) => at > now);
  const instants = {
    now: now + 1_000,
    hour: now + HOUR,
    couponTurns: turns.length > 0 ? Math.min(...turns) : now + 1_000,
    justBeforeMidnight: midnight - 1,
    midnight,
    day: now + DAY,
  };
  return Math.max(now, instants[later]);
}
