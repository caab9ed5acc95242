import { spawn } from 'node:child_process';
import path from 'node:path';

/**
 * Changes the pure rules in every small way that Stryker knows, and runs their unit tests each time.
 * @returns whether every mutant was killed, or has its reason beside it in the source
 */
export async function runRules(): Promise<boolean> {
  const stryker = spawn(
    process.execPath,
    [
      'node_modules/@stryker-mutator/core/bin/stryker.js',
      ...['run', 'e2e/mutations/rules/stryker.config.mjs'],
    ],
    {
      stdio: 'inherit',
      env: { ...process.env, TSX_TSCONFIG_PATH: path.join(import.meta.dirname, 'tsconfig.json') },
    },
  );
  return new Promise((resolve) => stryker.once('close', (code) => resolve(code === 0)));
}
