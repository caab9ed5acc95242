import type { Locale } from '@/lib/i18n/locales';
import type { Days, SalesUnit } from './sales-filter';

/** A figure beside the same figure of the compared period; null where there is none. */
export interface ComparisonView {
  now: number | null;
  before: number | null;
  change: number | null;
  /** Null where it was 0 before, too. */
  percent: number | null;
}

/** The cards of the sales screen; each has its definition in the messages (`admin.definitions`). */
export const salesMetrics = [
  'netSales',
  'orders',
  'aov',
  'units',
  'discounts',
  'returns',
  'success',
  'liability',
  'low',
  'out',
] as const;
export type SalesMetric = (typeof salesMetrics)[number];

/** The Seoul days of a figure's rows, and their hour where it is one hour's. */
export interface RowDays extends Days {
  hour?: number | null;
}

/** When an hour, day or week of a chart begins, and where its rows are. */
export interface PointTimeView {
  start: Date;
  days: RowDays;
}

/** One hour, day or week of the chart and its table; won. */
export interface SalesPointView extends PointTimeView {
  gross: number;
  discounts: number;
  returns: number;
  net: number;
  orders: number;
  units: number;
  /** Net sales of the same hour, day or week of the compared period; null: it had none such. */
  netBefore: number | null;
}

/** What moved in all wallets in an hour, day or week; won with their signs. */
export interface WalletPointView extends PointTimeView {
  topUps: number;
  payments: number;
  refunds: number;
  adjustedUp: number;
  adjustedDown: number;
}

/** Checkouts that came to nothing for one reason. */
export interface LostReasonView {
  /** Code of the refusal. */
  reason: string;
  attempts: number;
  /** Won that they would have brought. */
  lost: number;
}

/** A product by both its names. */
export interface NamedProductView {
  productId: number;
  nameKo: string;
  nameEn: string;
}

/** The sales screen as the shop stood at `asOf` (admin.md: Sales). */
export interface SalesView {
  asOf: Date;
  unit: SalesUnit;
  /** The first instant of the compared period and its last; null: compared with none. */
  compared: { from: Date; until: Date } | null;
  figures: Record<SalesMetric, ComparisonView>;
  gross: number;
  /** Orders of the range that are cancelled by then. */
  cancelledOrders: number;
  /** Units sold less units that came back. */
  netUnits: number;
  /** Units at and below which a product is low. */
  lowThreshold: number;
  points: SalesPointView[];
  topProducts: (NamedProductView & { units: number; revenue: number })[];
  coupons: { couponId: number; code: string; orders: number; cost: number; revenue: number }[];
  /** Null where the filter is about orders alone: a refused checkout has no coupon and no status. */
  lost: LostReasonView[] | null;
  wallet: { opening: number; closing: number; points: WalletPointView[] };
  shortProducts: (NamedProductView & { quantity: number; daysOfCover: number | null })[];
  recentOrders: RecentOrderView[];
  /** What the filter names; null: nothing, or nothing that there is. */
  product: NamedProductView | null;
  coupon: { couponId: number; code: string } | null;
}

export type OrderStatusView = 'paid' | 'fulfilled' | 'cancelled';

/** A line of a list of orders. */
export interface RecentOrderView {
  orderId: number;
  placedAt: Date;
  status: OrderStatusView;
  total: number;
  shopper: string;
}

/** A product's name in one language. */
export function productName(product: { nameKo: string; nameEn: string }, locale: Locale): string {
  return locale === 'ko' ? product.nameKo : product.nameEn;
}
