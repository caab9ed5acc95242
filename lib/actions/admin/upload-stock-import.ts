import { z } from 'zod';
import { database } from '@/db';
import { createStockImport } from '@/lib/domain/catalog/create-stock-import';
import { defineUpload } from '../define-upload';
import { isPrintable } from '../printable';
import { readTable } from './read-table';

const MOST_BYTES = 1024 * 1024;
const LONGEST_REASON = 200;

/** Keeps a table of stock changes and shows what it would do; it changes no stock. */
export const uploadStockImport = defineUpload({
  name: 'admin.upload-stock-import',
  mostBytes: MOST_BYTES,
  page: '/admin/stock/imports',
  async run({ form, userId, now }) {
    const file = form.get('file');
    const pasted = form.get('pasted');
    const key = z.uuid().safeParse(form.get('uploadKey'));
    const reason = z
      .string()
      .trim()
      .max(LONGEST_REASON)
      .safeParse(form.get('reason') ?? '');
    if (!key.success || !reason.success) return { refused: 'NO_FILE' };
    const chosen = file instanceof File && file.size > 0;
    if (!chosen && (typeof pasted !== 'string' || pasted.trim() === '')) {
      return { refused: 'NO_FILE' };
    }
    const bytes = chosen
      ? new Uint8Array(await file.arrayBuffer())
      : new TextEncoder().encode(String(pasted));
    const lines = readTable(bytes, reason.data);
    if (lines === null) return { refused: 'NO_TABLE' };
    // A filled-in template names every product: an empty change says nothing of its product.
    const said = lines.filter(({ delta }) => delta !== '');
    const cells = said.flatMap(({ product, delta, reason: why }) => [product, delta, why]);
    if (!cells.every(isPrintable)) return { refused: 'UNPRINTABLE' };
    const command = { uploadKey: key.data, lines: said };
    const outcome = await createStockImport(database(), command, userId, now);
    if (outcome.ok) return { path: `/admin/stock/imports/${outcome.value.importId}` };
    switch (outcome.refusal.code) {
      case 'IMPORT_EMPTY':
        return { refused: 'EMPTY' };
      case 'IMPORT_TOO_LONG':
        return { refused: 'TOO_LONG' };
      default:
        return { refused: 'BUSY' };
    }
  },
});
