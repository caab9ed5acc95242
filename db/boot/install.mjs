// Brings node_modules to what the lock file says, without counting on any install script.

import { existsSync, readFileSync } from 'node:fs';
import { mustRun, say } from './run.mjs';

const DRIVER_BUILDS = ['src', 'cjs/src'];

/** Installs when node_modules is missing or differs from the lock file, and patches the driver. */
export async function ensureInstalled() {
  if (!matchesLock()) {
    say('Installing packages …');
    const npm = process.env.npm_execpath;
    const args = ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
    if (npm?.endsWith('.js')) await mustRun('npm ci', process.execPath, [npm, ...args]);
    else await mustRun('npm ci', 'npm', args);
  }
  if (!DRIVER_BUILDS.every(isPatched)) {
    await mustRun('Patching the database driver', process.execPath, [
      'node_modules/patch-package/index.js',
      '--patch-dir',
      'db/patches',
    ]);
  }
}

/** @param {string} build */
function isPatched(build) {
  const file = `node_modules/postgres/${build}/index.js`;
  return readFileSync(file, 'utf8').includes('survivesConnectionLoss');
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
