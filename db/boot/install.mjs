// Brings node_modules to what the lock file says, without counting on any install script.

import { existsSync, readFileSync } from 'node:fs';
import { failWith, mustRun, run, say } from './run.mjs';

/** What each patch of db/patches leaves in a file. */
const PATCHED = [
  ['node_modules/postgres/src/index.js', 'retriesAlone'],
  ['node_modules/postgres/cjs/src/index.js', 'retriesAlone'],
  ['node_modules/dependency-cruiser/src/extract/swc/parse.mjs', 'tsx: pFileName'],
];

/** Installs when node_modules is missing or differs from the lock file, and applies db/patches. */
export async function ensureInstalled() {
  if (!matchesLock()) await install();
  if (isPatched()) return;
  // Over an earlier version of itself a patch does not fit: then from the packages as published.
  if ((await applyPatches()).status === 0) return;
  await install();
  const { status, output } = await applyPatches();
  if (status !== 0) failWith('Patching packages failed.', output);
}

async function install() {
  say('Installing packages …');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
  if (npm?.endsWith('.js')) await mustRun('npm ci', process.execPath, [npm, ...args]);
  else await mustRun('npm ci', 'npm', args);
}

function isPatched() {
  return PATCHED.every(([file = '', mark = '']) => readFileSync(file, 'utf8').includes(mark));
}

function applyPatches() {
  const program = 'node_modules/patch-package/index.js';
  // In production patch-package leaves out the patches of development tools.
  const env = { ...process.env, NODE_ENV: /** @type {const} */ ('development') };
  return run(process.execPath, [program, '--patch-dir', 'db/patches', '--error-on-fail'], env);
}

/** npm leaves a copy of the lock file of what it really installed. */
function matchesLock() {
  const installedFile = 'node_modules/.package-lock.json';
  if (!existsSync(installedFile)) return false;
  const wanted = packagesOf('package-lock.json');
  const installed = packagesOf(installedFile);
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true;
    return installed[path] ? installed[path].version === version : optional === true;
  });
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}
