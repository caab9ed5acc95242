import type { Database } from '@/db/client';
import { users, wallets } from '@/db/schema';
import { done, type Outcome, refused, type UnsettledRefusal } from '../result';
import { inTransaction } from '../transaction';

export interface NewAccount {
  /** Normalised, see `normaliseEmail`. */
  email: string;
  name: string;
  /** Null: nobody can sign in. */
  passwordHash: string | null;
  role: 'shopper' | 'admin';
}

/**
 * Opens an account with its empty wallet, both or neither (spec.md: Wallet).
 * @returns the user's id, or `EMAIL_TAKEN`
 */
export async function openAccount(
  db: Database,
  account: NewAccount,
  now: Date,
): Promise<Outcome<{ userId: number }, { code: 'EMAIL_TAKEN' } | UnsettledRefusal>> {
  return inTransaction(db, async ({ orm }) => {
    const [user] = await orm
      .insert(users)
      .values({ ...account, createdAt: now })
      .onConflictDoNothing({ target: users.email })
      .returning({ id: users.id });
    if (!user) return refused({ code: 'EMAIL_TAKEN' });
    await orm.insert(wallets).values({ userId: user.id });
    return done({ userId: user.id });
  });
}
