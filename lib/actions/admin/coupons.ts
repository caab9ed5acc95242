'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { database } from '@/db';
import type { FieldChange, FieldValue } from '@/lib/domain/audit/edit-rules';
import { createCoupon } from '@/lib/domain/coupons/create-coupon';
import { normaliseCouponCode } from '@/lib/domain/coupons/rules';
import { switchCoupon } from '@/lib/domain/coupons/switch-coupon';
import { updateCoupon } from '@/lib/domain/coupons/update-coupon';
import { refused } from '@/lib/domain/result';
import { seoulMomentText } from '@/lib/format/seoul-moment';
import { defineAction, type Texts } from '../define-action';
import type { ShownRefusal } from '../refusal-text';
import { rowNumber } from '../row-number';
import { couponEditForm, couponForm } from './coupon-form';

/** Adds a coupon for every shopper (spec.md: Coupon). */
export const createCouponAction = defineAction({
  name: 'admin.create-coupon',
  role: 'admin',
  schema: couponForm,
  async run({ input, user, t, now }) {
    if (input.intent === 'preview') return previewed(t);
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
        claimLimit: input.claimLimit ?? null,
        startsAt: input.startsAt,
        endsAt: input.endsAt,
        enabled: true,
      },
      user.id,
      now,
    );
    if (!outcome.ok) return atItsField(outcome.refusal, t) ?? outcome;
    refresh();
    const message = t('admin.coupons.form.done', { code });
    return { ok: true, data: { code }, message, replayed: outcome.replayed };
  },
});

/** Edits when, for whom and how often a coupon works (admin.md: Coupons). */
export const updateCouponAction = defineAction({
  name: 'admin.update-coupon',
  role: 'admin',
  schema: couponEditForm,
  async run({ input, user, t, now }) {
    const { intent, couponId, version, startsAt, endsAt, enabled } = input;
    if (intent === 'preview') return previewed(t);
    const terms = {
      ...{ startsAt, endsAt, enabled },
      minSubtotal: input.minSubtotal ?? 0,
      totalLimit: input.totalLimit ?? null,
      claimLimit: input.claimLimit ?? null,
      perShopperLimit: input.perShopperLimit ?? null,
    };
    const outcome = await updateCoupon(database(), { couponId, version, terms }, user.id, now);
    if (!outcome.ok) {
      const { refusal } = outcome;
      if (refusal.code !== 'EDITED_SINCE') return atItsField(refusal, t) ?? outcome;
      return refused({ ...refusal, changes: refusal.changes.map(asFieldHolds) });
    }
    refresh();
    const message = t('backOffice.coupons.saved');
    return { ok: true, data: null, message, replayed: outcome.replayed };
  },
});

/** The page draws the example from what was typed. */
function previewed(t: Texts) {
  const message = t('backOffice.preview.unsaved');
  return { ok: true, data: null, message, keepTyped: true } as const;
}

/** A refusal that one field can mend stands at that field. */
function atItsField(
  refusal: ShownRefusal,
  t: Texts,
): { ok: false; fieldErrors: Record<string, string> } | null {
  if (refusal.code === 'CODE_TAKEN') {
    return { ok: false, fieldErrors: { code: t('refusals.CODE_TAKEN') } };
  }
  if (refusal.code === 'USED_WITHOUT_CLAIM') {
    return { ok: false, fieldErrors: { claimLimit: t('refusals.USED_WITHOUT_CLAIM') } };
  }
  if (refusal.code !== 'LIMIT_BELOW_USE') return null;
  const { limit, used } = refusal;
  const message = t('refusals.LIMIT_BELOW_USE', { limit, used });
  return { ok: false, fieldErrors: { [`${limit}Limit`]: message } };
}

/** Instants of the audit log as the form's fields hold them, so that they can be compared. */
function asFieldHolds(change: FieldChange): FieldChange {
  if (change.field !== 'startsAt' && change.field !== 'endsAt') return change;
  const moment = (text: FieldValue) => seoulMomentText(new Date(String(text)));
  return { ...change, was: moment(change.was), now: moment(change.now) };
}

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
