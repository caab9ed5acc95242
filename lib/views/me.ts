/**
 * What `/api/me` tells the browser about whoever is looking (contract.md: Addresses).
 * `balance` in won; `cartCount` is the sum of the quantities in the cart, a guest's cart too.
 */
export type Me =
  | { user: { name: string; balance: number; cartCount: number } }
  | { user: null; cartCount: number };
