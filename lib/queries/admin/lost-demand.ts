import 'server-only';
import { database } from '@/db';
import { getLostDemand } from '@/lib/domain/sales/get-lost-demand';
import { LOW_STOCK } from '@/lib/domain/sales/rules';
import type { LostDemandView } from '@/lib/views/lost-demand';
import type { SalesFilter } from '@/lib/views/sales-filter';
import { adminOnly } from './admin-only';
import { bucketTime } from './bucket-time';
import { keyPage } from './key-page';

const ATTEMPTS_A_PAGE = 25;
const MOST_PRODUCTS = 30;

/**
 * Checkouts that came to nothing, for an admin (admin.md: Checkout success).
 * @param reason code of the refusal; null: every one
 * @param hour of the Seoul day; null: every one
 * @param before the attempt that the page before ended with
 * @param asOf the instant to look back from; null: now
 */
export async function readLostDemand(
  filter: SalesFilter,
  { reason, hour, before }: { reason: string | null; hour: number | null; before: number | null },
  asOf: Date | null,
): Promise<LostDemandView> {
  await adminOnly();
  const { from, to, by: unit, product: productId } = filter;
  const moment = { asOf: asOf ?? new Date(), live: asOf === null };
  const question = { from, to, unit, productId, hour, reason };
  const page = { before, limit: ATTEMPTS_A_PAGE + 1, products: MOST_PRODUCTS };
  const lost = await getLostDemand(database(), question, page, moment);
  return {
    asOf: moment.asOf,
    orders: lost.orders,
    unit,
    lowThreshold: LOW_STOCK,
    byReason: lost.byReason,
    points: lost.byTime.map((counted, i) => ({ ...bucketTime(lost.period, i), ...counted })),
    ...lost.byProduct,
    attempts: keyPage(lost.attempts, ATTEMPTS_A_PAGE, ({ id }) => id),
  };
}
