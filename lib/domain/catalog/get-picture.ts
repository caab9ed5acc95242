import { eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { pictures } from '@/db/schema';

/** An uploaded picture's bytes (WebP) by its hash; null: there is none. */
export async function getPicture(db: Database, hash: string): Promise<Uint8Array | null> {
  const [row] = await db.orm
    .select({ webp: pictures.webp })
    .from(pictures)
    .where(eq(pictures.hash, hash));
  return row?.webp ?? null;
}
