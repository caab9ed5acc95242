/** In the short form; what is told by then has to do. */
const SHORT_MS = 15_000;

/**
 * How a model test runs: `MODEL_SEED` picks the stories (and repeats them), `MODEL_RUNS` tells that many
 * times those of the short form, `MODEL_PATH` goes straight to the failing one that fast-check named.
 *
 * @param short stories in the short form, which ends in time on a busy machine too
 */
export function modelSettings(short: number) {
  const { MODEL_SEED: seed = '20261123', MODEL_RUNS: runs, MODEL_PATH: path } = process.env;
  return {
    seed: Number(seed),
    numRuns: Math.ceil(short * Number(runs ?? 1)),
    ...(runs === undefined && { interruptAfterTimeLimit: SHORT_MS }),
    ...(path !== undefined && { path }),
  };
}
