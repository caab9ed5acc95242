/** Longest details of a delivery that an order takes (spec.md: Delivery), and longest coupon code. */
export const MOST_RECIPIENT = 50;
export const MOST_ADDRESS = 200;
/** Longer than any coupon's code: what is typed beyond it is no code. */
export const LONGEST_CODE = 100;

/**
 * What the fields of the checkout hold at all, and what is kept of them on the way to the wallet and
 * back. More than an order takes, so that a text that was cut here is still too long there, and said
 * to be: half an address is never sent on its way.
 */
export const FIELD_HOLDS = {
  recipient: 2 * MOST_RECIPIENT,
  phone: 50,
  address: 2 * MOST_ADDRESS,
} as const;
