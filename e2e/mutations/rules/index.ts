import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../script/scratch';

/** `tempDirName` of the configuration; Stryker leaves it when it is interrupted. */
const COPIES = path.join(ROOT, '.data-mutants-rules');

let stryker: ChildProcess | undefined;

/**
 * Changes the pure rules in every small way that Stryker knows, and runs their unit tests each time.
 * @returns whether every mutant was killed, or has its reason beside it in the source
 */
export async function runRules(): Promise<boolean> {
  process.once('exit', () => rmSync(COPIES, { recursive: true, force: true }));
  const child = spawn(
    process.execPath,
    [
      'node_modules/@stryker-mutator/core/bin/stryker.js',
      ...['run', 'e2e/mutations/rules/stryker.config.mjs'],
    ],
    {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, TSX_TSCONFIG_PATH: path.join(import.meta.dirname, 'tsconfig.json') },
    },
  );
  stryker = child;
  return new Promise((resolve) => child.once('close', (code) => resolve(code === 0)));
}

/** Ends Stryker. */
export async function stopRules(): Promise<void> {
  if (!stryker || stryker.exitCode !== null) return;
  const end = new Promise((resolve) => stryker?.once('close', resolve));
  stryker.kill('SIGINT');
  await end;
}
