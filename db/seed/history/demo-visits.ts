import { createRandom } from '../random';
import type { Calendar } from './calendar';
import { dayOf, type PlannedProduct, type Visit } from './plan-visits';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const ENOUGH_LEFT = 30;

/** What the demo shopper did: days ago, hour in Seoul, how many of how many products, coupon, cancelled. */
const PAST = [
  { daysAgo: 19, hour: 20, quantities: [1, 2, 1], coupon: null, cancelled: false },
  { daysAgo: 12, hour: 12, quantities: [2, 1], coupon: 'WELCOME10', cancelled: false },
  { daysAgo: 6, hour: 22, quantities: [1], coupon: null, cancelled: true },
  { daysAgo: 3, hour: 19, quantities: [1, 1], coupon: 'EXPIRED', cancelled: false },
  { daysAgo: 1, hour: 20, quantities: [2, 1, 1], coupon: 'FIXED5000', cancelled: false },
] as const;

/**
 * The past orders of the demo shopper, the first of the shoppers: with a coupon, with one that could
 * not be used, a cancelled one, and one of yesterday that can still be cancelled.
 */
export function demoVisits(calendar: Calendar, products: PlannedProduct[], seed: number): Visit[] {
  const random = createRandom(seed, 'demo');
  const today = calendar.dayStarts.at(-1) ?? 0;
  return PAST.flatMap(({ daysAgo, hour, quantities, coupon, cancelled }) => {
    const at = today - daysAgo * DAY_MS + hour * HOUR_MS + 17 * 60_000;
    if (at < (calendar.dayStarts[0] ?? 0)) return [];
    const known = products
      .map(({ createdAt, quantityLeft }, i) => ({ createdAt, quantityLeft, i }))
      .filter((product) => product.createdAt < at && product.quantityLeft >= ENOUGH_LEFT);
    const lines = quantities.map((quantity, i) => ({
      product: known[(daysAgo * 7 + i * 11) % known.length]?.i ?? 0,
      quantity,
    }));
    const shift = calendar.shifts.find(({ day }) => day === dayOf(calendar, at) + 1);
    return {
      at,
      shopper: 0,
      lines,
      subtotal: lines.reduce(
        (sum, { product, quantity }) => sum + (products[product]?.price ?? 0) * quantity,
        0,
      ),
      couponCode: coupon,
      stumble: null,
      soldOutProduct: null,
      givesUp: false,
      cancelAt: cancelled && shift ? shift.from + 90_000 : null,
      key: random.uuid(),
    };
  });
}
