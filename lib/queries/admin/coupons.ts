import 'server-only';
import { and, desc, eq, getTableColumns, lt } from 'drizzle-orm';
import { database } from '@/db';
import { coupons, couponUsage, redemptions, users } from '@/db/schema';
import type { CouponTerms } from '@/lib/domain/coupons/rules';
import { addDays, seoulDay } from '@/lib/domain/seoul-day';
import { seoulMomentText } from '@/lib/format/seoul-moment';
import type { CouponEditView, RedemptionView } from '@/lib/views/admin-coupons';
import type { CouponRowView, CouponStateView, KeyPage } from '@/lib/views/admin-lists';
import { adminOnly } from './admin-only';
import { keyPage } from './key-page';

const COUPONS_A_PAGE = 50;
const REDEMPTIONS_A_PAGE = 20;
const DAYS_A_COUPON_RUNS = 30;

/** Coupons with their terms, use so far and state now, the newest first (admin.md: Coupons). */
export async function listCoupons(before: number | null): Promise<KeyPage<CouponRowView>> {
  await adminOnly();
  const rows = await database()
    .orm.select({
      ...getTableColumns(coupons),
      used: couponUsage.used,
      totalLimit: couponUsage.totalLimit,
      claimed: couponUsage.claimed,
      claimLimit: couponUsage.claimLimit,
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

/**
 * A coupon as its form begins with it, with who used it, the newest first; null: no such coupon.
 * @param before the order that the page before ended with
 */
export async function getCouponForAdmin(
  couponId: number,
  before: number | null,
): Promise<{ coupon: CouponEditView; redemptions: KeyPage<RedemptionView> } | null> {
  await adminOnly();
  const { orm } = database();
  const [row] = await orm
    .select({
      ...getTableColumns(coupons),
      used: couponUsage.used,
      totalLimit: couponUsage.totalLimit,
      claimed: couponUsage.claimed,
      claimLimit: couponUsage.claimLimit,
    })
    .from(coupons)
    .innerJoin(couponUsage, eq(couponUsage.couponId, coupons.id))
    .where(eq(coupons.id, couponId));
  if (!row) return null;
  const uses = await orm
    .select({
      orderId: redemptions.orderId,
      at: redemptions.createdAt,
      shopper: users.name,
      email: users.email,
      discount: redemptions.discount,
      reversedAt: redemptions.reversedAt,
    })
    .from(redemptions)
    .innerJoin(users, eq(users.id, redemptions.userId))
    .where(
      and(
        eq(redemptions.couponId, couponId),
        before === null ? undefined : lt(redemptions.orderId, before),
      ),
    )
    .orderBy(desc(redemptions.orderId))
    .limit(REDEMPTIONS_A_PAGE + 1);
  return {
    coupon: editView(row),
    redemptions: keyPage(uses, REDEMPTIONS_A_PAGE, ({ orderId }) => orderId),
  };
}

function editView(
  row: CouponTerms & { used: number; claimed: number; version: number },
): CouponEditView {
  const { id, version, used, claimed, claimLimit, code, kind, enabled } = row;
  const text = (number: number | null) => (number === null ? '' : String(number));
  return {
    couponId: id,
    version,
    used,
    claims: claimLimit === null ? null : { claimed, limit: claimLimit },
    state: stateOf(row, new Date()),
    gives: { code, kind, value: text(row.percent ?? row.amount), cap: text(row.cap) },
    fields: {
      minSubtotal: text(row.minSubtotal),
      totalLimit: text(row.totalLimit),
      perShopperLimit: text(row.perShopperLimit),
      claimLimit: text(claimLimit),
      startsAt: seoulMomentText(row.startsAt),
      endsAt: seoulMomentText(row.endsAt),
      enabled: String(enabled),
    },
  };
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
