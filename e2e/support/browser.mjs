// Which Chromium the tests use: named by CHROMIUM_PATH, on the PATH, or Playwright's own. The headless
// shell comes first: the same engine without a browser's own windows, at a quarter of the processor time.

import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { run, say } from '../../db/boot/run.mjs';

const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
];

/** The Chromium of this machine, or undefined: then Playwright uses its own download. */
export function installedChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const directories = (process.env.PATH ?? '').split(path.delimiter);
  return directories
    .flatMap((directory) => NAMES.map((name) => path.join(directory, name)))
    .find(isExecutable);
}

/** Launch options for Playwright. Without a sandbox, which root and many containers cannot have: the tests open our own pages only. */
export function browserOptions() {
  const executablePath = installedChromium();
  return {
    launchOptions: { args: ['--no-sandbox'], ...(executablePath ? { executablePath } : {}) },
  };
}

/** Gets a browser if there is none; says in one line what to install when it cannot. @returns {Promise<boolean>} */
export async function ensureBrowser() {
  const { chromium } = await import('@playwright/test');
  const present = () => installedChromium() !== undefined || existsSync(chromium.executablePath());
  if (present()) return true;
  say('Getting Chromium for the browser tests …');
  await run(process.execPath, ['node_modules/playwright/cli.js', 'install', 'chromium'], {
    ...process.env,
    PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000',
  });
  if (!present() && process.getuid?.() === 0) {
    await run('apt-get', ['update']);
    for (const name of ['chromium-headless-shell', 'chromium']) {
      if (present()) break;
      await run('apt-get', ['install', '--yes', '--no-install-recommends', name]);
    }
  }
  if (present()) return true;
  say('No browser: install Chromium (apt-get install chromium) or set CHROMIUM_PATH.');
  return false;
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
