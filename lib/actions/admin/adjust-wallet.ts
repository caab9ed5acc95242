'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { database } from '@/db';
import { isUnsettled } from '@/lib/domain/result';
import type { AdjustmentLimits } from '@/lib/domain/wallet/adjust-rules';
import { adjustWallet } from '@/lib/domain/wallet/adjust-wallet';
import { quoteAdjustment } from '@/lib/domain/wallet/quote-adjustment';
import { env } from '@/lib/env';
import { redirect } from '@/lib/i18n/redirect';
import { wonOf } from '@/lib/parse-amount';
import { defineAction } from '../define-action';
import { isPrintable } from '../printable';
import { rowNumber } from '../row-number';
import { changeField } from './fields';

const LONGEST_REASON = 200;
/** Far above what may be adjusted at a time, which the rules know. */
const MOST_WON = 999_999_999_999;

/**
 * Adds to a customer's wallet or takes away from it (admin.md: Orders and customers), in two presses:
 * `look` says what would become of the balance, `confirm` does it if the balance is still the one
 * that was shown, `edit` leads back. Success leads to the customer's page, which states the entry, so
 * that reloading sends nothing again.
 */
export const adjustWalletAction = defineAction({
  name: 'admin.adjust-wallet',
  role: 'admin',
  schema: (t) =>
    z.strictObject({
      customerId: rowNumber,
      amount: changeField(wonOf, MOST_WON, t('office.adjust.amountProblem')),
      // The customer reads it too.
      reason: z
        .string()
        .trim()
        .min(1)
        .max(LONGEST_REASON)
        .refine(isPrintable, t('forms.unprintable')),
      idempotencyKey: z.uuid(),
      intent: z.enum(['look', 'edit', 'confirm']),
      shownBalance: z
        .string()
        .regex(/^\d{1,15}$/)
        .transform(Number)
        .optional(),
    }),
  async run({ input, user, locale, now, since }) {
    const { customerId, amount, reason, intent, shownBalance, idempotencyKey } = input;
    if (intent === 'edit') return { ok: true, data: { look: null }, message: '', keepTyped: true };
    const db = database();
    if (intent === 'look' || shownBalance === undefined) {
      const quote = await quoteAdjustment(db, { customerId, amount }, limits());
      if (!quote.ok) return quote;
      return { ok: true, data: { look: quote.value }, message: '', keepTyped: true };
    }
    const outcome = await adjustWallet(
      db,
      { customerId, amount, reason, shownBalance, actorUserId: user.id, idempotencyKey },
      limits(),
      now,
      since,
    );
    if (!outcome.ok) {
      if (!isUnsettled(outcome.refusal)) refresh();
      return outcome;
    }
    const again = outcome.replayed ? '&again=1' : '';
    const { entrySeq } = outcome.value;
    return redirect(locale, `/admin/customers/${customerId}?adjusted=${entrySeq}${again}`);
  },
});

/** As much as a shopper may top up at a time, and hold (spec.md: Top-up limits). */
function limits(): AdjustmentLimits {
  const { max, held } = env().topUpLimits;
  return { mostWon: max, heldWon: held };
}
