/** hardening.md: Env. What `npm start` says when it cannot: one line that names the variable, and 1. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';

const EXTERNAL = 'postgres://shop:pw@127.0.0.1:1/jangteo';

/** Starts the shop on an empty directory of its own, and waits for its end. */
async function start(env: Record<string, string>) {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'jangteo-start-'));
  const { NODE_OPTIONS, npm_lifecycle_event, ...inherited } = process.env;
  const child = spawn(process.execPath, ['db/start.mjs'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...inherited, NODE_ENV: 'production', DATA_DIR: dataDir, ...env },
  });
  let said = '';
  const collect = (chunk: Buffer) => {
    said += chunk;
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const [code] = await once(child, 'close');
  const made = readdirSync(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
  return { code, lines: said.split('\n').filter((line) => line.trim() !== ''), made };
}

const refused: [number: string, env: Record<string, string>, line: RegExp][] = [
  ['87 no AUTH_SECRET', { DATABASE_URL: EXTERNAL }, /^ {2}AUTH_SECRET is required/],
  [
    '88 a short AUTH_SECRET',
    { DATABASE_URL: EXTERNAL, AUTH_SECRET: 'short' },
    /^ {2}AUTH_SECRET must be at least 32 bytes/,
  ],
  ['88 a known AUTH_SECRET', { AUTH_SECRET: 'x'.repeat(40) }, /^ {2}AUTH_SECRET must be random/],
  ['90 a malformed DATABASE_URL', { DATABASE_URL: 'nonsense' }, /^ {2}DATABASE_URL must look like/],
  [
    '92 an action key of a wrong length',
    { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: 'AAAA' },
    /^ {2}NEXT_SERVER_ACTIONS_ENCRYPTION_KEY must be 16, 24 or 32 bytes/,
  ],
  ['93 a public address over http', { PUBLIC_URL: 'http://a.example' }, /^ {2}PUBLIC_URL must be/],
  ['94 a pool of none', { DB_POOL_MAX: '0' }, /^ {2}DB_POOL_MAX must be from 1/],
];

for (const [number, env, line] of refused) {
  test(`${number} refuses the start in one line`, async () => {
    const { code, lines, made } = await start(env);
    expect(code).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(line);
    expect(made, 'no database was begun').toEqual([]);
  });
}

test('98 a port that is taken is said to be', async () => {
  const holder = createServer();
  holder.listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const address = holder.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const { code, lines, made } = await start({ PORT: String(port) });
  expect(code).toBe(1);
  expect(lines).toEqual([expect.stringMatching(`^  Port ${port} is taken: `)]);
  expect(made).toEqual([]);
  holder.close();
});
