import 'server-only';
import { forbidden } from 'next/navigation';
import { getSessionUser, type SessionUser } from '@/lib/auth/session';

/**
 * Every read of the back office begins here, whatever its page has checked before. Role and session
 * come from the database, once a request (hardening.md: Security).
 *
 * @returns the admin who asks; anybody else ends the request with 403
 */
export async function adminOnly(): Promise<SessionUser> {
  const user = await getSessionUser();
  return user?.role === 'admin' ? user : forbidden();
}
