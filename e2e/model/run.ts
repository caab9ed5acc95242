/**
 * `npm run test:model`: the model tests at length, with other stories every time. `MODEL_SEED` tells
 * those of an earlier run again, `MODEL_RUNS` (20) says how many times those of the short form.
 */

import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';

const { MODEL_SEED = String(randomInt(2 ** 31)), MODEL_RUNS = '20' } = process.env;
process.stdout.write(`MODEL_SEED=${MODEL_SEED} MODEL_RUNS=${MODEL_RUNS}\n`);
const tests = spawn(
  process.execPath,
  [
    'node_modules/@playwright/test/cli.js',
    'test',
    ...['-c', 'e2e/playwright.config.ts', '--project=db', '--project=e2e', 'e2e/model'],
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit', env: { ...process.env, MODEL_SEED, MODEL_RUNS } },
);
tests.once('exit', (code) => process.exit(code ?? 1));
