'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { database } from '@/db';
import { safeReturnPath } from '@/lib/auth/return-path';
import { getKeyResult } from '@/lib/domain/idempotency/get-key-result';
import { isUnsettled } from '@/lib/domain/result';
import { topUpWallet } from '@/lib/domain/wallet/top-up-wallet';
import { env } from '@/lib/env';
import { redirect } from '@/lib/i18n/redirect';
import { parseAmount } from '@/lib/parse-amount';
import { defineAction } from './define-action';

/**
 * The top-up form (diagram 잔액 충전). Success leads to the wallet, which states the entry that was
 * written, so that reloading the result sends nothing again.
 */
export const topUp = defineAction({
  name: 'wallet.top-up',
  role: 'shopper',
  schema: (t) =>
    z.strictObject({
      amount: z.string({ error: t('wallet.amountProblems.missing') }),
      idempotencyKey: z.uuid(t('wallet.stale')),
      next: z.string().default(''),
    }),
  async run({ input, user, locale, t, now, since }) {
    const { min, max, perDay, held } = env().topUpLimits;
    const amount = parseAmount(input.amount);
    if (!amount.ok) {
      const { problem } = amount;
      if (problem === 'tooLarge') {
        return { ok: false, refusal: { code: 'AMOUNT_ABOVE_MAXIMUM', maxWon: max } };
      }
      return { ok: false, fieldErrors: { amount: t(`wallet.amountProblems.${problem}`) } };
    }
    const userId = user.id;
    const key = input.idempotencyKey;
    const outcome = await topUpWallet(
      database(),
      { userId, amount: amount.won, idempotencyKey: key },
      { minWon: min, maxWon: max, dayWon: perDay, heldWon: held },
      now,
      since,
    );
    const query = new URLSearchParams();
    if (outcome.ok) {
      query.set('topped', String(outcome.value.entrySeq));
      if (outcome.replayed) query.set('again', '1');
    } else {
      const added =
        outcome.refusal.code === 'KEY_REUSED' &&
        (await getKeyResult(database(), { userId, action: 'top_up', key }));
      if (!added) {
        // The limits may not be what the page shows any more. Without the database the page would
        // fail, and with it what was typed.
        if (!isUnsettled(outcome.refusal)) refresh();
        return outcome;
      }
      // This form has added another amount: that is shown, with a new form for the one typed now.
      query.set('topped', String(added.entrySeq));
      query.set('again', 'other');
      query.set('fill', String(amount.won));
    }
    const next = safeReturnPath(input.next, '');
    if (next !== '') query.set('next', next);
    return redirect(locale, `/wallet?${query}`);
  },
});
