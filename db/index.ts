/** The application's database: one pool a process, kept when `next dev` reloads this module. */

import 'server-only';
import { env } from '@/lib/env';
import { createDatabase, type Database } from './client';

/** A page that cannot be made soon says so, rather than joining a crowd (hardening.md: Pool). */
const WAITING = { seconds: 2, most: 1_000 };

const holder = globalThis as typeof globalThis & { jangteoDatabase?: Database };

/**
 * The pool of this process, opened at the first call.
 *
 * @throws {Error} when `DATABASE_URL` is not set (`npm start` sets it for the embedded server).
 */
export function database(): Database {
  if (!holder.jangteoDatabase) {
    const { databaseUrl, poolMax } = env();
    if (!databaseUrl) throw new Error('DATABASE_URL is not set; `npm start` sets it.');
    holder.jangteoDatabase = createDatabase({
      url: databaseUrl,
      max: poolMax,
      waiting: WAITING,
    });
  }
  return holder.jangteoDatabase;
}
