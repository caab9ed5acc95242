import { z } from 'zod';
import { normaliseCouponCode } from '@/lib/domain/coupons/rules';
import type { Texts } from '../define-action';
import { neededNumber, seoulMoment, wholeNumber } from './fields';

/** Won that any amount of a coupon may be; prices end there too. */
const MOST_WON = 100_000_000;
const MOST_USES = 1_000_000;

/** What a coupon's form must say, with words for everything that it may not (spec.md: Coupon). */
export function couponForm(t: Texts) {
  const text = (key: 'code' | 'percent' | 'amount' | 'capFixed' | 'limit' | 'moment' | 'order') =>
    t(`admin.coupons.form.errors.${key}`);
  return z
    .strictObject({
      code: z
        .string()
        .transform(normaliseCouponCode)
        .pipe(
          z
            .string()
            .min(1)
            .regex(/^[A-Z0-9가-힣_-]{1,40}$/, text('code')),
        ),
      kind: z.enum(['percent', 'fixed']),
      value: neededNumber(1, MOST_WON, text('amount')),
      cap: wholeNumber(1, MOST_WON, text('amount')),
      minSubtotal: wholeNumber(0, MOST_WON, text('amount')),
      totalLimit: wholeNumber(1, MOST_USES, text('limit')),
      perShopperLimit: wholeNumber(1, MOST_USES, text('limit')),
      startsAt: seoulMoment(text('moment')),
      endsAt: seoulMoment(text('moment')),
    })
    .refine(({ kind, value }) => kind === 'fixed' || value <= 100, {
      path: ['value'],
      error: text('percent'),
    })
    .refine(({ kind, cap }) => kind === 'percent' || cap === undefined, {
      path: ['cap'],
      error: text('capFixed'),
    })
    .refine(({ startsAt, endsAt }) => startsAt < endsAt, {
      path: ['endsAt'],
      error: text('order'),
    });
}
