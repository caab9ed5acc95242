'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { database } from '@/db';
import { applyStockImport } from '@/lib/domain/catalog/apply-stock-import';
import { isUnsettled } from '@/lib/domain/result';
import { defineAction } from '../define-action';
import { rowNumber } from '../row-number';

/** Applies an uploaded table of stock changes: every line or none, once. */
export const applyStockImportAction = defineAction({
  name: 'admin.apply-stock-import',
  role: 'admin',
  schema: () => z.strictObject({ importId: rowNumber }),
  async run({ input, user, t, now }) {
    const outcome = await applyStockImport(database(), input.importId, user.id, now);
    // What cannot be applied any more shows in the table of the page, drawn anew; without the
    // database it would fail.
    if (outcome.ok || !isUnsettled(outcome.refusal)) refresh();
    if (!outcome.ok) return outcome;
    const { changed } = outcome.value;
    const message = t('backOffice.imports.applied', { count: changed });
    return { ok: true, data: { changed }, message, replayed: outcome.replayed };
  },
});
