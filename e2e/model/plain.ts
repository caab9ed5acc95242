/** A value of the model's as the shop and JSON know it: every `bigint` a number. */
export function plain(value: unknown): unknown {
  if (typeof value === 'bigint') {
    const number = Number(value);
    if (!Number.isSafeInteger(number)) throw new RangeError(`${value} is no safe integer`);
    return number;
  }
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]));
}

/** On one line, for a trace; keys of the model's own making by their number. */
export const inWords = (value: unknown): string =>
  JSON.stringify(plain(value))
    .replaceAll(/0{8}-0{4}-4000-8000-0*/g, '#')
    .replaceAll('"', '')
    .slice(0, 400);
