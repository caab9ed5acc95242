/** When a request hangs, rather than waits for its turn. */

import { SETTLED_AFTER_MS } from '@/lib/domain/age-rules';

const PRESS = { shopWaitsMs: SETTLED_AFTER_MS, workMs: 3_000 };

/**
 * How long an answer may take: what the shop itself waits at most, which ends by the clock on any
 * machine, and the work, which takes a busy one a multiple.
 *
 * @param of a press, unless something else is said
 */
export const answersWithinMs = (patience: number, of = PRESS) =>
  of.shopWaitsMs + of.workMs * patience;

/** Whether a request ended because its answer did not come in time. */
export const isHang = (cause: unknown) =>
  cause instanceof DOMException && cause.name === 'TimeoutError';
