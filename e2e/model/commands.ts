import type { CouponTerms } from './world';

/** What a client asks for. Plain data, so that a trace of a failure can be read and run again. */
export type Command =
  | { do: 'topUp'; userId: number; key: string; amount: bigint }
  | { do: 'setCart' | 'addToCart'; userId: number; productId: number; quantity: bigint }
  | CheckOutCommand
  | { do: 'cancel'; userId: number; role: 'shopper' | 'admin'; orderId: number }
  | { do: 'fulfil'; userId: number; orderId: number }
  | {
      do: 'changeStock';
      userId: number;
      key: string;
      productId: number;
      kind: 'restock' | 'correction';
      delta: bigint;
    }
  | {
      do: 'adjust';
      userId: number;
      key: string;
      customerId: number;
      amount: bigint;
      /** The balance that the operator was shown. */
      shown: bigint;
    }
  | { do: 'createCoupon'; userId: number; code: string; terms: CouponTerms }
  | { do: 'switchCoupon'; userId: number; code: string; enabled: boolean }
  | { do: 'price'; productId: number; price: bigint }
  | { do: 'publish'; productId: number; published: boolean };

export interface CheckOutCommand {
  do: 'checkOut';
  userId: number;
  key: string;
  code: string | null;
  /** The total that the page showed. */
  shownTotal: bigint;
  /** The subtotal that the page showed, if its tick was set. */
  acceptedSubtotal: bigint | null;
  /** Units of each product that the page showed; undefined: no page was looked at. */
  shownUnits?: Record<number, bigint>;
}

/** The same shape as the domain's outcomes, in `bigint`. */
export type Answer =
  | { ok: true; value: unknown; replayed: boolean }
  | { ok: false; refusal: { code: string; [figure: string]: unknown } };

export const done = (value: unknown, replayed = false): Answer => ({ ok: true, value, replayed });
export const no = (code: string, figures: Record<string, unknown> = {}): Answer => ({
  ok: false,
  refusal: { code, ...figures },
});
