import type { NewCoupon } from '@/lib/domain/coupons/create-coupon';
import type { Calendar } from './history/calendar';

const DAY_MS = 86_400_000;

export interface SampleCoupon {
  terms: NewCoupon;
  /** How often shoppers give it, against the other coupons. */
  weight: number;
  /** Set for a coupon that most give from this day of the history on, until it is gone. */
  rushDay?: number;
  /** Set for a coupon that the admin switches off at the start of this day of the history. */
  switchedOffDay?: number;
}

/** Uses that `SOLDOUT` allows: few enough for a rush of a day or two. */
const SOLDOUT_LIMIT = 12;

/** One of every kind that spec.md: Coupon knows, the four of contract.md among them. */
export function sampleCoupons({ dayStarts, days, now }: Calendar): SampleCoupon[] {
  const dayStart = (share: number) => new Date(dayStarts[Math.floor(days * share)] ?? now);
  const base = {
    percent: null,
    amount: null,
    cap: null,
    minSubtotal: 0,
    perShopperLimit: null,
    totalLimit: null,
    claimLimit: null,
    startsAt: new Date((dayStarts[0] ?? now) - 30 * DAY_MS),
    endsAt: new Date(now + 365 * DAY_MS),
    enabled: true,
  } as const;
  const percent = (code: string, value: number) =>
    ({ ...base, code, kind: 'percent', percent: value }) as const;
  const fixed = (code: string, amount: number) =>
    ({ ...base, code, kind: 'fixed', amount }) as const;
  return [
    { terms: { ...percent('WELCOME10', 10), cap: 10_000 }, weight: 36 },
    { terms: { ...fixed('FIXED5000', 5_000), minSubtotal: 30_000 }, weight: 24 },
    { terms: { ...percent('EXPIRED', 15), endsAt: dayStart(0.6) }, weight: 10 },
    {
      terms: { ...fixed('SOLDOUT', 3_000), totalLimit: SOLDOUT_LIMIT },
      weight: 3,
      rushDay: Math.floor(days * 0.3),
    },
    { terms: { ...percent('BIGCART15', 15), cap: 30_000, minSubtotal: 80_000 }, weight: 12 },
    { terms: { ...percent('ONCE20', 20), cap: 20_000, perShopperLimit: 1 }, weight: 14 },
    { terms: { ...percent('HALF', 50), cap: 7_000, minSubtotal: 10_000 }, weight: 12 },
    { terms: { ...percent('GIFT100', 100), perShopperLimit: 1, totalLimit: 200 }, weight: 2 },
    {
      terms: {
        ...percent('COMINGSOON', 30),
        startsAt: new Date(now + 14 * DAY_MS),
        endsAt: new Date(now + 44 * DAY_MS),
      },
      weight: 1,
    },
    {
      terms: fixed('PAUSED', 2_000),
      weight: 6,
      switchedOffDay: Math.floor(days * 0.7),
    },
  ];
}
