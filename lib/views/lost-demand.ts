import type { KeyPage } from './admin-lists';
import type { LostReasonView, NamedProductView, PointTimeView } from './admin-sales';
import type { SalesUnit } from './sales-filter';

/** Reads `?reason=`, the code of a refusal; null for anything else: every reason. */
export function readReason(text: string | undefined): string | null {
  return text !== undefined && /^[A-Z_]{1,40}$/.test(text) ? text : null;
}

/** Checkouts of some days that came to nothing (admin.md: Checkout success). Won. */
export interface LostDemandView {
  asOf: Date;
  unit: SalesUnit;
  /** Units at and below which a product is low. */
  lowThreshold: number;
  /** Every reason, also where one of them is chosen. */
  byReason: LostReasonView[];
  points: (PointTimeView & { attempts: number; lost: number })[];
  products: LostProductView[];
  /** What is not among them. */
  rest: { products: number; lost: number };
  /** Orders of the same days, hour and product. */
  orders: number;
  attempts: KeyPage<LostAttemptView>;
}

export interface LostProductView extends NamedProductView {
  attempts: number;
  lost: number;
  /** Units wanted, and of them those that were not there. */
  wanted: number;
  missing: number;
  /** Units at `asOf`. */
  quantity: number;
}

export interface LostAttemptView {
  id: number;
  at: Date;
  userId: number;
  shopper: string;
  /** Code of the refusal. */
  reason: string;
  lost: number;
  lines: { nameKo: string; nameEn: string; quantity: number }[];
}
