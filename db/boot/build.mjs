// Builds the application when the build is missing or made from other sources.

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { failWith, run, say } from './run.mjs';

/** What a build is made from. Tests are left out: they change nothing that is served. */
const SOURCES = [
  ...['app', 'components', 'lib', 'db', 'public'],
  ...['next.config.mjs', 'proxy.ts', 'instrumentation.ts', 'postcss.config.mjs'],
  ...['tsconfig.json', 'package.json', 'package-lock.json'],
];
const SHOP_DIST_DIR = '.next';
const TYPES = ['.next/dev/types', '.next-test/types'];
/** Smaller ones are not worth the comment's bytes. */
const LARGE_SCRIPT_BYTES = 25_000;
const NOT_SERVED = /\.(?:unit|db)\.test\.ts$/;

/** Builds unless that is done already; a failed build ends this process. @param {string} distDir */
export async function ensureBuilt(distDir) {
  if (isBuilt(distDir)) return;
  say('Building …');
  const { status, output } = await build(distDir);
  if (status !== 0) failWith('The build failed.', output);
}

/**
 * Builds in a process of its own, which knows no database and no secret.
 *
 * @param {string} distDir
 * @returns {Promise<{ status: number, output: string }>}
 */
export async function build(distDir) {
  const fingerprint = fingerprintOfSources();
  // Route types of earlier builds name pages that may be gone, and would fail the type check.
  for (const stale of TYPES) rmSync(stale, { recursive: true, force: true });
  await next('typegen', SHOP_DIST_DIR);
  const result = await next('build', distDir);
  if (result.status === 0) {
    haveScriptsCompiledAhead(distDir);
    writeFileSync(stampOf(distDir), fingerprint);
  }
  if (distDir !== SHOP_DIST_DIR) {
    rmSync(path.join(distDir, 'types'), { recursive: true, force: true });
    await next('typegen', SHOP_DIST_DIR);
  }
  return result;
}

/** @param {string} command @param {string} distDir */
function next(command, distDir) {
  const { DATABASE_URL, AUTH_SECRET, NODE_OPTIONS, ...env } = process.env;
  return run(process.execPath, ['node_modules/next/dist/bin/next', command], {
    ...env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    DIST_DIR: distDir,
  });
}

/**
 * Tells browsers to compile the framework's scripts while they arrive, in a thread of their own, instead
 * of piece by piece in the page's: https://v8.dev/blog/explicit-compile-hints. Others read a comment.
 *
 * @param {string} distDir
 */
function haveScriptsCompiledAhead(distDir) {
  const directory = path.join(distDir, 'static', 'chunks');
  for (const name of readdirSync(directory).filter((some) => some.endsWith('.js'))) {
    const file = path.join(directory, name);
    if (statSync(file).size < LARGE_SCRIPT_BYTES) continue;
    writeFileSync(file, `//# allFunctionsCalledOnLoad\n${readFileSync(file, 'utf8')}`);
  }
}

/** Whether the build there was made from the sources as they are. @param {string} distDir */
export function isBuilt(distDir) {
  const stamp = stampOf(distDir);
  return (
    existsSync(path.join(distDir, 'BUILD_ID')) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === fingerprintOfSources()
  );
}

/** @param {string} distDir */
function stampOf(distDir) {
  return path.join(distDir, 'made-from');
}

function fingerprintOfSources() {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0] ?? '');
  for (const source of SOURCES.filter((name) => existsSync(name))) {
    for (const file of filesIn(source)) hash.update(`\0${file}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** @param {string} source @returns {string[]} */
function filesIn(source) {
  if (!statSync(source).isDirectory()) return [source];
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(source, name))
    .filter((file) => statSync(file).isFile() && !NOT_SERVED.test(file))
    .sort();
}
