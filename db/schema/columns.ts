import { bigint, timestamp } from 'drizzle-orm/pg-core';

/** Integer won (KRW). The client refuses values beyond JavaScript's safe integers. */
export const won = (name: string) => bigint(name, { mode: 'number' });

/** A row's number, or a reference to one. */
export const rowId = (name: string) => bigint(name, { mode: 'number' });

/** A UTC instant with the millisecond precision of a JavaScript Date. */
export const instant = (name: string) =>
  timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });
