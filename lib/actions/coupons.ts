'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { database } from '@/db';
import { claimCoupon } from '@/lib/domain/coupons/claim-coupon';
import { isUnsettled } from '@/lib/domain/result';
import { defineAction } from './define-action';
import { rowNumber } from './row-number';

/** Claims a first-come coupon (spec.md: Coupon); pressing again shows what one has. */
export const claimOwnCoupon = defineAction({
  name: 'coupons.claim',
  role: 'shopper',
  schema: () => z.strictObject({ couponId: rowNumber }),
  async run({ input: { couponId }, user, t, now }) {
    const outcome = await claimCoupon(database(), { couponId, userId: user.id }, now);
    // Given or gone, the page shows what is left. Without the database it would fail.
    if (outcome.ok || !isUnsettled(outcome.refusal)) refresh();
    if (!outcome.ok) return outcome;
    return {
      ...{ ok: true, data: null, replayed: outcome.replayed },
      message: t('coupons.claimed'),
    } as const;
  },
});
