/** The shop's database for a script of the command line: the one that `npm start` would use. */

import { existsSync } from 'node:fs';
import { parseEnv } from '@/lib/env';
import { dataDirInUse, lockDataDir } from './boot/lock.mjs';
import { runningEmbedded, startEmbedded } from './embedded';
import type { Connections } from './embedded/roles';

export interface ShopDatabase {
  /** As the application's role. */
  url: string;
  /** As the role that may change tables. */
  ownerUrl: string;
  /** Says which database it is, without a password. */
  name: string;
  /** Null: the one of `DATABASE_URL`. `startedHere`: no shop is open on it. */
  embedded: { dataDir: string; superuserUrl: string; startedHere: boolean } | null;
}

/**
 * Runs `work` on `DATABASE_URL`, or else on the embedded server of `DATA_DIR`: the running one, or one
 * that is started for this and stopped again.
 */
export async function withShopDatabase<T>(work: (shop: ShopDatabase) => Promise<T>): Promise<T> {
  if (existsSync('.env')) process.loadEnvFile?.('.env');
  // A script signs no cookie: the secret that a shop with DATABASE_URL needs may be missing here.
  const unused = 'no-session-is-signed-by-this-script-0';
  const { databaseUrl, dataDir, leastFreeMb } = parseEnv({ AUTH_SECRET: unused, ...process.env });
  if (databaseUrl) {
    const { host, pathname } = new URL(databaseUrl);
    const name = `${pathname.slice(1)} on ${host}`;
    return work({ url: databaseUrl, ownerUrl: databaseUrl, name, embedded: null });
  }
  const embedded = (startedHere: boolean, { appUrl, ownerUrl, superuserUrl }: Connections) =>
    work({
      ...{ url: appUrl, ownerUrl, name: `the embedded one in ${dataDir}` },
      embedded: { dataDir, superuserUrl, startedHere },
    });
  // A server without its shop is what a killed one left behind: it is started anew.
  const running = dataDirInUse(dataDir) ? runningEmbedded(dataDir) : undefined;
  if (running) return embedded(false, running);
  lockDataDir(dataDir);
  const server = await startEmbedded(dataDir, { leastFreeMb });
  try {
    return await embedded(true, server);
  } finally {
    await server.stop();
  }
}
