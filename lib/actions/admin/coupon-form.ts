import { z } from 'zod';
import { normaliseCouponCode } from '@/lib/domain/coupons/rules';
import { countOf, wonOf } from '@/lib/parse-amount';
import type { Texts } from '../define-action';
import { rowNumber } from '../row-number';
import { neededNumber, numberField, seoulMoment } from './fields';

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
    minSubtotal: numberField(wonOf, 0, MOST_WON, text('amount')),
    totalLimit: numberField(countOf, 1, MOST_USES, text('limit')),
    perShopperLimit: numberField(countOf, 1, MOST_USES, text('limit')),
    claimLimit: numberField(countOf, 1, MOST_USES, text('limit')),
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
  const common = {
    code: z
      .string()
      .transform(normaliseCouponCode)
      .pipe(
        z
          .string()
          .min(1)
          .regex(/^[A-Z0-9가-힣_-]{1,40}$/, text('code')),
      ),
    ...termsFields(t),
  };
  const cap = numberField(wonOf, 1, MOST_WON, text('amount'));
  return z
    .discriminatedUnion('kind', [
      z.strictObject({
        ...common,
        kind: z.literal('percent'),
        value: neededNumber(countOf, 1, 100, text('percent')),
        cap,
      }),
      z.strictObject({
        ...common,
        kind: z.literal('fixed'),
        value: neededNumber(wonOf, 1, MOST_WON, text('amount')),
        cap: cap.refine((won) => won === undefined, text('capFixed')),
      }),
    ])
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
