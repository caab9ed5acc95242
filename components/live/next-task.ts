/**
 * A turn of its own: to begin a file's fetch takes a slow phone some 30 ms, and effects that do it run
 * in the same task as the hydration before them, where every press waits for all of it.
 */
export const nextTask = () => new Promise<void>((turn) => setTimeout(turn));
