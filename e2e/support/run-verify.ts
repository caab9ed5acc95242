import { spawnSync } from 'node:child_process';

/** What `npm run verify` says of a database, and how it ends. */
export function runVerify(url: string) {
  const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', 'db/verify.ts'], {
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: url },
  });
  return { status, stdout };
}
