import 'server-only';
import { and, desc, eq, lt } from 'drizzle-orm';
import { database } from '@/db';
import { redemptions, users } from '@/db/schema';
import {
  type CouponChoice,
  type CouponRow,
  findCoupon,
  listCoupons,
} from '@/lib/domain/coupons/list-coupons';
import { addDays, seoulDay } from '@/lib/domain/seoul-day';
import { seoulMomentText } from '@/lib/format/seoul-moment';
import type { CouponEditView, RedemptionView } from '@/lib/views/admin-coupons';
import type { CouponRowView, KeyPage } from '@/lib/views/admin-lists';
import { adminOnly } from './admin-only';
import { keyPage } from './key-page';

const COUPONS_A_PAGE = 50;
const REDEMPTIONS_A_PAGE = 20;
const DAYS_A_COUPON_RUNS = 30;

/**
 * Coupons with their terms, use so far and state now, the newest first (admin.md: Coupons).
 * @param before the coupon that the page before ended with
 */
export async function listCouponsForAdmin(
  choice: CouponChoice,
  before: number | null,
): Promise<KeyPage<CouponRowView> & { readAt: Date }> {
  await adminOnly();
  const readAt = new Date();
  const page = { before, limit: COUPONS_A_PAGE + 1 };
  const rows = await listCoupons(database().sql, choice, readAt, page);
  return { ...keyPage(rows.map(withInstants), COUPONS_A_PAGE, ({ id }) => id), readAt };
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
  const { orm, sql } = database();
  const row = await findCoupon(sql, couponId, new Date());
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
    coupon: editView(withInstants(row)),
    redemptions: keyPage(uses, REDEMPTIONS_A_PAGE, ({ orderId }) => orderId),
  };
}

function withInstants(row: CouponRow) {
  return { ...row, startsAt: new Date(row.startsAt), endsAt: new Date(row.endsAt) };
}

function editView(row: ReturnType<typeof withInstants>): CouponEditView {
  const { id, version, used, claimed, claimLimit, totalLimit, code, kind, enabled, state } = row;
  const text = (number: number | null) => (number === null ? '' : String(number));
  return {
    couponId: id,
    version,
    used,
    totalLimit,
    claims: claimLimit === null ? null : { claimed, limit: claimLimit },
    state,
    gives: { code, kind, value: text(row.percent ?? row.amount), cap: text(row.cap) },
    fields: {
      minSubtotal: text(row.minSubtotal),
      totalLimit: text(totalLimit),
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
