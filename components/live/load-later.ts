/**
 * A file in a turn of its own. To begin its fetch takes a slow phone some 30 ms; in the same task as the
 * hydration before it, which an effect is in, a press would wait for both.
 *
 * @returns undefined when it does not come
 */
export async function loadLater<Module>(load: () => Promise<Module>): Promise<Module | undefined> {
  await new Promise((turn) => setTimeout(turn));
  return load().catch(() => undefined);
}
