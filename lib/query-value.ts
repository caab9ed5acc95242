import { readRowId } from './page-key';

/** The values of an address's query as a page gets them. */
export type Query = Record<string, string | string[] | undefined>;

/** One value of the query; undefined when it is missing or stands there more than once. */
export function queryValue(query: Query, name: string): string | undefined {
  const value = query[name];
  return typeof value === 'string' ? value : undefined;
}

/** A row's number in the query; null for anything else (hardening.md: 65). */
export function queryNumber(query: Query, name: string): number | null {
  return readRowId(query[name]);
}

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** A form's key in the query; null for anything else. */
export function queryUuid(query: Query, name: string): string | null {
  const value = queryValue(query, name);
  return value !== undefined && UUID.test(value) ? value : null;
}

/** A path with those of the parameters that have a value, or as it is when none has. */
export function addressOf(
  path: string,
  parameters: Record<string, string | number | null | undefined>,
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== undefined) query.set(name, String(value));
  }
  return query.size > 0 ? `${path}?${query}` : path;
}
