/** A launched shop with a second instance behind a proxy, on which faults are played one by one. */

import path from 'node:path';
import postgres, { type Sql } from 'postgres';
import { createDatabase, type Database } from '@/db/client';
import { credentials } from '@/db/embedded/credentials';
import { shareCluster } from '../support/cluster';
import { freePort, type Shop, startShop } from '../support/shop';
import { startTcpProxy, type TcpProxy } from '../support/tcp-proxy';
import { type LaunchedShop, launchShop } from './launched-shop';

export interface Stage {
  shop: LaunchedShop;
  /** With less free disk the shop takes no changes. */
  leastFreeMb: number;
  /** Past every proxy: what the books say. */
  db: Database;
  superuser: Sql;
  /** Stands between `instance` and PostgreSQL. */
  proxy: TcpProxy;
  /** Another instance of the shop, with the same sessions, that reaches PostgreSQL by the proxy. */
  instance: Shop;
  /** Starts the shop again after it was stopped, at the same address. */
  relaunch(): Promise<void>;
  close(): Promise<void>;
}

/** @param dataDir an empty directory, or none yet */
export async function openStage(
  dataDir: string,
  { leastFreeMb = 64 }: { leastFreeMb?: number } = {},
): Promise<Stage> {
  const port = await freePort();
  const stage = await raise(dataDir, port, leastFreeMb);
  return Object.assign(stage, {
    relaunch: async () => {
      await takeDown(stage);
      Object.assign(stage, await raise(dataDir, port, leastFreeMb));
    },
    close: async () => {
      await takeDown(stage);
    },
  });
}

type Raised = Omit<Stage, 'relaunch' | 'close'>;

async function raise(dataDir: string, port: number, leastFreeMb: number): Promise<Raised> {
  const shop = await launchShop(dataDir, port, { LEAST_FREE_MB: String(leastFreeMb) });
  const { appUrl, superuserUrl } = shop.database;
  const database = new URL(appUrl).pathname.slice(1);
  const proxy = await startTcpProxy(appUrl);
  // `startShop` asks for the tests' server, which a run of its own does not have.
  if (!process.env.TEST_CLUSTER) shareCluster(shop.database);
  const instance = await startShop(database, {
    DATABASE_URL: proxy.through(appUrl),
    AUTH_SECRET: credentials(path.resolve(dataDir)).authSecret,
    TOP_UP_MAX_WON: '1000000000',
    TOP_UP_DAY_MAX_WON: '1000000000000',
    WALLET_MAX_WON: '1000000000000',
  });
  const inShop = new URL(superuserUrl);
  inShop.pathname = `/${database}`;
  return {
    shop,
    leastFreeMb,
    proxy,
    instance,
    db: createDatabase({ url: appUrl, max: 4 }),
    superuser: postgres(inShop.href, { max: 2, onnotice: () => undefined }),
  };
}

async function takeDown({ shop, db, superuser, proxy, instance }: Raised): Promise<void> {
  await instance.stop();
  await proxy.close();
  await db.close();
  await superuser.end({ timeout: 1 });
  shop.terminate();
  await shop.ended;
}
