import type { Locale } from '@/lib/i18n/locales';

/** A figure beside the same figure of the period before; `percent` is null where that was 0. */
export interface ComparisonView {
  now: number;
  before: number;
  change: number;
  percent: number | null;
}

/** One hour or day of the chart and its table; won. */
export interface SalesPointView {
  start: Date;
  gross: number;
  discounts: number;
  returns: number;
  net: number;
  orders: number;
  units: number;
  /** Net sales of the same hour or day one period before. */
  netBefore: number;
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
  /** The first instant of the range and of the one it is compared with, and that one's last. */
  from: Date;
  previousFrom: Date;
  previousUntil: Date;
  unit: 'hour' | 'day';
  netSales: ComparisonView;
  orders: ComparisonView;
  /** Orders of the range that are cancelled by now. */
  cancelledOrders: number;
  /** Null in a range without orders. */
  averageOrderValue: ComparisonView | null;
  units: ComparisonView;
  /** Units sold less units that came back. */
  netUnits: number;
  gross: number;
  discounts: ComparisonView;
  returns: ComparisonView;
  /** Wallets now, compared with the beginning of the range. */
  liability: ComparisonView;
  lowProducts: number;
  outProducts: number;
  /** Units at and below which a product is low. */
  lowThreshold: number;
  points: SalesPointView[];
  topProducts: (NamedProductView & { units: number; revenue: number })[];
  shortProducts: (NamedProductView & { quantity: number; daysOfCover: number | null })[];
  recentOrders: RecentOrderView[];
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
