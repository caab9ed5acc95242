import 'server-only';
import { eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { users } from '@/db/schema';
import { normaliseEmail } from '@/lib/domain/accounts/rules';
import { passwordMatches } from './password';

/**
 * Who an e-mail and a password belong to. An unknown e-mail takes as long as a wrong password and
 * answers the same (hardening.md: 75).
 * @returns null unless both are right
 */
export async function verifyCredentials(
  { orm }: Database,
  { email, password }: { email: string; password: string },
): Promise<{ id: number; sessionVersion: number } | null> {
  const [user] = await orm
    .select({
      id: users.id,
      sessionVersion: users.sessionVersion,
      passwordHash: users.passwordHash,
    })
    .from(users)
    .where(eq(users.email, normaliseEmail(email)));
  const matches = await passwordMatches(password, user?.passwordHash ?? null);
  return user && matches ? { id: user.id, sessionVersion: user.sessionVersion } : null;
}
