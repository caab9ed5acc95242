'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { database } from '@/db';
import { cancelOrder } from '@/lib/domain/orders/cancel-order';
import { fulfilOrder } from '@/lib/domain/orders/fulfil-order';
import { defineAction } from '../define-action';
import { rowNumber } from '../row-number';

const orderForm = () => z.strictObject({ orderId: rowNumber });

/** Cancels any shopper's order: money, stock and coupon go back (spec.md: Cancel). */
export const cancelOrderAsAdmin = defineAction({
  name: 'admin.cancel-order',
  role: 'admin',
  schema: orderForm,
  async run({ input, user, t, money, now }) {
    const actor = { userId: user.id, role: 'admin' } as const;
    const outcome = await cancelOrder(database(), { orderId: input.orderId, actor }, now);
    if (!outcome.ok) return outcome;
    refresh();
    const { refunded } = outcome.value;
    const message = t('admin.orders.cancelDone', { amount: money(refunded) });
    return { ok: true, data: { refunded }, message, replayed: outcome.replayed };
  },
});

/** Marks a paid order as fulfilled; it cannot be cancelled from then on (spec.md: Cancel). */
export const fulfilOrderAction = defineAction({
  name: 'admin.fulfil-order',
  role: 'admin',
  schema: orderForm,
  async run({ input, user, t, now }) {
    const command = { orderId: input.orderId, actorUserId: user.id };
    const outcome = await fulfilOrder(database(), command, now);
    if (!outcome.ok) return outcome;
    refresh();
    const message = t('admin.orders.fulfilDone');
    return { ok: true, data: null, message, replayed: outcome.replayed };
  },
});
