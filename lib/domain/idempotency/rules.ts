import { createHash } from 'node:crypto';

export type IdempotentAction = 'top_up' | 'checkout' | 'restock' | 'adjustment';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/**
 * Fingerprint of what a form asked for, to tell a repeat from another request under the same key.
 * @returns SHA-256 in hex; the order of an object's keys does not matter
 */
export function requestHash(request: Json): string {
  return createHash('sha256').update(canonical(request)).digest('hex');
}

function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const members = Object.keys(value)
      .sort()
      .map((name) => `${JSON.stringify(name)}:${canonical(value[name] as Json)}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value);
}

/** What became of a claim: free to act, the first answer to repeat, or another request's key. */
export type KeyClaim =
  | { kind: 'claimed' }
  | { kind: 'replay'; result: unknown }
  | { kind: 'reused' };

/** Compares the request at hand with the one that a taken key was first used for. */
export function decideClaim(
  taken: { requestHash: string; result: unknown },
  hash: string,
): KeyClaim {
  return taken.requestHash === hash ? { kind: 'replay', result: taken.result } : { kind: 'reused' };
}
