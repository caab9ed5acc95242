/** Copies of the sources to make mutants of; the working tree is never touched. */

import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { apply, type Mutation } from './mutation';

export const ROOT = path.join(import.meta.dirname, '..', '..', '..');

const COPIED = ['db', 'e2e', 'lib', 'package.json', 'package-lock.json', 'tsconfig.json'];
const DRIVER = 'postgres';

/** A copy of the sources with the packages of the working tree, gone when this process ends. */
export function makeScratch(): string {
  const scratch = mkdtempSync(path.join(tmpdir(), 'jangteo-mutant-'));
  process.once('exit', () => rmSync(scratch, { recursive: true, force: true }));
  // The account that PostgreSQL runs under must pass through.
  chmodSync(scratch, 0o755);
  for (const name of COPIED)
    cpSync(path.join(ROOT, name), path.join(scratch, name), { recursive: true });
  const packages = path.join(scratch, 'node_modules');
  mkdirSync(packages);
  for (const name of readdirSync(path.join(ROOT, 'node_modules'))) {
    if (name !== DRIVER)
      symlinkSync(path.join(ROOT, 'node_modules', name), path.join(packages, name));
  }
  putDriver(scratch);
  return scratch;
}

/**
 * Makes a mutant of a copy.
 * @returns undoes it
 * @throws Error when the text that it takes no longer stands in the source
 */
export function mutate(scratch: string, mutation: Mutation): () => void {
  const file = path.join(scratch, mutation.file);
  const original = readFileSync(file, 'utf8');
  const undo = () => {
    writeFileSync(file, original);
    if (mutation.publishedDriver) putDriver(scratch);
  };
  try {
    writeFileSync(file, apply(original, mutation));
    if (mutation.publishedDriver) takePatchOff(scratch);
  } catch (error) {
    undo();
    throw error;
  }
  return undo;
}

/** The driver is a copy of its own, so that the patch can be taken off it. */
function putDriver(scratch: string): void {
  const copy = path.join(scratch, 'node_modules', DRIVER);
  rmSync(copy, { recursive: true, force: true });
  cpSync(path.join(ROOT, 'node_modules', DRIVER), copy, { recursive: true });
}

function takePatchOff(scratch: string): void {
  const patches = path.join(scratch, 'db', 'patches');
  // Any other package here is the working tree's own.
  for (const name of readdirSync(patches)) {
    if (!name.startsWith(`${DRIVER}+`)) rmSync(path.join(patches, name));
  }
  const program = path.join(ROOT, 'node_modules/patch-package/index.js');
  const { status, stderr } = spawnSync(
    process.execPath,
    [program, '--reverse', '--error-on-fail', '--patch-dir', 'db/patches'],
    { cwd: scratch, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`the patch does not come off: ${stderr}`);
}
