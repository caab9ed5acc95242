/** The sample shop that fills an empty embedded database. */

import { createDatabase } from '@/db/client';
import { domainClerks } from './clerks/domain-clerks';
import { fillShop, type SampleSize } from './fill-shop';

export const SAMPLE_SIZE: SampleSize = { days: 30, orders: 1_200, products: 48, shoppers: 300 };
export const SAMPLE_SEED = 20_260_101;
export const DEMO_PASSWORD = 'jangteo-demo';

const CONNECTIONS = 8;

/**
 * Fills the database behind `databaseUrl` (the application's role) with the sample shop, all of it
 * through the domain's commands. Runs once, on an empty and migrated database; a run that is broken
 * off is started anew on a new one.
 *
 * @param now where the history ends; from it and the seed follows everything else
 */
export async function seedSampleShop(databaseUrl: string, now = new Date()): Promise<void> {
  const db = createDatabase({
    url: databaseUrl,
    max: CONNECTIONS,
    applicationName: 'jangteo-seed',
  });
  try {
    await fillShop(db, {
      ...{ seed: SAMPLE_SEED, size: SAMPLE_SIZE, now },
      ...{ clerks: domainClerks, demoPassword: DEMO_PASSWORD },
    });
  } finally {
    await db.close();
  }
}
