import { z } from 'zod';
import { normaliseCouponCode } from '@/lib/domain/coupons/rules';
import type { Texts } from '../define-action';
import { rowNumber } from '../row-number';
import { neededNumber, seoulMoment, wholeNumber } from './fields';

/** Won that any amount of a coupon may be; prices end there too. */
const MOST_WON = 100_000_000;
const MOST_USES = 1_000_000;

type FormError =
  | 'code'
  | 'percent'
  | 'amount'
  | 'capFixed'
  | 'limit'
  | 'moment'
  | 'order'
  | 'claim';
const errorText = (t: Texts) => (key: FormError) => t(`admin.coupons.form.errors.${key}`);

/** For whom, how often and when: what making and editing a coupon have in common. */
function termsFields(t: Texts) {
  const text = errorText(t);
  return {
    minSubtotal: wholeNumber(0, MOST_WON, text('amount')),
    totalLimit: wholeNumber(1, MOST_USES, text('limit')),
    perShopperLimit: wholeNumber(1, MOST_USES, text('limit')),
    claimLimit: wholeNumber(1, MOST_USES, text('limit')),
    startsAt: seoulMoment(text('moment')),
    endsAt: seoulMoment(text('moment')),
    /** The button: `preview` saves nothing. */
    intent: z.enum(['save', 'preview']).default('save'),
  };
}

const inOrder = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) => startsAt < endsAt;

/** Whoever claimed it can use it. */
const claimsHaveUses = ({
  claimLimit,
  totalLimit,
}: {
  claimLimit?: number | undefined;
  totalLimit?: number | undefined;
}) => claimLimit === undefined || totalLimit === undefined || claimLimit <= totalLimit;

/** What a new coupon's form must say, with words for everything that it may not (spec.md: Coupon). */
export function couponForm(t: Texts) {
  const text = errorText(t);
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
      ...termsFields(t),
    })
    .refine(({ kind, value }) => kind === 'fixed' || value <= 100, {
      path: ['value'],
      error: text('percent'),
    })
    .refine(({ kind, cap }) => kind === 'percent' || cap === undefined, {
      path: ['cap'],
      error: text('capFixed'),
    })
    .refine(claimsHaveUses, { path: ['claimLimit'], error: text('claim') })
    .refine(inOrder, { path: ['endsAt'], error: text('order') });
}

/** The form that edits a coupon, with the version that its page showed. */
export function couponEditForm(t: Texts) {
  return z
    .strictObject({
      couponId: rowNumber,
      version: rowNumber,
      ...termsFields(t),
      enabled: z.enum(['true', 'false']).transform((choice) => choice === 'true'),
    })
    .refine(claimsHaveUses, { path: ['claimLimit'], error: errorText(t)('claim') })
    .refine(inOrder, { path: ['endsAt'], error: errorText(t)('order') });
}
