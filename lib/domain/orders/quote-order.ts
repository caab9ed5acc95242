import { eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { cartLines, carts, products, stock, users, wallets } from '@/db/schema';
import { canBeBought } from '../cart/rules';
import { withKnownStock } from '../catalog/stock-rules';
import { getCouponFor } from '../coupons/get-coupon';
import { type CouponDecision, type CouponTerms, decideCoupon } from '../coupons/rules';
import type { Won } from '../money';
import { done, type Outcome, refused } from '../result';
import { type OrderLine, type Quote, quoteLines, type ShortProduct, shortProducts } from './rules';

/** `lines` and every sum are of what can be bought (`canBeBought`). */
export interface OrderQuote extends Quote {
  /** The other lines of the cart: an order is refused until they are taken out. */
  leftOut: OrderLine[];
  balance: Won;
  /** Won missing to pay the total; 0: the balance is enough. */
  gap: Won;
  /** Lines that ask for more than is left. */
  short: ShortProduct[];
  /** Products of the cart that the shop no longer shows. */
  unavailableProductIds: number[];
  /** The coupon's terms, to explain what became of it; null: no coupon has the code. */
  couponTerms: CouponTerms | null;
}

/**
 * What the shopper's cart would cost now, with the coupon's outcome; the same rules as the order
 * itself, without locks: advice, checkout decides (spec.md: Products). Lines that cannot be bought at
 * all are left out: the total is what is paid once they are gone.
 *
 * @param couponCode normalised; null: none given
 * @returns `UNKNOWN_USER`, or the quote; an empty cart has no lines at all and costs ₩0
 * @throws StockNotFoundError when the stock of a product in it cannot be found
 */
export async function quoteOrder(
  db: Database,
  { userId, couponCode }: { userId: number; couponCode: string | null },
  now: Date,
): Promise<Outcome<OrderQuote, { code: 'UNKNOWN_USER' }>> {
  const [wallet] = await db.orm
    .select({ balance: wallets.balance })
    .from(users)
    .innerJoin(wallets, eq(wallets.userId, users.id))
    .where(eq(users.id, userId));
  if (!wallet) return refused({ code: 'UNKNOWN_USER' });

  const found = await db.orm
    .select({
      productId: products.id,
      quantity: cartLines.quantity,
      nameKo: products.nameKo,
      nameEn: products.nameEn,
      price: products.price,
      plannedPrice: products.plannedPrice,
      plannedFrom: products.plannedFrom,
      published: products.published,
      left: stock.quantity,
    })
    .from(carts)
    .innerJoin(cartLines, eq(cartLines.cartId, carts.id))
    .innerJoin(products, eq(products.id, cartLines.productId))
    .leftJoin(stock, eq(stock.productId, products.id))
    .where(eq(carts.userId, userId))
    .orderBy(cartLines.addedAt, cartLines.productId);
  const rows = withKnownStock(found, 'left', ({ productId }) => productId);
  const coupon = couponCode === null ? null : await getCouponFor(db, couponCode, userId);
  const decide = (subtotal: Won): CouponDecision =>
    decideCoupon(coupon?.terms ?? null, subtotal, coupon?.use ?? { total: 0, byShopper: 0 }, now);

  const terms = new Map(rows.map((row) => [row.productId, row]));
  const leftOut = rows.filter((row) => !canBeBought(row));
  const quote = quoteLines(rows.filter(canBeBought), terms, couponCode, decide, now);
  return done({
    ...quote,
    leftOut: quoteLines(leftOut, terms, null, decide, now).lines,
    balance: wallet.balance,
    gap: Math.max(0, quote.total - wallet.balance),
    short: shortProducts(rows, new Map(rows.map((row) => [row.productId, row.left]))),
    unavailableProductIds: rows.filter((row) => !row.published).map((row) => row.productId),
    couponTerms: coupon?.terms ?? null,
  });
}
