import 'server-only';
import { database, reportReads } from '@/db';
import { getSalesScreen, type SalesScreen } from '@/lib/domain/sales/get-sales-screen';
import {
  averageOrderValue,
  checkoutSuccess,
  compare,
  daysOfCover,
  LOW_STOCK,
  netSales,
  sumFigures,
} from '@/lib/domain/sales/rules';
import type { Query } from '@/lib/query-value';
import type { SalesView } from '@/lib/views/admin-sales';
import { type SalesFilter, salesQuestion } from '@/lib/views/sales-filter';
import { adminOnly } from './admin-only';
import { bucketTime } from './bucket-time';
import { findSalesFilter } from './find-sales-filter';

/** A screen that was read ahead is drawn within this time, or read anew (ms). */
const AHEAD_MS = 5_000;

/** By operator and filter. Pages and route handlers have modules of their own, so it is kept globally. */
const holder = globalThis as typeof globalThis & {
  jangteoScreensAhead?: Map<string, { view: SalesView; until: number }>;
};
function screensAhead() {
  holder.jangteoScreensAhead ??= new Map();
  return holder.jangteoScreensAhead;
}
const keyOf = (userId: number, filter: SalesFilter) => `${userId} ${JSON.stringify(filter)}`;

/**
 * Reads the screen of an address for the drawing that follows: a page that is shown already is drawn
 * anew only when this has come to an end.
 */
export async function readSalesAhead(query: Query): Promise<void> {
  const { id } = await adminOnly();
  const { filter, asOf } = await findSalesFilter(query);
  const view = await readSales(filter, asOf.at);
  const now = performance.now();
  const ahead = screensAhead();
  for (const [key, { until }] of ahead) if (until < now) ahead.delete(key);
  ahead.set(keyOf(id, filter), { view, until: now + AHEAD_MS });
}

/**
 * The sales screen for an admin (admin.md: Sales), as it has just been read ahead for them if it was.
 * @param asOf the instant to look back from; null: now
 */
export async function getSales(filter: SalesFilter, asOf: Date | null): Promise<SalesView> {
  const { id } = await adminOnly();
  const key = keyOf(id, filter);
  const found = screensAhead().get(key);
  screensAhead().delete(key);
  return found && found.until > performance.now() ? found.view : readSales(filter, asOf);
}

async function readSales(filter: SalesFilter, asOf: Date | null): Promise<SalesView> {
  const moment = { asOf: asOf ?? new Date(), live: asOf === null };
  const screen = await getSalesScreen(database(), salesQuestion(filter), moment, reportReads());
  return salesView(screen, filter, moment.asOf);
}

/** Every card is computed from the sums of the points, so the two can never disagree. */
function salesView(screen: SalesScreen, filter: SalesFilter, asOf: Date): SalesView {
  const { current, previous, wallet, stock } = screen;
  const now = sumFigures(screen.figures);
  const before = previous && sumFigures(screen.previousFigures);
  const ofOrdersAlone = filter.coupon !== null || filter.status !== null;
  const success = ofOrdersAlone
    ? compare(null, null)
    : compare(
        checkoutSuccess(now.orders, countLost(screen.lost)),
        before && checkoutSuccess(before.orders, countLost(screen.previousLost)),
      );
  return {
    asOf,
    unit: current.unit,
    compared: previous && { from: previous.start, until: previous.until },
    figures: {
      netSales: compare(netSales(now), before && netSales(before)),
      orders: compare(now.orders, before?.orders ?? null),
      aov: compare(averageOrderValue(now), before && averageOrderValue(before)),
      units: compare(now.units, before?.units ?? null),
      discounts: compare(now.discounts, before?.discounts ?? null),
      returns: compare(now.returns, before?.returns ?? null),
      success,
      liability: compare(wallet.closing, wallet.before),
      low: compare(stock.now.low, stock.before?.low ?? null),
      out: compare(stock.now.out, stock.before?.out ?? null),
    },
    gross: now.gross,
    cancelledOrders: now.cancelledOrders,
    netUnits: now.units - now.returnedUnits,
    lowThreshold: LOW_STOCK,
    points: screen.figures.map((figures, i) => {
      const compared = screen.previousFigures[i];
      return {
        ...bucketTime(current, i),
        ...figures,
        net: netSales(figures),
        netBefore: compared ? netSales(compared) : null,
      };
    }),
    topProducts: screen.topProducts,
    coupons: screen.coupons,
    lost: ofOrdersAlone ? null : screen.lost,
    wallet: {
      opening: wallet.opening,
      closing: wallet.closing,
      points: wallet.flows.map((flow, i) => ({ ...bucketTime(current, i), ...flow })),
    },
    shortProducts: stock.products.map(({ unitsInSevenDays, ...product }) => ({
      ...product,
      daysOfCover: daysOfCover(product.quantity, unitsInSevenDays, asOf),
    })),
    recentOrders: screen.recentOrders,
    product: screen.product,
    coupon: screen.coupon,
  };
}

function countLost(lost: SalesScreen['lost']): number {
  return lost.reduce((sum, { attempts }) => sum + attempts, 0);
}
