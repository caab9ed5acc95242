import { sql } from 'drizzle-orm';
import { check, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant, rowId } from './columns';
import { users } from './users';

/** A line of an uploaded table as it was written; numbered as the file's editor numbers it. */
export interface ImportLine {
  line: number;
  product: string;
  delta: string;
  reason: string;
}

/** Tables of stock changes that operators upload, look at, and then apply: once, or never. */
export const stockImports = pgTable(
  'stock_imports',
  {
    id: rowId('id').primaryKey().generatedAlwaysAsIdentity(),
    /** UUID made with the upload form: pressing twice uploads once. */
    uploadKey: uuid('upload_key').notNull().unique(),
    /** SHA-256 (hex) of the lines, by which the same table is known again. */
    contentHash: text('content_hash').notNull(),
    lines: jsonb('lines').$type<ImportLine[]>().notNull(),
    createdBy: rowId('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull(),
    appliedBy: rowId('applied_by').references(() => users.id),
    appliedAt: instant('applied_at'),
  },
  (t) => [
    check('stock_imports_applied_whole', sql`(${t.appliedAt} is null) = (${t.appliedBy} is null)`),
    index('stock_imports_content').on(t.contentHash),
  ],
);
