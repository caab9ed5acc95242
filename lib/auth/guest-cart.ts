import 'server-only';
import type { CartOwner } from '@/lib/domain/cart/rules';
import { ensureGuestTokenHash, guestTokenHash } from './guest-token';
import { getSessionUser } from './session';

/**
 * Whose cart this request is about, for reading.
 * @returns null for a guest who has put nothing in yet
 */
export async function cartOwner(): Promise<CartOwner | null> {
  const user = await getSessionUser();
  if (user) return { userId: user.id };
  const hash = await guestTokenHash();
  return hash ? { guestTokenHash: hash } : null;
}

/**
 * Whose cart a change goes to; a guest without one gets the cookie. Only inside a Server Action.
 */
export async function cartOwnerForChange(): Promise<CartOwner> {
  const user = await getSessionUser();
  return user ? { userId: user.id } : { guestTokenHash: await ensureGuestTokenHash() };
}
