import type { Database } from '@/db/client';
import type { Won } from '../money';
import { seoulDay } from '../seoul-day';
import { closeDays } from './close-days';
import { inOneSnapshot } from './in-one-snapshot';
import type { Moment } from './moment';
import { comparedPeriod, type SalesPeriod, type SalesUnit, salesPeriod } from './period-rules';
import { readClosedDays } from './read-closed-days';
import {
  type CouponSales,
  readCouponSales,
  readFigures,
  readTopProducts,
  type SoldProduct,
} from './read-figures';
import { type LostByReason, readLostByReason } from './read-lost-demand';
import { readStockLevels, type StockLevels } from './read-stock-levels';
import { readWalletBooks, type WalletBooks } from './read-wallet-flow';
import { LOW_STOCK, type SalesFigures } from './rules';
import type { SalesScope } from './sales-scope';

const TOP_PRODUCTS = 8;
const SHORT_PRODUCTS = 8;
const RECENT_ORDERS = 8;

/** What of the sales is asked for. */
export interface SalesQuestion extends Omit<SalesScope, 'asOf'> {
  /** Seoul days, both counted in. */
  from: string;
  to: string;
  /** The days that they are compared with; null: with none. */
  compared: { from: string; to: string } | null;
  unit: SalesUnit;
  /** What the top products have most of. */
  topBy: 'units' | 'revenue';
}

export interface RecentOrder {
  orderId: number;
  placedAt: Date;
  status: 'paid' | 'fulfilled' | 'cancelled';
  total: Won;
  shopper: string;
}

/** Everything on the sales screen, as the shop stood at one instant. */
export interface SalesScreen {
  current: SalesPeriod;
  /** Null: compared with none; the figures of it are empty then. */
  previous: SalesPeriod | null;
  /** One entry an hour, day or week of each period. */
  figures: SalesFigures[];
  previousFigures: SalesFigures[];
  /** Checkouts that came to nothing, of each period. */
  lost: LostByReason[];
  previousLost: LostByReason[];
  wallet: WalletBooks;
  topProducts: SoldProduct[];
  coupons: CouponSales[];
  stock: StockLevels;
  recentOrders: RecentOrder[];
  /** The product and coupon asked for; null: none was, or there is none such. */
  product: { productId: number; nameKo: string; nameEn: string } | null;
  coupon: { couponId: number; code: string } | null;
}

/**
 * Reads the sales screen from one REPEATABLE READ snapshot, so that its figures belong together
 * (admin.md: Definitions). It waits for no lock; the first look at a day that is over closes it.
 *
 * Product, coupon and status choose sales, coupons and top products; the product also chooses
 * attempts. Wallets, stock and the latest orders are always the whole shop's.
 *
 * @param reports a pool for the second connection that it reads on
 */
export async function getSalesScreen(
  db: Database,
  question: SalesQuestion,
  moment: Moment,
  reports: Database,
): Promise<SalesScreen> {
  const { asOf } = moment;
  const { productId, couponCode, compared } = question;
  const current = salesPeriod(question, question.unit, asOf);
  const previous = compared && comparedPeriod(current, compared);
  const before = previous?.until ?? null;
  // Stock is counted at the moment that is looked from: only a range that reaches to it is comparable.
  const stockBefore = current.until.getTime() === asOf.getTime() ? before : null;
  const scope: SalesScope = { productId, couponCode, status: question.status, asOf };
  // Without it every figure is the same and takes longer: with a full disk nothing can be written.
  await closeDays(db, asOf).catch((error: unknown) => db.report('days.unclosed', error));
  return inOneSnapshot(db, reports, async (read) => {
    const days = await read((sql) => readClosedDays(sql, previous?.from ?? current.from, asOf));
    const attempts = { ...scope, hour: null };
    const [topProducts, stock, lost, previousLost, coupons, figures, previousFigures, wallet] =
      await Promise.all([
        read((sql) =>
          readTopProducts(sql, current, scope, {
            by: question.topBy,
            limit: TOP_PRODUCTS,
            live: moment.live,
          }),
        ),
        read((sql) =>
          readStockLevels(
            sql,
            { threshold: LOW_STOCK, before: stockBefore, limit: SHORT_PRODUCTS },
            moment,
          ),
        ),
        read((sql) => readLostByReason(sql, current, attempts)),
        previous ? read((sql) => readLostByReason(sql, previous, attempts)) : [],
        read((sql) => readCouponSales(sql, current, scope)),
        read((sql) => readFigures(sql, current, scope, days)),
        previous ? read((sql) => readFigures(sql, previous, scope, days)) : [],
        read((sql) => readWalletBooks(sql, current, before, days)),
      ]);
    const [recent, [product], [coupon]] = await read((sql) =>
      Promise.all([
        sql<(Omit<RecentOrder, 'placedAt'> & { placedAt: string })[]>`
        select o.id as "orderId", o.placed_at as "placedAt", o.total, u.name as shopper,
          case when o.cancelled_at <= ${asOf} then 'cancelled'
            when o.fulfilled_at <= ${asOf} then 'fulfilled' else 'paid' end as status
        from orders o join users u on u.id = o.user_id
        where o.placed_day <= ${seoulDay(asOf)} and o.placed_at <= ${asOf}
        order by o.placed_day desc, o.id desc limit ${RECENT_ORDERS}`,
        sql<NonNullable<SalesScreen['product']>[]>`
        select id as "productId", name_ko as "nameKo", name_en as "nameEn"
        from products where id = ${productId}`,
        sql<NonNullable<SalesScreen['coupon']>[]>`
        select id as "couponId", code from coupons where code = ${couponCode}`,
      ]),
    );
    return {
      current,
      previous,
      figures,
      previousFigures,
      lost,
      previousLost,
      wallet,
      topProducts,
      coupons,
      stock,
      recentOrders: recent.map((order) => ({ ...order, placedAt: new Date(order.placedAt) })),
      product: product ?? null,
      coupon: coupon ?? null,
    };
  });
}
