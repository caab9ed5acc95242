import 'server-only';
import { fileReads } from '@/db';
import type { Database } from '@/db/client';
import { readInBatches } from '@/db/read-in-batches';
import type { ProductChoice } from '@/lib/domain/catalog/product-choice-rules';
import type { CouponChoice } from '@/lib/domain/coupons/list-coupons';
import { type EntryFileRow, listEntryFile } from '@/lib/domain/exports/list-entry-file';
import {
  type LineFileRow,
  listLineFile,
  listOrderFile,
  type OrderFileRow,
} from '@/lib/domain/exports/list-order-file';
import {
  type CouponFileRow,
  listCouponFile,
  listProductFile,
  type ProductFileRow,
} from '@/lib/domain/exports/list-shop-file';
import type { EntryFilter } from '@/lib/views/export-address';
import type { OrderFilter } from '@/lib/views/order-address';
import { adminOnly } from './admin-only';

export type { CouponFileRow, EntryFileRow, LineFileRow, OrderFileRow, ProductFileRow };

type Rows<Row> = AsyncGenerator<Row[], void>;

/** Every order of a filter, in the order of its list; likewise the others below. */
export async function readOrderFile(filter: OrderFilter): Promise<Rows<OrderFileRow>> {
  const db = await reader();
  const { query } = await listOrderFile(db, filter);
  return readInBatches(db, query);
}

export async function readLineFile(filter: OrderFilter): Promise<Rows<LineFileRow>> {
  const db = await reader();
  const { query } = await listLineFile(db, filter);
  return readInBatches(db, query);
}

/** @param asOf as the shelves stood then; null: now */
export async function readProductFile(
  choice: ProductChoice,
  asOf: Date | null,
): Promise<Rows<ProductFileRow>> {
  const db = await reader();
  const moment = { asOf: asOf ?? new Date(), live: asOf === null };
  return readInBatches(db, listProductFile(db.sql, choice, moment));
}

export async function readEntryFile(filter: EntryFilter): Promise<Rows<EntryFileRow>> {
  const db = await reader();
  return readInBatches(db, listEntryFile(db.sql, filter));
}

export async function readCouponFile(choice: CouponChoice): Promise<Rows<CouponFileRow>> {
  const db = await reader();
  return readInBatches(db, listCouponFile(db.sql, choice, new Date()));
}

/**
 * The pool for files, for an admin. Who would have to wait too long for one of its connections is
 * told so before the first byte, and not in the middle of a file.
 *
 * @throws when no connection comes free in time
 */
async function reader(): Promise<Database> {
  await adminOnly();
  const db = fileReads();
  await db.sql`select 1`;
  return db;
}
