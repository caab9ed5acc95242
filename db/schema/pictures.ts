import { sql } from 'drizzle-orm';
import { check, customType, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { instant, rowId } from './columns';
import { users } from './users';

const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
});

/** Pictures that operators uploaded, as they are served: re-encoded, small, under what they hold. */
export const pictures = pgTable(
  'pictures',
  {
    /** The first 128 bits (hex) of the bytes' SHA-256: the same picture is kept once. */
    hash: text('hash').primaryKey(),
    webp: bytes('webp').notNull(),
    createdBy: rowId('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull(),
    /** Bytes, so that lists need not read them. */
    size: integer('size').notNull(),
  },
  (t) => [
    check('pictures_hash_shape', sql`${t.hash} ~ '^[0-9a-f]{32}$'`),
    check('pictures_size_range', sql`${t.size} between 1 and 1000000`),
    index('pictures_newest').on(t.createdAt),
  ],
);
