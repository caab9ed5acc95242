'use server';

import { z } from 'zod';
import { database } from '@/db';
import { cancelOrder } from '@/lib/domain/orders/cancel-order';
import { redirect } from '@/lib/i18n/redirect';
import { defineAction } from './define-action';
import { rowNumber } from './row-number';

/**
 * Cancels an own order (spec.md: Cancel). Also for an admin it is only an own one here; others are
 * cancelled in the back office.
 */
export const cancelOwnOrder = defineAction({
  name: 'orders.cancel',
  role: 'shopper',
  schema: () => z.strictObject({ orderId: rowNumber }),
  async run({ input: { orderId }, user, locale, now }) {
    const actor = { userId: user.id, role: 'shopper' } as const;
    const outcome = await cancelOrder(database(), { orderId, actor }, now);
    if (!outcome.ok) return outcome;
    return redirect(locale, `/orders/${orderId}?cancelled=${outcome.replayed ? 'again' : '1'}`);
  },
});
