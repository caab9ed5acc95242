'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { database } from '@/db';
import { createCoupon } from '@/lib/domain/coupons/create-coupon';
import { normaliseCouponCode } from '@/lib/domain/coupons/rules';
import { switchCoupon } from '@/lib/domain/coupons/switch-coupon';
import { defineAction } from '../define-action';
import { rowNumber } from '../row-number';
import { couponForm } from './coupon-form';

/** Adds a coupon for every shopper (spec.md: Coupon). */
export const createCouponAction = defineAction({
  name: 'admin.create-coupon',
  role: 'admin',
  schema: couponForm,
  async run({ input, user, t, now }) {
    const code = normaliseCouponCode(input.code);
    const percent = input.kind === 'percent';
    const outcome = await createCoupon(
      database(),
      {
        code,
        kind: input.kind,
        percent: percent ? input.value : null,
        amount: percent ? null : input.value,
        cap: input.cap ?? null,
        minSubtotal: input.minSubtotal ?? 0,
        perShopperLimit: input.perShopperLimit ?? null,
        totalLimit: input.totalLimit ?? null,
        startsAt: input.startsAt,
        endsAt: input.endsAt,
        enabled: true,
      },
      user.id,
      now,
    );
    if (!outcome.ok) return outcome;
    refresh();
    const message = t('admin.coupons.form.done', { code });
    return { ok: true, data: { code }, message, replayed: outcome.replayed };
  },
});

/** Switches a coupon on or off (spec.md: Coupon). */
export const switchCouponAction = defineAction({
  name: 'admin.switch-coupon',
  role: 'admin',
  schema: () =>
    z.strictObject({
      couponId: rowNumber,
      enabled: z.enum(['true', 'false']).transform((text) => text === 'true'),
    }),
  async run({ input, user, t, now }) {
    const outcome = await switchCoupon(database(), { ...input, actorUserId: user.id }, now);
    if (!outcome.ok) return outcome;
    refresh();
    const message = t(input.enabled ? 'admin.coupons.switchedOn' : 'admin.coupons.switchedOff');
    return { ok: true, data: null, message, replayed: outcome.replayed };
  },
});
