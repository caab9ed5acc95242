import 'server-only';
import { desc, eq, getTableColumns, lt } from 'drizzle-orm';
import { database } from '@/db';
import { coupons, couponUsage } from '@/db/schema';
import type { CouponTerms } from '@/lib/domain/coupons/rules';
import { addDays, seoulDay } from '@/lib/domain/seoul-day';
import type { CouponRowView, CouponStateView, KeyPage } from '@/lib/views/admin-lists';
import { adminOnly } from './admin-only';
import { keyPage } from './key-page';

const COUPONS_A_PAGE = 50;
const DAYS_A_COUPON_RUNS = 30;

/** Coupons with their terms, use so far and state now, the newest first (admin.md: Coupons). */
export async function listCoupons(before: number | null): Promise<KeyPage<CouponRowView>> {
  await adminOnly();
  const rows = await database()
    .orm.select({
      ...getTableColumns(coupons),
      used: couponUsage.used,
      totalLimit: couponUsage.totalLimit,
    })
    .from(coupons)
    .innerJoin(couponUsage, eq(couponUsage.couponId, coupons.id))
    .where(before === null ? undefined : lt(coupons.id, before))
    .orderBy(desc(coupons.id))
    .limit(COUPONS_A_PAGE + 1);
  const now = new Date();
  const views = rows.map((coupon) => ({ ...coupon, state: stateOf(coupon, now) }));
  return keyPage(views, COUPONS_A_PAGE, ({ id }) => id);
}

/** The period that a new coupon's form proposes, as its inputs hold it: Korean time from today on. */
export async function proposeCouponPeriod(): Promise<{ startsAt: string; endsAt: string }> {
  await adminOnly();
  const today = seoulDay(new Date());
  return { startsAt: `${today}T00:00`, endsAt: `${addDays(today, DAYS_A_COUPON_RUNS)}T00:00` };
}

/** What stands between the coupon and everybody, in the order in which checkout says it. */
function stateOf(terms: CouponTerms & { used: number }, now: Date): CouponStateView {
  if (!terms.enabled) return 'disabled';
  if (now < terms.startsAt) return 'notStarted';
  if (now >= terms.endsAt) return 'expired';
  if (terms.totalLimit !== null && terms.used >= terms.totalLimit) return 'usedUp';
  return 'live';
}
