'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { bookChecks } from '@/db';
import { runIntegrityCheck } from '@/db/integrity-runs';
import { defineAction } from '../define-action';

/** Checks the books; the page then shows what was found (admin.md: Integrity). */
export const checkIntegrity = defineAction({
  name: 'admin.check-integrity',
  role: 'admin',
  schema: () => z.strictObject({}),
  async run({ user, t, now }) {
    const outcome = await runIntegrityCheck(bookChecks(), { actorUserId: user.id }, now);
    if (!outcome.ok) return outcome;
    refresh();
    const count = outcome.value.length;
    const broken = outcome.value.filter(({ brokenCount }) => brokenCount > 0).length;
    const found =
      broken === 0
        ? t('integrity.allHold', { count })
        : t('integrity.someBroken', { count, broken });
    return { ok: true, data: null, message: t('integrity.done', { found }) };
  },
});
