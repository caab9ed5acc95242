/** Which Chromium the tests use: named by CHROMIUM_PATH, on the PATH, or Playwright's own. */

import { accessSync, constants } from 'node:fs';
import path from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** The first Chromium of this machine, or undefined: then Playwright's own download is used. */
export function installedChromium(): string | undefined {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const directories = (process.env.PATH ?? '').split(path.delimiter);
  return directories
    .flatMap((directory) => NAMES.map((name) => path.join(directory, name)))
    .find(isExecutable);
}

/** Launch options for Playwright. Root cannot use Chromium's sandbox. */
export function browserOptions() {
  const executablePath = installedChromium();
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return { launchOptions: { args, ...(executablePath ? { executablePath } : {}) } };
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
