import type { Database } from '@/db/client';
import type { Won } from '../money';
import { addDays, seoulDay } from '../seoul-day';
import { type SalesPeriod, type SalesRange, salesPeriods } from './period-rules';
import {
  readFigures,
  readLiability,
  readShortProducts,
  readTopProducts,
  type ShortProductRow,
  type SoldProduct,
} from './read-sales';
import { LOW_STOCK, type SalesFigures } from './rules';

const TOP_PRODUCTS = 5;
const SHORT_PRODUCTS = 8;
const RECENT_ORDERS = 8;

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
  previous: SalesPeriod;
  /** One entry an hour or day of each period. */
  figures: SalesFigures[];
  previousFigures: SalesFigures[];
  liability: { opening: Won; closing: Won };
  topProducts: SoldProduct[];
  stock: { low: number; out: number; products: ShortProductRow[] };
  recentOrders: RecentOrder[];
}

/**
 * Reads the sales screen from one REPEATABLE READ snapshot, so that its figures belong together
 * (admin.md: Definitions). Writes nothing and waits for no lock.
 *
 * @param now the as-of instant; orders after it are left out
 */
export async function getSalesScreen(
  db: Database,
  range: SalesRange,
  now: Date,
): Promise<SalesScreen> {
  const { current, previous } = salesPeriods(range, now);
  const since = addDays(seoulDay(now), -6);
  return db.sql.begin('isolation level repeatable read read only', async (sql) => {
    const [figures, previousFigures, liability, topProducts, stock, recent] = await Promise.all([
      readFigures(sql, current),
      readFigures(sql, previous),
      readLiability(sql, current),
      readTopProducts(sql, current, TOP_PRODUCTS),
      readShortProducts(sql, { threshold: LOW_STOCK, since, limit: SHORT_PRODUCTS }),
      sql<(Omit<RecentOrder, 'placedAt'> & { placedAt: string })[]>`
        select o.id as "orderId", o.placed_at as "placedAt", o.status, o.total, u.name as shopper
        from orders o join users u on u.id = o.user_id
        order by o.id desc limit ${RECENT_ORDERS}`,
    ]);
    const recentOrders = recent.map((order) => ({ ...order, placedAt: new Date(order.placedAt) }));
    return {
      current,
      previous,
      figures,
      previousFigures,
      liability,
      topProducts,
      stock,
      recentOrders,
    };
  });
}
