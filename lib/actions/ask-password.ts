import 'server-only';
import { database } from '@/db';
import { clientAddress } from '@/lib/auth/client-address';
import { verifyCredentials } from '@/lib/auth/credentials';
import type { SessionUser } from '@/lib/auth/session-store';
import { countSignIn, forgiveSignIn } from '@/lib/auth/sign-in-limits';
import { log } from '@/lib/log';

/** The answer of an action to a password that is wrong, or that comes too soon after wrong ones. */
type PasswordAnswer =
  | { ok: false; refusal: { code: 'TOO_MANY_TRIES'; waitSeconds: number } }
  | { ok: false; fieldErrors: Record<string, string> };

/**
 * Asks a signed-in user for the password once more, before what a borrowed session must not do.
 * Tries count as those at the sign-in do (hardening.md: 77).
 *
 * @param wrong the error at its field
 * @returns null: it is right
 */
export async function askPassword(
  user: SessionUser,
  password: string,
  wrong: Record<string, string>,
): Promise<PasswordAnswer | null> {
  const attempt = { email: user.email, address: await clientAddress() };
  const waitSeconds = await countSignIn(database(), attempt);
  if (waitSeconds > 0) return { ok: false, refusal: { code: 'TOO_MANY_TRIES', waitSeconds } };
  if (await verifyCredentials(database(), { email: user.email, password })) {
    await forgiveSignIn(database(), attempt);
    return null;
  }
  log('warn', 'password.refused', { userId: user.id });
  return { ok: false, fieldErrors: wrong };
}
