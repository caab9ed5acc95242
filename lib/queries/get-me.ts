import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { database } from '@/db';
import { cartLines, carts } from '@/db/schema';
import { cartOwner } from '@/lib/auth/guest-cart';
import { getSessionUser } from '@/lib/auth/session';
import type { CartOwner } from '@/lib/domain/cart/rules';
import { getBalance } from '@/lib/domain/wallet/get-balance';
import type { Me } from '@/lib/views/me';

/**
 * Name, balance (won) and number of units in the cart of whoever asks.
 * @throws when a signed-in user has no wallet, which the database forbids
 */
export async function getMe(): Promise<Me> {
  const user = await getSessionUser();
  const owner = await cartOwner();
  const cartCount = owner ? await unitsInCart(owner) : 0;
  if (!user) return { user: null, cartCount };
  return { user: { name: user.name, balance: await getOwnBalance(user.id), cartCount } };
}

/**
 * Won in the wallet of whoever is signed in.
 * @throws when the user has no wallet, which the database forbids
 */
export async function getOwnBalance(userId: number): Promise<number> {
  const wallet = await getBalance(database(), userId);
  if (!wallet.ok) throw new Error(`user ${userId} has no wallet`);
  return wallet.value.balance;
}

async function unitsInCart(owner: CartOwner): Promise<number> {
  const whose =
    'userId' in owner
      ? eq(carts.userId, owner.userId)
      : eq(carts.guestTokenHash, owner.guestTokenHash);
  const [sum] = await database()
    .orm.select({ units: sql<number>`coalesce(sum(${cartLines.quantity}), 0)::int` })
    .from(carts)
    .innerJoin(cartLines, eq(cartLines.cartId, carts.id))
    .where(whose);
  return sum?.units ?? 0;
}
