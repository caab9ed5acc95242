/** The application's database: its pools, kept when `next dev` reloads this module. */

import 'server-only';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { LONGEST_CHECK_SECONDS } from './check-invariants';
import { createDatabase, type Database, type DatabaseOptions } from './client';

/** A page that cannot be made soon says so, rather than joining a crowd (hardening.md: Pool). */
const WAITING = { seconds: 2, most: 1_000 };

/**
 * Beside `DB_POOL_MAX`: what reads for long never takes a connection from a sale, and a file that
 * somebody fetches slowly takes none from the check of the books.
 */
const FILES_AT_ONCE = 4;
/** Screens of many sums: others wait for their turn, and for nothing that a sale needs. */
const REPORTS_AT_ONCE = 2;
/** Who waits for one of them holds nothing. */
const WAITING_FOR_REPORTS = { seconds: 10, most: 100 };
/** The second check is there to be told that the first is under way. */
const CHECKS_AT_ONCE = 2;

const holder = globalThis as typeof globalThis & {
  jangteoDatabase?: Database;
  jangteoFiles?: Database;
  jangteoReports?: Database;
  jangteoChecks?: Database;
};

/**
 * The pool of this process, opened at the first call.
 *
 * @throws {Error} when `DATABASE_URL` is not set (`npm start` sets it for the embedded server).
 */
export function database(): Database {
  holder.jangteoDatabase ??= open({ max: env().poolMax });
  return holder.jangteoDatabase;
}

/** A small pool for the files of the back office, each of which holds a connection to its end. */
export function fileReads(): Database {
  holder.jangteoFiles ??= open({ max: FILES_AT_ONCE, applicationName: 'jangteo-files' });
  return holder.jangteoFiles;
}

/** A small pool for the second connection of a screen of many sums (`in-one-snapshot.ts`). */
export function reportReads(): Database {
  holder.jangteoReports ??= open({
    max: REPORTS_AT_ONCE,
    waiting: WAITING_FOR_REPORTS,
    applicationName: 'jangteo-reports',
  });
  return holder.jangteoReports;
}

/**
 * A small pool for checks of the books, which an operator waits for longer than for any page: their
 * transaction sets its own `statement_timeout`.
 */
export function bookChecks(): Database {
  holder.jangteoChecks ??= open({
    max: CHECKS_AT_ONCE,
    answerSeconds: LONGEST_CHECK_SECONDS + 2,
    applicationName: 'jangteo-checks',
  });
  return holder.jangteoChecks;
}

function open(options: Omit<DatabaseOptions, 'url'>): Database {
  const { databaseUrl } = env();
  if (!databaseUrl) throw new Error('DATABASE_URL is not set; `npm start` sets it.');
  const onTrouble: DatabaseOptions['onTrouble'] = (trouble, error) =>
    log('error', trouble, {}, error);
  return createDatabase({ url: databaseUrl, waiting: WAITING, onTrouble, ...options });
}
