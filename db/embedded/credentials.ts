/** Passwords of the embedded server and the session secret: made once, readable by their owner alone. */

import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const OWNER_ONLY = 0o600;

const schema = z.object({
  superuser: z.string(),
  owner: z.string(),
  app: z.string(),
  authSecret: z.string(),
});

export type Credentials = z.output<typeof schema>;

/** Reads `credentials.json`, or makes it. */
export function credentials(dataDir: string): Credentials {
  const file = path.join(dataDir, 'credentials.json');
  if (existsSync(file)) return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const made: Credentials = {
    superuser: randomBytes(24).toString('hex'),
    owner: randomBytes(24).toString('hex'),
    app: randomBytes(24).toString('hex'),
    authSecret: randomBytes(48).toString('base64url'),
  };
  const half = `${file}.${process.pid}`;
  writeFileSync(half, `${JSON.stringify(made, null, 2)}\n`, { mode: OWNER_ONLY });
  renameSync(half, file);
  return made;
}
