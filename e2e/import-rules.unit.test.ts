/** Each rule of `.dependency-cruiser.mjs` fires on a violation planted in a copy of the layout. */

import { execFileSync, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';

const ROOT = path.join(import.meta.dirname, '..');
const CRUISER = path.join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

/** File → what it imports. */
const PLANTED: Record<string, string[]> = {
  'app/page.tsx': ['@/lib/domain/wallet/store'],
  'components/card.tsx': ['@/db/client'],
  'lib/actions/pay.ts': ['@/lib/queries/orders'],
  'lib/queries/orders.ts': ['@/lib/domain/wallet/top-up-wallet', '@/lib/domain/wallet/get-balance'],
  'lib/views/order.ts': ['@/db/client'],
  'lib/domain/wallet/store.ts': ['@/db/index'],
  'lib/domain/wallet/rules.ts': ['@/db/client', '@/lib/domain/wallet/store'],
  'lib/domain/wallet/top-up-wallet.ts': ['@/lib/env'],
  'lib/domain/wallet/get-balance.ts': [],
  'db/client.ts': ['@/lib/views/order'],
  'db/index.ts': ['./other'],
  'db/other.ts': ['./index', './nowhere'],
  'e2e/pay.spec.ts': ['@/lib/domain/wallet/rules'],
  'lib/env.ts': [],
};

interface Report {
  summary: { violations: { from: string; rule: { name: string } }[] };
}

let found: string[];
let ruleNames: string[];

test.beforeAll(() => {
  const copy = mkdtempSync(path.join(tmpdir(), 'jangteo-rules-'));
  for (const file of [
    '.dependency-cruiser.mjs',
    '.dependency-cruiser.aliases.mjs',
    'package.json',
  ]) {
    copyFileSync(path.join(ROOT, file), path.join(copy, file));
  }
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'));
  for (const [file, imports] of Object.entries(PLANTED)) {
    const target = path.join(copy, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(
      target,
      imports.map((name, i) => `import x${i} from '${name}'; x${i};`).join('\n'),
    );
  }
  const folders = ['app', 'components', 'lib', 'db', 'e2e'];
  const args = [
    CRUISER,
    '--config',
    '.dependency-cruiser.mjs',
    '--output-type',
    'json',
    ...folders,
  ];
  const { stdout } = spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8' });
  const report = JSON.parse(stdout) as Report;
  found = report.summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`);
  rmSync(copy, { recursive: true });
  const print =
    "import('./.dependency-cruiser.mjs').then((m) => console.log(m.default.forbidden.map((r) => r.name).join()))";
  const names = execFileSync(process.execPath, ['-e', print], { cwd: ROOT, encoding: 'utf8' });
  ruleNames = names.trim().split(',');
});

test('every rule of the import table fires on its violation', () => {
  for (const name of ruleNames) {
    expect(
      found.some((line) => line.startsWith(`${name}: `)),
      name,
    ).toBe(true);
  }
});

test('a query may use a read of the domain, and is caught using a command', () => {
  expect(found.filter((line) => line.startsWith('queries-read'))).toEqual([
    'queries-read: lib/queries/orders.ts',
  ]);
});

test('the domain takes the instant as an argument and never reads the clock', () => {
  const files = execFileSync('git', ['ls-files', 'lib/domain'], { cwd: ROOT, encoding: 'utf8' });
  const readers = files
    .split('\n')
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .filter((file) => /new Date\(\)|Date\.now\(/.test(readFileSync(path.join(ROOT, file), 'utf8')));
  expect(readers).toEqual([]);
});
