import 'server-only';
import { database } from '@/db';
import { getCartExists } from '@/lib/domain/cart/get-cart';
import type { CartOwner } from '@/lib/domain/cart/rules';
import { countTry, whileCounting } from '@/lib/rate-limits';
import { clientAddress } from './client-address';
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
 * @returns seconds to wait where too many carts were begun: a script without cookies leaves one behind
 *   with every request
 */
export async function cartOwnerForChange(): Promise<CartOwner | { waitSeconds: number }> {
  const user = await getSessionUser();
  if (user) return { userId: user.id };
  const waitSeconds = await whileCounting(countNewCart);
  if (waitSeconds) return { waitSeconds };
  return { guestTokenHash: await ensureGuestTokenHash() };
}

/** An office or a school shares an address. */
const NEW_CARTS = { name: 'guest-cart', tries: 60, windowSeconds: 10 };

/** Counts a guest's cart that is not there yet. The cookie alone proves none: anybody can make one up. */
async function countNewCart(): Promise<number> {
  const hash = await guestTokenHash();
  if (hash && (await getCartExists(database(), { guestTokenHash: hash }))) return 0;
  return countTry(database(), NEW_CARTS, await clientAddress());
}
