/**
 * How values cross between JavaScript and PostgreSQL, decided in one place.
 *
 * drizzle-orm replaces the date and JSON handlers of the client it is given by pass-through functions,
 * so what a raw `sql` statement takes and gives would depend on who touched the client last. This module
 * sets every handler again after drizzle has been constructed:
 *
 * | SQL                  | raw `sql` gives                        | raw `sql` takes                 |
 * |----------------------|----------------------------------------|---------------------------------|
 * | bigint               | number, throws beyond 2^53 - 1         | number, bigint, string          |
 * | timestamptz          | ISO string `2026-01-31T15:00:00.123456Z` | `Date` or ISO string          |
 * | date, numeric        | string                                 | string (numeric: number too)    |
 * | json, jsonb          | parsed value                           | JSON text, or any object        |
 * | one-dimensional array| array of the above                     | array of the above, see below   |
 *
 * drizzle columns are unaffected: `timestamp(…, { mode: 'date' })` makes a `Date` of the ISO string.
 *
 * Arrays: write the cast (`ANY(${ids}::bigint[])`, `unnest(${names}::text[])`). The driver infers a
 * parameter's type from the first element, which is wrong for arrays of `Date`, `boolean` and `bigint`:
 * pass those as `sql.array(values)`, or as strings.
 */

const INT8 = 20;
const INT8_ARRAY = 1016;
const TIMESTAMPTZ = 1184;
const JSON_TYPES = [114, 3802];

/** [element type, its array type]; `fetch_types` is off, so the driver does not ask the server for these. */
const ARRAY_TYPES: readonly (readonly [number, number])[] = [
  [16, 1000], // boolean
  [21, 1005], // smallint
  [23, 1007], // integer
  [INT8, INT8_ARRAY],
  [25, 1009], // text
  [1043, 1015], // varchar
  [1082, 1182], // date
  [TIMESTAMPTZ, 1185],
  [1700, 1231], // numeric
  [2950, 2951], // uuid
  [114, 199],
  [3802, 3807],
];

type Parse = (text: string) => unknown;
type Serialize = (value: unknown) => unknown;

/** The driver keeps these tables on `sql.options`; its published types leave `typeArrayMap` out. */
interface HandlerTables {
  parsers: Record<number, Parse | undefined>;
  serializers: Record<number, Serialize | undefined>;
  shared: { typeArrayMap: Record<number, number> };
}

/** Won, quantities and ids, as the driver's own `types` option wants them. */
export const BIGINT = {
  to: INT8,
  from: [INT8],
  serialize: (value: number) => String(value),
  parse: parseSafeInteger,
};

/** Spelled out because `fetch_types: false` spares the query that would teach the driver about it. */
export const BIGINT_ARRAY = {
  to: INT8_ARRAY,
  from: [INT8_ARRAY],
  serialize: (values: number[]) => serializeArray(values, String),
  /** No query of the shop selects a bigint array with a NULL in it. */
  parse: (text: string) => parseArray(text, parseSafeInteger) as number[],
};

/** Sets every other handler of the table above on `sql`. Call it after `drizzle(sql)`. */
export function installDriverTypes(sql: { options: unknown }): void {
  const { parsers, serializers, shared } = sql.options as HandlerTables;

  parsers[TIMESTAMPTZ] = parseInstant;
  serializers[TIMESTAMPTZ] = (value) => (value instanceof Date ? value.toISOString() : value);
  for (const type of JSON_TYPES) {
    serializers[type] = (value) => (typeof value === 'string' ? value : JSON.stringify(value));
  }
  serializers[1700] = (value) => String(value);

  for (const [element, array] of ARRAY_TYPES) {
    shared.typeArrayMap[element] = array;
    parsers[array] = (text) => parseArray(text, parsers[element] ?? ((item) => item));
    serializers[array] = (value) => serializeArray(value, serializers[element] ?? String);
  }
}

/** Won, quantities and ids are `bigint` columns; a value that a `number` cannot hold exactly is a bug. */
function parseSafeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) {
    throw new RangeError(`bigint ${text} is beyond the safe integers of JavaScript`);
  }
  return value;
}

/** The session's TimeZone is UTC, so the text always ends in `+00`. Microseconds are kept. */
function parseInstant(text: string): string {
  return text.replace(' ', 'T').replace(/\+00$/, 'Z');
}

/** Reads a one-dimensional array literal such as `{1,NULL,"a \"b\""}`. */
function parseArray<T>(literal: string, parse: (text: string) => T): (T | null)[] {
  const items: (T | null)[] = [];
  const item = /"((?:[^"\\]|\\.)*)"|([^,{}]+)/g;
  for (const [, quoted, plain] of literal.matchAll(item)) {
    if (quoted !== undefined) items.push(parse(quoted.replace(/\\(.)/g, '$1')));
    else items.push(plain === undefined || plain === 'NULL' ? null : parse(plain));
  }
  return items;
}

/** drizzle's array columns arrive as finished literals and pass through. */
function serializeArray(value: unknown, serialize: Serialize): unknown {
  if (!Array.isArray(value)) return value;
  const items = value.map((item: unknown) =>
    item === null ? 'NULL' : `"${String(serialize(item)).replace(/["\\]/g, '\\$&')}"`,
  );
  return `{${items.join(',')}}`;
}
