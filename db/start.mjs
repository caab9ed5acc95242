// `npm start` and `npm run dev`: from a bare clone to a served shop.
// Up to the install this file may import Node's own modules only.

import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './boot/build.mjs';
import { ensureInstalled } from './boot/install.mjs';
import { lockDataDir } from './boot/lock.mjs';
import { fail } from './boot/run.mjs';

/** Tests name a build of their own. */
const DIST_DIR = process.env.DIST_DIR || '.next';

process.chdir(path.join(path.dirname(fileURLToPath(import.meta.url)), '..'));
const dev = process.argv.includes('--dev');
// Node before 20.12 has no loader for it; Next reads the file itself either way.
if (existsSync('.env')) process.loadEnvFile?.('.env');
if (process.env.npm_lifecycle_event) endWithNpm();
if (!process.env.DATABASE_URL) lockDataDir(process.env.DATA_DIR || '.data');

try {
  await ensureInstalled();
  const { register } = await import('tsx/esm/api');
  register();
  const { checkStart, serve } = await import('./serve.js');
  const env = await checkStart();
  if (!dev) await ensureBuilt(DIST_DIR);
  await serve(env, { dev, distDir: DIST_DIR });
} catch (error) {
  if (process.env.LOG_LEVEL === 'debug') console.error(error);
  fail(error instanceof Error ? error.message : String(error));
}

/** npm passes a SIGTERM to a shell between us, which dies of it without a word to this process. */
function endWithNpm() {
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  watch.unref();
}
