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
 * @param before the attempt that the page before ended with
 * @param asOf the instant to look back from; null: now
 */
export async function readLostDemand(
  filter: SalesFilter,
  { reason, before }: { reason: string | null; before: number | null },
  asOf: Date | null,
): Promise<LostDemandView> {
  await adminOnly();
  const { from, to, by: unit, product: productId } = filter;
  const at = asOf ?? new Date();
  const question = { from, to, unit, productId, reason };
  const page = { before, limit: ATTEMPTS_A_PAGE + 1, products: MOST_PRODUCTS };
  const lost = await getLostDemand(database(), question, page, { asOf: at });
  return {
    asOf: at,
    unit,
    lowThreshold: LOW_STOCK,
    byReason: lost.byReason,
    points: lost.byTime.map((counted, i) => ({ ...bucketTime(lost.period, i), ...counted })),
    products: lost.byProduct,
    attempts: keyPage(lost.attempts, ATTEMPTS_A_PAGE, ({ id }) => id),
  };
}
