/** The sample shop that fills an empty embedded database. */

import { createDatabase } from '@/db/client';
import { fillSampleShop, SAMPLE_SIZE } from './sample-shop';

const SEED = 20_260_101;
const CONNECTIONS = 8;

/**
 * Fills the database behind `databaseUrl` (the application's role) with the sample shop.
 * Runs once, on an empty and migrated database; a run that is broken off is started anew on a new one.
 */
export async function seedSampleShop(databaseUrl: string, now = new Date()): Promise<void> {
  const db = createDatabase({
    url: databaseUrl,
    max: CONNECTIONS,
    applicationName: 'jangteo-seed',
  });
  try {
    await fillSampleShop(db, { seed: SEED, size: SAMPLE_SIZE, now });
  } finally {
    await db.close();
  }
}
