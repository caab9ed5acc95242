'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { database } from '@/db';
import { cancelOrder } from '@/lib/domain/orders/cancel-order';
import { fulfilOrder } from '@/lib/domain/orders/fulfil-order';
import { fulfilOrders } from '@/lib/domain/orders/fulfil-orders';
import { formatOrderNumber } from '@/lib/format/order-number';
import { defineAction } from '../define-action';
import { refusalTexts } from '../refusal-text';
import { rowNumber } from '../row-number';

const orderForm = () => z.strictObject({ orderId: rowNumber });

/** Cancels any shopper's order: money, stock and coupon go back (spec.md: Cancel). */
export const cancelOrderAsAdmin = defineAction({
  name: 'admin.cancel-order',
  role: 'admin',
  schema: orderForm,
  async run({ input, user, t, money, now, since }) {
    const actor = { userId: user.id, role: 'admin' } as const;
    const outcome = await cancelOrder(database(), { orderId: input.orderId, actor }, now, since);
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
  async run({ input, user, t, now, since }) {
    const command = { orderId: input.orderId, actorUserId: user.id };
    const outcome = await fulfilOrder(database(), command, now, since);
    if (!outcome.ok) return outcome;
    refresh();
    const message = t('admin.orders.fulfilDone');
    return { ok: true, data: null, message, replayed: outcome.replayed };
  },
});

/**
 * Marks every ticked order (a field `order-42` each) as fulfilled and says of each what became of it:
 * one that cannot be marked holds no other back.
 */
export const fulfilOrdersAction = defineAction({
  name: 'admin.fulfil-orders',
  role: 'admin',
  schema: () => z.record(z.string().regex(/^order-[1-9]\d{0,14}$/), z.literal('on')),
  async run({ input, user, t, locale, now }) {
    const orderIds = Object.keys(input).map((name) => Number(name.slice('order-'.length)));
    const outcome = await fulfilOrders(database(), { orderIds, actorUserId: user.id }, now);
    if (!outcome.ok) return outcome;
    refresh();
    const refusalText = await refusalTexts(locale);
    const results = outcome.value.map(({ orderId, outcome: { ok, ...one } }) => ({
      orderId,
      number: formatOrderNumber(orderId),
      done: ok,
      text:
        'refusal' in one
          ? refusalText(one.refusal)
          : t(`office.fulfilMany.${one.replayed ? 'before' : 'done'}`),
    }));
    const marked = results.filter(({ done }) => done).length;
    const counts = { done: marked, not: results.length - marked };
    return { ok: true, data: { results }, message: t('office.fulfilMany.result', counts) };
  },
});
