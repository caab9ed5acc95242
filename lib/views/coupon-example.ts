import { decideCoupon } from '@/lib/domain/coupons/rules';
import { countOf, wonOf } from '@/lib/parse-amount';

/** What a coupon does to a basket; won. */
export interface CouponExample {
  subtotal: number;
  discount: number;
  total: number;
  /** Missing to the minimum; null: the coupon applies. */
  gap: number | null;
}

const BASKETS_WON = [10_000, 30_000, 50_000, 100_000];
const JUST_BELOW_WON = 1_000;
const ALWAYS = { startsAt: new Date(0), endsAt: new Date(8.64e15), enabled: true };

/**
 * What a coupon would do to some baskets, around its minimum too, by the rule that checkout uses.
 * @param typed the fields of the coupon's form
 * @returns null while they do not make a coupon yet
 */
export function couponExamples(
  typed: Record<'kind' | 'value' | 'cap' | 'minSubtotal', string>,
): CouponExample[] | null {
  const percent = typed.kind === 'percent';
  const value = (percent ? countOf : wonOf)(typed.value);
  const cap = isEmpty(typed.cap) ? null : wonOf(typed.cap);
  const minSubtotal = isEmpty(typed.minSubtotal) ? 0 : wonOf(typed.minSubtotal);
  if (!value || (percent && value > 100) || minSubtotal === null) return null;
  if (!cap && !isEmpty(typed.cap)) return null;
  const terms = {
    ...ALWAYS,
    id: 0,
    code: '',
    kind: percent ? ('percent' as const) : ('fixed' as const),
    percent: percent ? value : null,
    amount: percent ? null : value,
    cap: percent ? cap : null,
    minSubtotal,
    perShopperLimit: null,
    totalLimit: null,
    claimLimit: null,
  };
  const baskets = [...BASKETS_WON, minSubtotal, minSubtotal - JUST_BELOW_WON];
  const distinct = [...new Set(baskets)].filter((won) => won > 0).sort((a, b) => a - b);
  return distinct.map((subtotal) => {
    const decision = decideCoupon(terms, subtotal, { total: 0, byShopper: 0 }, new Date(1));
    const discount = decision.usable ? decision.discount : 0;
    const gap = decision.usable ? null : decision.gap;
    return { subtotal, discount, total: subtotal - discount, gap };
  });
}

const isEmpty = (typed: string) => typed.trim() === '';
