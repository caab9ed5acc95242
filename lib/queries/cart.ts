/** The visitor's own cart, whoever it is: the owner comes from the session or the guest's cookie. */

import 'server-only';
import { database } from '@/db';
import { cartOwner } from '@/lib/auth/guest-cart';
import { guestTokenHash } from '@/lib/auth/guest-token';
import { getCart } from '@/lib/domain/cart/get-cart';
import { canBeBought } from '@/lib/domain/cart/rules';
import { StockNotFoundError } from '@/lib/domain/catalog/stock-rules';
import { MOST_UNITS_PER_LINE } from '@/lib/domain/orders/rules';
import type { Locale } from '@/lib/i18n/locales';
import { log, newReference } from '@/lib/log';
import type { CartLineView } from '@/lib/views/cart';
import type { ProductView } from '@/lib/views/catalog';
import { listSimilar } from './catalog';

const alternativesPerLine = 2;

/**
 * The lines of the visitor's cart with today's prices and stock; none for a new visitor.
 * @throws StockNotFoundError
 */
export async function getOwnCart(locale: Locale): Promise<CartLineView[]> {
  const owner = await cartOwner();
  if (!owner) return [];
  const lines = await getCart(database(), owner, new Date());
  return lines.map(({ nameKo, nameEn, left, published, ...line }) => ({
    ...line,
    name: locale === 'ko' ? nameKo : nameEn,
    stock: left,
    most: Math.max(1, Math.min(left, MOST_UNITS_PER_LINE)),
    available: published,
    counts: canBeBought({ published, left }),
  }));
}

/**
 * What can be bought in place of the lines that do not count, by their products: of the same shelf, none
 * of the cart's and none twice. A shelf with a product whose stock cannot be found has none: the cart is
 * not about it.
 */
export async function listAlternatives(
  lines: readonly CartLineView[],
  locale: Locale,
): Promise<Map<number, ProductView[]>> {
  const leftOut = lines.filter(({ counts }) => !counts);
  const inCart = lines.map(({ productId }) => productId);
  const shelves = [...new Set(leftOut.map(({ categorySlug }) => categorySlug))];
  const found = await Promise.all(
    shelves.map(async (shelf) => {
      const without = leftOut.filter(({ categorySlug }) => categorySlug === shelf);
      const most = without.length * alternativesPerLine;
      const others = await listSimilar(shelf, inCart, most, locale).catch(noneWithoutStock);
      return without.map(({ productId }, i) => {
        const from = i * alternativesPerLine;
        return [productId, others.slice(from, from + alternativesPerLine)] as const;
      });
    }),
  );
  return new Map(found.flat());
}

function noneWithoutStock(error: unknown): ProductView[] {
  if (!(error instanceof StockNotFoundError)) throw error;
  log('error', 'query.failed', { reference: newReference(), query: 'alternatives' }, error);
  return [];
}

/** Names of what found no room in the shopper's cart at sign-in, and waits in the guest's. */
export async function getLeftBehind(locale: Locale): Promise<string[]> {
  const owner = await cartOwner();
  const hash = await guestTokenHash();
  if (!hash || !owner || !('userId' in owner)) return [];
  const lines = await getCart(database(), { guestTokenHash: hash }, new Date());
  return lines.map(({ nameKo, nameEn }) => (locale === 'ko' ? nameKo : nameEn));
}
