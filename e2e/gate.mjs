// `npm test`: every check of the project, from a bare clone too. `-- --only=lint,unit` runs a part.
// Each check counts as one, each test counts as one. Up to the install Node's own modules only.

import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, isBuilt } from '../db/boot/build.mjs';
import { ensureInstalled } from '../db/boot/install.mjs';
import { run, say } from '../db/boot/run.mjs';
import { ensureBrowser } from './support/browser.mjs';

const RESULTS = 'test-results/gate.json';
const TEST_DIST_DIR = '.next-test';

/** @typedef {{ passed: number, failed: number, output?: string, notTried?: Set<string> }} Result */

/** @type {Record<string, () => Promise<Result>>} */
const CHECKS = {
  lint: () => check(['@biomejs/biome/bin/biome', 'ci', '.']),
  types: async () => {
    for (const stale of ['.next/dev/types', '.next-test/types']) {
      rmSync(stale, { recursive: true, force: true });
    }
    const generated = await check(['next/dist/bin/next', 'typegen']);
    return generated.failed ? generated : check(['typescript/bin/tsc', '--noEmit']);
  },
  imports: () =>
    check([
      'dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      '.dependency-cruiser.mjs',
      '.',
    ]),
  unused: () => check(['knip/bin/knip.js']),
  build: async () =>
    isBuilt('.next') ? { passed: 1, failed: 0 } : counted(await build(TEST_DIST_DIR)),
  unit: () => tests('unit'),
  db: () => tests('db'),
  e2e: async () => ((await ensureBrowser()) ? tests('e2e') : { passed: 0, failed: 1 }),
};

process.chdir(path.join(path.dirname(fileURLToPath(import.meta.url)), '..'));
await ensureInstalled();

const only = process.argv.find((arg) => arg.startsWith('--only='))?.slice('--only='.length);
const names = only ? only.split(',') : Object.keys(CHECKS);
let passed = 0;
let failed = 0;
for (const name of names) {
  const started = performance.now();
  const result = (await CHECKS[name]?.()) ?? { passed: 0, failed: 1, output: 'No such check.' };
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  say(
    `${result.failed ? '✘' : '✓'} ${name}  ${result.passed} passed, ${result.failed} failed  ${seconds} s`,
  );
  for (const what of result.notTried ?? []) say(`! NOT TRIED HERE  ${what}`);
  if (result.failed && result.output) process.stdout.write(`${result.output.trimEnd()}\n\n`);
  passed += result.passed;
  failed += result.failed;
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);

/** One program that is content or not. @param {string[]} args the file under node_modules, then its arguments */
async function check([program = '', ...args]) {
  return counted(await run(process.execPath, [path.join('node_modules', program), ...args]));
}

/** @param {{ status: number, output: string }} result */
function counted({ status, output }) {
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, output };
}

/** One project of Playwright Test. A skipped test is a failed one. @param {string} project @returns {Promise<Result>} */
async function tests(project) {
  rmSync(RESULTS, { force: true });
  const { status, output } = await run(
    process.execPath,
    [
      'node_modules/@playwright/test/cli.js',
      'test',
      '-c',
      'e2e/playwright.config.ts',
      `--project=${project}`,
    ],
    { ...process.env, GATE: path.resolve(RESULTS), FORCE_COLOR: '0' },
  );
  if (!existsSync(RESULTS)) return { passed: 0, failed: 1, output };
  const notTried = new Set();
  const { stats, errors } = JSON.parse(readFileSync(RESULTS, 'utf8'), (name, value) => {
    if (name === 'annotations') {
      for (const { type, description } of value)
        if (type === 'not tried') notTried.add(description);
    }
    return value;
  });
  const bad = stats.unexpected + stats.flaky + stats.skipped + errors.length;
  return { passed: stats.expected, failed: status !== 0 && bad === 0 ? 1 : bad, output, notTried };
}
