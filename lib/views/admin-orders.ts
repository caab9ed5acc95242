import type { OrderStep } from '@/lib/domain/orders/get-order-story';
import type { OrderKey } from '@/lib/domain/orders/order-filter-rules';
import type { KeyPage } from './admin-lists';
import type { NamedProductView, OrderStatusView } from './admin-sales';

/** A line of the back office's list of orders. Money in won, instants in UTC. */
export interface OrderRowView {
  orderId: number;
  placedAt: Date;
  cancelledAt: Date | null;
  status: OrderStatusView;
  customerId: number;
  customer: string;
  units: number;
  subtotal: number;
  discount: number;
  total: number;
}

/** One page of the orders of a filter, and what all of them come to. */
export interface OrderListView extends KeyPage<OrderRowView, OrderKey> {
  /** With a product in the filter: its units and money alone. */
  sums: {
    orders: number;
    cancelled: number;
    units: number;
    subtotal: number;
    discount: number;
    total: number;
    /** Given back on these days, whenever the orders were placed; null: no days are chosen. */
    returned: number | null;
  };
  readAt: Date;
  /** What the filter narrows down to; null: nothing, or no such one. */
  product: NamedProductView | null;
  customer: string | null;
}

/** What happened to an order, and the row that tells it. */
export type OrderStepView = OrderStep;
