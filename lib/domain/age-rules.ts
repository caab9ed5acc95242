/** How old a command may grow, so that a page can say when a press without a trace did nothing. */

/** From the press on: what is not written by then is not written any more. */
export const MOST_AGE_MS = 10_000;

/** As long as the driver waits for an answer: the write was sent just before the command was too old. */
const MOST_MS_TO_WRITE = 7_000;

/** From the press on: what has left no trace by then has done nothing, and never will. */
export const SETTLED_AFTER_MS = MOST_AGE_MS + MOST_MS_TO_WRITE;

/**
 * @param since when it was pressed
 * @param at the same clock now
 */
export function isTooOld(since: number, at: number): boolean {
  return at - since > MOST_AGE_MS;
}
