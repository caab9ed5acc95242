/** The short form stops beginning stories after it, so that a busy machine does not hold up the gate. */
const SHORT_MS = 12_000;

/**
 * How a model test runs: `MODEL_SEED` picks the stories (and repeats them), `MODEL_RUNS` tells that many
 * times those of the short form, `MODEL_PATH` goes straight to the failing one that fast-check named.
 *
 * @param short stories in the short form
 */
export function modelSettings(short: number): { seed: number; numRuns: number; path?: string } {
  const { MODEL_SEED: seed = '20261123', MODEL_RUNS: runs = '1', MODEL_PATH } = process.env;
  const settings = { seed: Number(seed), numRuns: Math.ceil(short * Number(runs)) };
  return MODEL_PATH === undefined ? settings : { ...settings, path: MODEL_PATH };
}

/** Leaves out the stories that a short run has no time for; the first one is always told. */
export function inTime<Story>(tell: (story: Story) => Promise<void>) {
  const isShort = process.env.MODEL_RUNS === undefined;
  let stopAt = Number.POSITIVE_INFINITY;
  return async (story: Story): Promise<void> => {
    if (performance.now() > stopAt) return;
    if (isShort) stopAt = Math.min(stopAt, performance.now() + SHORT_MS);
    await tell(story);
  };
}
