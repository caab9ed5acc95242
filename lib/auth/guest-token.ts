/** The cookie by which a guest's cart is found again. The database holds its hash only. */

import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { cookies } from 'next/headers';
import { database } from '@/db';
import { mergeGuestCart } from '@/lib/domain/cart/merge-guest-cart';
import { ownCookie } from './session-cookie';

const COOKIE = 'jangteo_cart';
/** As long as a sign-in lasts; counted anew whenever something is put in. */
const GUEST_CART_SECONDS = 30 * 24 * 60 * 60;
const TOKEN_BYTES = 32;
const TOKEN = /^[\w-]{43}$/;

/** SHA-256 (hex) of the guest's token; null for a guest who has put nothing in yet. */
export async function guestTokenHash(): Promise<string | null> {
  const token = await readToken();
  return token && hashOf(token);
}

/** The same, giving the guest a token when there is none. Only inside a Server Action. */
export async function ensureGuestTokenHash(): Promise<string> {
  const token = (await readToken()) ?? randomBytes(TOKEN_BYTES).toString('base64url');
  const { name, options } = ownCookie(COOKIE, GUEST_CART_SECONDS);
  (await cookies()).set(name, token, options);
  return hashOf(token);
}

/**
 * Moves the guest's cart into the user's and forgets the cookie, at sign-in and sign-up
 * (spec.md: Cart). When the database is too busy for it, or not every product finds room, the cookie
 * stays.
 *
 * @returns how many products moved
 */
export async function takeGuestCartOver(userId: number, now: Date): Promise<number> {
  const hash = await guestTokenHash();
  if (!hash) return 0;
  const outcome = await mergeGuestCart(database(), { userId, guestTokenHash: hash }, now);
  if (!outcome.ok) return 0;
  const { moved, left } = outcome.value;
  if (left === 0) {
    const { name, options } = ownCookie(COOKIE, 0);
    (await cookies()).set(name, '', options);
  }
  return moved;
}

async function readToken(): Promise<string | null> {
  const { name } = ownCookie(COOKIE, GUEST_CART_SECONDS);
  const token = (await cookies()).get(name)?.value;
  return token && TOKEN.test(token) ? token : null;
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
