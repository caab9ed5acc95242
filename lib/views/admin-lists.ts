import type { CouponState } from '@/lib/domain/coupons/list-coupons';
import type { NamedProductView, OrderStatusView } from './admin-sales';

/** One page of a list that is paged by key: the rows, and the key that the next page begins after. */
export interface KeyPage<Row, Key = number> {
  rows: Row[];
  /** Null on the last page. */
  next: Key | null;
}

export interface StockRowView extends NamedProductView {
  quantity: number;
  /** `low`: some but few are left (admin.md: Low stock). */
  level: 'out' | 'low' | 'ok';
  published: boolean;
}

export interface StockMovementView {
  id: number;
  at: Date;
  kind: 'opening' | 'sale' | 'return' | 'restock' | 'correction';
  delta: number;
  quantityAfter: number;
  orderId: number | null;
  reason: string | null;
  /** Who restocked or corrected; null for sales and the sample shop's opening. */
  actor: string | null;
}

/** A product's stock page. */
export interface ProductStockView {
  product: StockRowView;
  movements: KeyPage<StockMovementView>;
  /** Null: as it stands now. `notIn`: it had not come in at the moment asked for. */
  past:
    | {
        /** Sold until then, less what was cancelled until then; won after discounts. */
        units: number;
        revenue: number;
        /** The last order until then, with what a unit cost in it. */
        lastSale: { orderId: number; unitPrice: number; placedAt: Date } | null;
      }
    | 'notIn'
    | null;
}

export type CouponStateView = CouponState;

export interface CouponRowView {
  id: number;
  code: string;
  kind: 'percent' | 'fixed';
  percent: number | null;
  amount: number | null;
  cap: number | null;
  minSubtotal: number;
  perShopperLimit: number | null;
  totalLimit: number | null;
  used: number;
  /** Shoppers who can claim it; null: it is not claimed. */
  claimLimit: number | null;
  claimed: number;
  startsAt: Date;
  endsAt: Date;
  enabled: boolean;
  state: CouponStateView;
}

export interface AdminOrderView {
  orderId: number;
  status: OrderStatusView;
  customerId: number;
  shopper: string;
  email: string;
  recipient: string;
  phone: string;
  address: string;
  couponCode: string | null;
  /** Why the code did not apply; null: it did, or none was given. */
  couponReason:
    | 'NOT_FOUND'
    | 'DISABLED'
    | 'NOT_STARTED'
    | 'EXPIRED'
    | 'MIN_ORDER'
    | 'TOTAL_LIMIT'
    | 'PER_SHOPPER_LIMIT'
    | null;
  subtotal: number;
  discount: number;
  total: number;
  lines: (NamedProductView & { unitPrice: number; quantity: number; discountShare: number })[];
}

export interface ProductRowView extends StockRowView {
  slug: string;
  categoryKo: string;
  categoryEn: string;
  price: number;
}

export interface CustomerRowView {
  userId: number;
  name: string;
  email: string;
  joinedAt: Date;
  balance: number;
  /** Orders that are not cancelled, and what they came to. */
  orders: number;
  spent: number;
}

export interface AuditRowView {
  id: number;
  at: Date;
  actor: string;
  action: string;
  entity: string;
  entityId: string;
  before: AuditFieldView[];
  after: AuditFieldView[];
}

/** A field of a row as it was kept: money in won, instants as ISO text. */
export interface AuditFieldView {
  field: string;
  /** Null: it held nothing. */
  value: string | number | boolean | null;
}
