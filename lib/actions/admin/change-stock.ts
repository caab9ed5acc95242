'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { database } from '@/db';
import { changeStock } from '@/lib/domain/catalog/change-stock';
import { MOST_UNITS } from '@/lib/domain/catalog/import-rules';
import { formatCount, formatCountChange } from '@/lib/format/count';
import { countOf } from '@/lib/parse-amount';
import { defineAction } from '../define-action';
import { isPrintable } from '../printable';
import { rowNumber } from '../row-number';
import { changeField } from './fields';

const LONGEST_REASON = 200;

/** Restocks or corrects a product by a change with a reason (admin.md: Products and stock). */
export const changeStockAction = defineAction({
  name: 'admin.change-stock',
  role: 'admin',
  schema: (t) =>
    z
      .strictObject({
        productId: rowNumber,
        kind: z.enum(['restock', 'correction']),
        delta: changeField(
          countOf,
          MOST_UNITS,
          t('admin.stock.form.errors.delta', { most: MOST_UNITS }),
        ),
        reason: z
          .string()
          .trim()
          .min(1)
          .max(LONGEST_REASON)
          .refine(isPrintable, t('forms.unprintable')),
        idempotencyKey: z.uuid(),
      })
      .refine(({ kind, delta }) => kind === 'correction' || delta > 0, {
        path: ['delta'],
        error: t('admin.stock.form.errors.restock'),
      }),
  async run({ input, user, t, locale, now, since }) {
    const outcome = await changeStock(database(), { ...input, actorUserId: user.id }, now, since);
    if (!outcome.ok) return outcome;
    refresh();
    const { quantity } = outcome.value;
    return {
      ok: true,
      data: { quantity },
      message: t('admin.stock.form.done', {
        delta: formatCountChange(input.delta, locale),
        quantity: formatCount(quantity, locale),
      }),
      replayed: outcome.replayed,
    };
  },
});
