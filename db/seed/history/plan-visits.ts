import { createRandom, cumulate, type Random } from '../random';
import type { SampleCoupon } from '../sample-coupons';
import { type Calendar, OFFICE_MS, type Shift, visitTimes } from './calendar';

/** What the plan knows of a product. */
export interface PlannedProduct {
  /** Won. */
  price: number;
  /** Units that shall be left in the end. */
  quantityLeft: number;
  /** Instant in ms before which nobody can buy it. */
  createdAt: number;
}

/**
 * Somebody who comes to buy. `shopper` and `product` are places in their lists.
 *
 * What may go wrong at the first press of the pay button: the wallet holds too little, a product in
 * the cart is sold out, or a coupon died after its discount was shown.
 */
export interface Visit {
  at: number;
  shopper: number;
  lines: { product: number; quantity: number }[];
  subtotal: number;
  couponCode: string | null;
  stumble: 'balance' | 'stock' | 'coupon' | null;
  /** For the stumble over stock: the product that is gone. */
  soldOutProduct: number | null;
  /** Leaves after the stumble instead of trying again. */
  givesUp: boolean;
  cancelAt: number | null;
  /** The form's key. */
  key: string;
}

export interface VisitPlan {
  calendar: Calendar;
  /** Visits that end in an order; those who give up come on top. */
  orders: number;
  shoppers: number;
  products: PlannedProduct[];
  coupons: SampleCoupon[];
  seed: number;
}

const DAY_MS = 86_400_000;
const GIVING_UP = 0.04;
const CANCELLED = 0.02;
const WITH_COUPON = 0.26;
const MISTYPED = 0.03;
const IGNORES_MINIMUM = 0.15;
const IN_THE_RUSH = 0.6;
/** For each use of a limited coupon, how many try: some of them give up, others come too late. */
const LATE_TO_THE_RUSH = 1.5;
/** A cancelled order of such a product would bring it back. */
const LOW_STOCK = 10;
/** Shifts within which a shopper changes their mind; the parcel leaves later than that. */
const SHIFTS_TO_CANCEL = 3;
const MOST_OF_SHOPPERS_A_DAY = 0.6;

/**
 * Who comes when and for what, in order of time.
 * @throws {Error} when the shoppers are too few to come once a day each
 */
export function planVisits(plan: VisitPlan): Visit[] {
  const { calendar, seed } = plan;
  const random = createRandom(seed, 'visits');
  const demand = planDemand(plan, createRandom(seed, 'demand'));
  const who = createPicker(plan, random);
  const codes = createCouponHabits(plan, random);
  const givingUp = Math.round(plan.orders * GIVING_UP);
  const quitters = quitterPlaces(plan.orders + givingUp, givingUp, random);
  const times = visitTimes(calendar, plan.orders + givingUp, random);
  return times.map((at, i): Visit => {
    const day = dayOf(calendar, at);
    const lines = chooseLines(plan.products, demand.onDay(day, at), random);
    const subtotal = lines.reduce(
      (sum, { product, quantity }) => sum + (plan.products[product]?.price ?? 0) * quantity,
      0,
    );
    const givesUp = quitters.has(i);
    const soldOut = demand.soldOutAt(at);
    const couponCode = codes(day, subtotal);
    const stumble = chooseStumble({ givesUp, soldOut, dead: isDead(plan, couponCode, at) }, random);
    return {
      at,
      shopper: who(day),
      lines,
      subtotal,
      couponCode,
      stumble,
      soldOutProduct: stumble === 'stock' ? random.pick(soldOut) : null,
      givesUp,
      cancelAt: givesUp ? null : chooseCancel(plan, { at, lines, couponCode }, random),
      key: random.uuid(),
    };
  });
}

/** The day of the history that an instant falls on. */
export function dayOf({ dayStarts }: Calendar, at: number): number {
  return Math.floor((at - (dayStarts[0] ?? 0)) / DAY_MS);
}

/** How much each product is wanted, day by day: favourites, fashions that pass, novelties. */
function planDemand({ calendar, products }: VisitPlan, random: Random) {
  const ranks = products.map((_, i) => i);
  for (let i = ranks.length - 1; i > 0; i--) {
    const j = random.int(0, i);
    [ranks[i], ranks[j]] = [ranks[j] ?? 0, ranks[i] ?? 0];
  }
  const tastes = products.map(({ price, quantityLeft }, i) => ({
    favour: (20_000 / price) ** 0.3 / ((ranks[i] ?? 0) + 4) ** 0.8,
    period: random.int(9, 24),
    phase: random.float() * 2 * Math.PI,
    soldOutAt: quantityLeft === 0 ? calendar.now - random.int(18, 54) * 3_600_000 : null,
  }));
  const days = calendar.dayStarts.map((start, day) =>
    products.map(({ createdAt }, i) => {
      const taste = tastes[i];
      // The day after its arrival is the first on which a product can be bought all day long.
      if (!taste || createdAt > start) return 0;
      const fashion = 1 + 0.7 * Math.sin((2 * Math.PI * day) / taste.period + taste.phase);
      return taste.favour * fashion * (start - createdAt < 4 * DAY_MS ? 2 : 1);
    }),
  );
  const ends = tastes.flatMap(({ soldOutAt }, product) =>
    soldOutAt === null ? [] : [{ product, soldOutAt }],
  );
  const soldOutAt = (at: number) =>
    ends.filter((end) => end.soldOutAt <= at).map(({ product }) => product);
  const drawn = new Map<string, number[]>();
  return {
    soldOutAt,
    /** Running sums of the wishes at an instant, for drawing. */
    onDay(day: number, at: number): number[] {
      const gone = new Set(soldOutAt(at));
      const name = `${day}:${gone.size}`;
      const known = drawn.get(name);
      if (known) return known;
      const sums = cumulate((days[day] ?? []).map((wish, i) => (gone.has(i) ? 0 : wish)));
      drawn.set(name, sums);
      return sums;
    },
  };
}

/** Regulars come more often; nobody comes twice a day. The first shopper's visits are made by hand. */
function createPicker({ shoppers, orders, calendar }: VisitPlan, random: Random) {
  if ((orders / calendar.days) * 1.6 > shoppers * MOST_OF_SHOPPERS_A_DAY) {
    throw new Error(
      `${shoppers} shoppers are too few for ${orders} orders in ${calendar.days} days.`,
    );
  }
  const regulars = cumulate(
    Array.from({ length: shoppers }, (_, i) => (i === 0 ? 0 : 1 / (i + shoppers / 5))),
  );
  let today = -1;
  const came = new Set<number>();
  return (day: number): number => {
    if (day !== today) came.clear();
    today = day;
    for (;;) {
      const shopper = random.weighted(regulars);
      if (came.has(shopper)) continue;
      came.add(shopper);
      return shopper;
    }
  };
}

/** Places in the row of visits, drawn without doubles. */
function quitterPlaces(visits: number, count: number, random: Random): Set<number> {
  const places = new Set<number>();
  while (places.size < count) places.add(random.int(0, visits - 1));
  return places;
}

const LINE_COUNTS = cumulate([38, 32, 18, 8, 4]);
const QUANTITIES = cumulate([66, 22, 8, 2, 1, 1]);
/** Won: nobody buys more of one thing, so that one top-up pays for any cart. */
const MOST_A_LINE = 150_000;

function chooseLines(products: PlannedProduct[], wishes: number[], random: Random) {
  const lines = new Map<number, number>();
  const wanted = random.weighted(LINE_COUNTS) + 1;
  for (let i = 0; i < wanted; i++) {
    const product = random.weighted(wishes);
    const many = random.weighted(QUANTITIES) + 1;
    const most = Math.floor(MOST_A_LINE / Math.max(1, products[product]?.price ?? 0));
    lines.set(product, Math.max(1, Math.min(many, most)));
  }
  return [...lines].map(([product, quantity]) => ({ product, quantity }));
}

/** Which code a visitor gives, if any. Most read what a coupon asks for; few give one too early. */
function createCouponHabits({ coupons }: VisitPlan, random: Random) {
  const rushes = coupons.flatMap(({ terms, rushDay }) =>
    rushDay === undefined ? [] : [{ code: terms.code, from: rushDay, left: terms.totalLimit ?? 0 }],
  );
  for (const rush of rushes) rush.left *= LATE_TO_THE_RUSH;
  return (day: number, subtotal: number): string | null => {
    const rush = rushes.find(({ from, left }) => day >= from && left > 0);
    if (rush && random.chance(IN_THE_RUSH)) {
      rush.left -= 1;
      return rush.code;
    }
    if (!random.chance(WITH_COUPON)) return null;
    if (random.chance(MISTYPED)) return 'WELCOM10';
    const likely = coupons.map(({ terms, weight }) =>
      subtotal < terms.minSubtotal ? weight * IGNORES_MINIMUM : weight,
    );
    return coupons[random.weighted(cumulate(likely))]?.terms.code ?? null;
  };
}

/** Whether a coupon is past its period at an instant: its discount may stand on an open page still. */
function isDead({ coupons }: VisitPlan, code: string | null, at: number): boolean {
  const coupon = coupons.find(({ terms }) => terms.code === code);
  return coupon !== undefined && at >= coupon.terms.endsAt.getTime();
}

function chooseStumble(
  { givesUp, soldOut, dead }: { givesUp: boolean; soldOut: number[]; dead: boolean },
  random: Random,
): Visit['stumble'] {
  const luck = random.float();
  if (soldOut.length > 0 && luck < (givesUp ? 0.5 : 0.08)) return 'stock';
  if (dead && luck < 0.5) return 'coupon';
  return givesUp || luck > 0.75 ? 'balance' : null;
}

function chooseCancel(
  { calendar, products, coupons }: VisitPlan,
  { at, lines, couponCode }: Pick<Visit, 'at' | 'lines' | 'couponCode'>,
  random: Random,
): number | null {
  if (!random.chance(CANCELLED)) return null;
  const limited = coupons.some(
    ({ terms, rushDay }) => terms.code === couponCode && rushDay !== undefined,
  );
  const low = lines.some(({ product }) => (products[product]?.quantityLeft ?? 0) <= LOW_STOCK);
  const later = shiftsAfter(calendar, at);
  if (limited || low || later.length === 0) return null;
  return random.pick(later).from + random.int(0, OFFICE_MS - 1);
}

function shiftsAfter({ shifts }: Calendar, at: number): Shift[] {
  // Shifts are few a day, visits many: look from the end of a binary search.
  let low = 0;
  let high = shifts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((shifts[middle]?.from ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return shifts.slice(low, low + SHIFTS_TO_CANCEL);
}
