/**
 * The one way to a database: a pool of postgres.js connections and drizzle over the same pool.
 *
 * Raw `sql` is for the hot paths (one round trip a statement, several in one flight); `orm` for the
 * rest. `driver-types.ts` says what values either of them takes and gives.
 */

import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { BIGINT, BIGINT_ARRAY, installDriverTypes } from './driver-types';
import * as schema from './schema';

type WireTypes = { bigint: number; bigintArray: number[] };

/** The tagged-template client. Raw statements take and give instants as ISO strings. */
export type Sql = postgres.Sql<WireTypes>;
export type TransactionSql = postgres.TransactionSql<WireTypes>;
/** One connection for one holder until it is released. */
export type ReservedSql = postgres.ReservedSql<WireTypes>;

export interface DatabaseOptions {
  /** `postgres://user:password@host:port/name`, `?sslmode=` understood. */
  url: string;
  /** Connections at most; each opens when first needed. Default 10. */
  max?: number;
  /**
   * For a server: who waits for a connection longer than this, or behind more than so many others,
   * gets the error `POOL_EXHAUSTED`, and nothing was sent. A connection then serves one caller at a
   * time; by default everybody waits, also behind the statements of others.
   */
  waiting?: { seconds: number; most: number };
  /** Above the longest that any statement may run here (`SESSION_LIMITS` by default). */
  answerSeconds?: number;
  /** Shown in `pg_stat_activity`. */
  applicationName?: string;
  /** Told of what went wrong behind an answer that stands all the same; default: nobody is. */
  onTrouble?: Database['report'];
}

/** What cannot be answered with an error, because something else is already true. */
export type Trouble =
  /** Refused checkouts stay out of the lost demand. */
  | 'attempts.unrecorded'
  /** A command met a bug after it had lost a connection, so it was answered that nobody knows. */
  | 'command.unsettled'
  /** A batch met a bug. Its commands run again one by one, so it may be that nobody else hears of it. */
  | 'batch.refused'
  /** Days that are over were not added up: their screens take longer until they are. */
  | 'days.unclosed';

/** One pool under two faces: `sql` for prepared statements, `orm` for everything else. */
export interface Database {
  sql: Sql;
  orm: PostgresJsDatabase<typeof schema>;
  /** For the log, where the domain cannot reach it. */
  report(trouble: Trouble, error: unknown): void;
  /** Waits up to 5 s for running statements, then closes every connection. */
  close(): Promise<void>;
}

/** Milliseconds (`protocol.md`: Limits). `deadlock_timeout` is the server's: only a superuser may set it. */
const SESSION_LIMITS = {
  lock_timeout: 2_000,
  statement_timeout: 5_000,
  idle_in_transaction_session_timeout: 10_000,
  client_connection_check_interval: 2_000,
};

/**
 * A server that says nothing for longer than any statement may run is out of reach, though nobody
 * closed the connection: the driver then gives it up with the error `ANSWER_TIMEOUT`. TCP alone
 * would wait for a quarter of an hour.
 */
const SECONDS_TO_ANSWER = SESSION_LIMITS.statement_timeout / 1_000 + 2;
/** Between tries to connect. The driver's own pause grows to 20 s, long after a server is back. */
const MOST_SECONDS_BETWEEN_TRIES = 0.5;
const SECONDS_TO_CONNECT = 5;
const SECONDS_A_CONNECTION_LIVES = 30 * 60;
const SECONDS_TO_CLOSE = 5;

/**
 * Opens a pool. Nothing is sent until the first statement.
 *
 * @throws {Error} when the installed driver lacks the patch of `db/patches`: without it a lost
 * connection can commit half a transaction, or another request's (`protocol.md`, fact 1), a silent
 * server holds its callers for ever, and a statement that the server forgot runs behind its COMMIT.
 */
export function createDatabase(options: DatabaseOptions): Database {
  requirePatchedDriver();
  const sql: Sql = postgres(options.url, {
    ...transportSecurity(options.url),
    max: options.max ?? 10,
    fetch_types: false,
    connect_timeout: SECONDS_TO_CONNECT,
    backoff: (tries) => Math.min(2 ** tries / 100, MOST_SECONDS_BETWEEN_TRIES),
    ...patience(options),
    max_lifetime: SECONDS_A_CONNECTION_LIVES,
    onnotice: () => undefined,
    types: { bigint: BIGINT, bigintArray: BIGINT_ARRAY },
    connection: {
      application_name: options.applicationName ?? 'jangteo',
      TimeZone: 'UTC',
      ...SESSION_LIMITS,
    },
  });
  const orm = drizzle(sql, { schema });
  installDriverTypes(sql);
  const report = options.onTrouble ?? (() => undefined);
  return { sql, orm, report, close: () => sql.end({ timeout: SECONDS_TO_CLOSE }) };
}

/** Options that `db/patches` gives the driver; its types do not know them. */
function patience({ waiting, answerSeconds = SECONDS_TO_ANSWER }: DatabaseOptions) {
  return {
    answer_timeout: answerSeconds,
    wait_timeout: waiting?.seconds,
    max_waiting: waiting?.most,
  };
}

/** Money does not cross a network in the clear: a remote server is asked for TLS unless the URL says how. */
function transportSecurity(url: string): { ssl?: 'require' } {
  const { hostname, searchParams } = new URL(url);
  const local = ['', 'localhost', '[::1]'].includes(hostname) || hostname.startsWith('127.');
  return local || searchParams.has('sslmode') ? {} : { ssl: 'require' };
}

type OrmTransaction = Parameters<Parameters<Database['orm']['transaction']>[0]>[0];

/** The raw face of a transaction of drizzle's: its session's client, which its types do not tell. */
export function rawFace(orm: OrmTransaction): TransactionSql {
  return (orm._.session as unknown as { client: TransactionSql }).client;
}

/** One open transaction under two faces, as in `Database`. */
export interface OpenTransaction {
  /** Prepared statements; sent together with `Promise.all` they share one round trip, in order. */
  sql: TransactionSql;
  orm: OrmTransaction;
}

/** Reads that belong together: all of them see the database as it is at the first. */
export function inSnapshot<Value>(
  { orm }: Database,
  read: (tx: OpenTransaction) => Promise<Value>,
): Promise<Value> {
  return orm.transaction((tx) => read({ sql: rawFace(tx), orm: tx }), {
    isolationLevel: 'repeatable read',
    accessMode: 'read only',
  });
}

function requirePatchedDriver(): void {
  const marks = ['survivesConnectionLoss', 'boundsWaiting', 'retriesAlone'];
  if (!marks.every((mark) => mark in postgres)) {
    throw new Error(
      'The postgres driver lacks db/patches: run `npx patch-package --patch-dir db/patches`.',
    );
  }
}
