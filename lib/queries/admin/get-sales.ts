import 'server-only';
import { database } from '@/db';
import { getSalesScreen, type SalesScreen } from '@/lib/domain/sales/get-sales-screen';
import { bucketStart, SALES_RANGES, type SalesRange } from '@/lib/domain/sales/period-rules';
import {
  averageOrderValue,
  compare,
  daysOfCover,
  LOW_STOCK,
  NO_SALES,
  netSales,
  sumFigures,
} from '@/lib/domain/sales/rules';
import { startOfSeoulDay } from '@/lib/domain/seoul-day';
import type { SalesView } from '@/lib/views/admin-sales';
import { adminOnly } from './admin-only';

export { SALES_RANGES };

/** The sales screen for an admin, as of this moment (admin.md: Sales). */
export async function getSales(range: SalesRange): Promise<SalesView> {
  await adminOnly();
  return salesView(await getSalesScreen(database(), range, new Date()));
}

/** Every card is computed from the sums of the points, so the two can never disagree. */
function salesView(screen: SalesScreen): SalesView {
  const { current, previous, liability, stock } = screen;
  const now = sumFigures(screen.figures);
  const before = sumFigures(screen.previousFigures);
  const aov = { now: averageOrderValue(now), before: averageOrderValue(before) };
  return {
    asOf: current.until,
    from: startOfSeoulDay(current.from),
    previousFrom: startOfSeoulDay(previous.from),
    previousUntil: previous.until,
    unit: current.unit,
    netSales: compare(netSales(now), netSales(before)),
    orders: compare(now.orders, before.orders),
    cancelledOrders: now.cancelledOrders,
    averageOrderValue: aov.now === null ? null : compare(aov.now, aov.before ?? 0),
    units: compare(now.units, before.units),
    netUnits: now.units - now.returnedUnits,
    gross: now.gross,
    discounts: compare(now.discounts, before.discounts),
    returns: compare(now.returns, before.returns),
    liability: compare(liability.closing, liability.opening),
    lowProducts: stock.low,
    outProducts: stock.out,
    lowThreshold: LOW_STOCK,
    points: screen.figures.map((figures, bucket) => ({
      ...figures,
      start: bucketStart(current, bucket),
      net: netSales(figures),
      netBefore: netSales(screen.previousFigures[bucket] ?? NO_SALES),
    })),
    topProducts: screen.topProducts,
    shortProducts: stock.products.map(({ unitsInSevenDays, ...product }) => ({
      ...product,
      daysOfCover: daysOfCover(product.quantity, unitsInSevenDays),
    })),
    recentOrders: screen.recentOrders,
  };
}
