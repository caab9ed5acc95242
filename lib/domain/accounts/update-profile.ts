import { eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { deliveryDetails, users } from '@/db/schema';
import { done, type Outcome, type UnsettledRefusal } from '../result';
import { inTransaction } from '../transaction';

export interface Profile {
  name: string;
  /** What the next checkout begins with; all empty: nothing. */
  delivery: { recipient: string; phone: string; address: string };
}

/**
 * Saves a shopper's name and delivery details; orders keep what was copied onto them
 * (spec.md: Delivery). Saving twice is saving once.
 */
export async function updateProfile(
  db: Database,
  { userId, name, delivery }: Profile & { userId: number },
  now: Date,
): Promise<Outcome<null, UnsettledRefusal>> {
  return inTransaction<null, never>(
    db,
    async ({ orm }) => {
      await orm.update(users).set({ name }).where(eq(users.id, userId));
      const saved = { ...delivery, updatedAt: now };
      await orm
        .insert(deliveryDetails)
        .values({ userId, ...saved })
        .onConflictDoUpdate({ target: deliveryDetails.userId, set: saved });
      return done(null);
    },
    { settlesByKey: true },
  );
}
