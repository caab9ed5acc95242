import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import * as schema from './schema';

type WireTypes = { bigint: number; bigintArray: number[] };

/** The tagged-template client. Raw statements take and give instants as ISO strings. */
export type Sql = postgres.Sql<WireTypes>;
export type TransactionSql = postgres.TransactionSql<WireTypes>;

/** One pool under two faces: `sql` for prepared statements, `orm` for everything else. */
export interface Database {
  sql: Sql;
  orm: PostgresJsDatabase<typeof schema>;
  /** Waits up to 5 s for running statements, then closes every connection. */
  close(): Promise<void>;
}

const INT8_OID = 20;
const INT8_ARRAY_OID = 1016;

/** Reads an int8 as a number; a value that a number cannot hold exactly is a bug, not a rounding. */
function parseSafeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 beyond safe integers: ${text}`);
  return value;
}

/**
 * Opens a pool on a PostgreSQL.
 * @param max connections at most
 */
export function createDatabase({
  url,
  max = 10,
  applicationName = 'jangteo',
}: {
  url: string;
  max?: number;
  applicationName?: string;
}): Database {
  const sql: Sql = postgres(url, {
    max,
    fetch_types: false,
    connect_timeout: 5,
    max_lifetime: 30 * 60,
    onnotice: () => undefined,
    connection: {
      application_name: applicationName,
      TimeZone: 'UTC',
      lock_timeout: 2_000,
      statement_timeout: 5_000,
      idle_in_transaction_session_timeout: 10_000,
      client_connection_check_interval: 2_000,
    },
    types: {
      bigint: {
        to: INT8_OID,
        from: [INT8_OID],
        serialize: (value: number) => String(value),
        parse: parseSafeInteger,
      },
      // Arrays are spelled out here because `fetch_types: false` spares the start-up query
      // that would teach the driver about them.
      bigintArray: {
        to: INT8_ARRAY_OID,
        from: [INT8_ARRAY_OID],
        serialize: (values: number[]) => `{${values.join(',')}}`,
        parse: (text: string) =>
          text === '{}' ? [] : text.slice(1, -1).split(',').map(parseSafeInteger),
      },
    },
  });
  return {
    sql,
    orm: drizzle(sql, { schema }),
    close: () => sql.end({ timeout: 5 }),
  };
}
