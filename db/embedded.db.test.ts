/** hardening.md: Env, data directories (97, 99), on a PostgreSQL of the test's own. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base, expect } from '@playwright/test';
import postgres from 'postgres';
import { startEmbedded } from './embedded';

const test = base.extend<{ dataDir: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names out of the pattern.
  dataDir: async ({}, use) => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'jangteo-embedded-'));
    await use(dataDir);
    rmSync(dataDir, { recursive: true, force: true });
  },
});

test('99 a postmaster.pid left behind, with a number that is somebody else’s now, holds up no start; 97 data of another PostgreSQL stays untouched', async ({
  dataDir,
}) => {
  const first = await startEmbedded(dataDir, { durable: false });
  const pidFile = path.join(first.home, 'postmaster.pid');
  const left = readFileSync(pidFile, 'utf8');
  await first.stop();
  // The number of a process that lives and is no PostgreSQL: this one.
  writeFileSync(pidFile, left.replace(/^\d+/, String(process.pid)));

  const second = await startEmbedded(dataDir, { durable: false });
  const sql = postgres(second.superuserUrl, { max: 1 });
  expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
  await sql.end();
  await second.stop();

  const versionFile = path.join(first.home, 'PG_VERSION');
  writeFileSync(versionFile, '17\n');
  await expect(startEmbedded(dataDir)).rejects.toThrow(
    /^DATA_DIR holds a PostgreSQL 17 database, this shop brings 18: [^\n]+$/,
  );
  expect(readFileSync(versionFile, 'utf8')).toBe('17\n');
});

test('97 a data directory that cannot be written is named in one line', async ({ dataDir }) => {
  const file = path.join(dataDir, 'file');
  writeFileSync(file, '');
  await expect(startEmbedded(path.join(file, 'data'))).rejects.toThrow(
    /^DATA_DIR [^\n]+ cannot be written\.$/,
  );
});
