import type { Mutation } from '../mutation';

const TESTS = 'lib/domain/locks.db.test.ts';
const OPERATOR_TESTS = 'lib/domain/operator-locks.db.test.ts';
const LOAD = 'lib/domain/orders/batch-load-store.ts';
const CANCEL = 'lib/domain/orders/cancel-store.ts';

/** Each row lock, and the order that rows of one table are locked in (protocol.md: The one transaction). */
export const LOCKS: Mutation[] = [
  {
    what: 'row lock: the cart of a checkout',
    file: LOAD,
    after: 'last_order_id from carts',
    take: 'for update',
    killedBy: [TESTS, 'orders what another tab has just put into the cart'],
  },
  {
    what: 'row lock: the wallet of a checkout',
    file: LOAD,
    after: 'last_seq from wallets',
    take: 'for update',
    killedBy: [TESTS, 'pays from the balance that an adjustment has just left'],
  },
  {
    what: 'row lock: the stock of a checkout',
    file: LOAD,
    after: 'quantity from stock',
    take: 'for update',
    killedBy: [TESTS, 'sees the units that a correction has just left'],
  },
  {
    what: 'row lock: the coupon counter of a checkout',
    file: LOAD,
    after: 'claim_limit from coupon_usage',
    take: 'for update',
    killedBy: [TESTS, 'counts a coupon by what has just become of it'],
  },
  {
    what: 'lock order: the stock of a checkout',
    file: LOAD,
    after: 'quantity from stock',
    take: 'order by product_id',
    killedBy: [TESTS, 'locks its products by ascending id, whatever order they came in'],
  },
  {
    what: 'lock order: the carts of a checkout',
    file: LOAD,
    after: 'last_order_id from carts',
    take: 'order by user_id',
    killedBy: [
      TESTS,
      'locks the carts of a batch by ascending shopper, whatever order they came in',
    ],
  },
  {
    what: 'lock order: the wallets of a checkout',
    file: LOAD,
    after: 'last_seq from wallets',
    take: 'order by user_id',
    killedBy: [
      TESTS,
      'locks the wallets of a batch by ascending shopper, whatever order they came in',
    ],
  },
  {
    what: 'lock order: the keys of a checkout',
    file: 'lib/domain/idempotency/batch-store.ts',
    after: 'from users where id = k.user_id',
    take: 'order by user_id, key',
    killedBy: [
      TESTS,
      'claims the keys of a batch by ascending shopper, whatever order they came in',
    ],
  },
  {
    what: 'lock order: the coupons of a checkout',
    file: LOAD,
    after: 'claim_limit from coupon_usage',
    take: 'order by coupon_id',
    killedBy: [TESTS, 'locks the coupons of a batch by ascending id, whatever order they came in'],
  },
  {
    what: 'lock order: the coupons of a claim',
    file: 'lib/domain/coupons/claim-store.ts',
    take: 'order by coupon_id',
    killedBy: [
      TESTS,
      'claims of a batch lock their coupons by ascending id, whatever order they came in',
    ],
  },
  {
    what: 'row lock: the order of a cancel',
    file: CANCEL,
    after: 'function lockOrder',
    take: ".for('update')",
    killedBy: [TESTS, 'finds an order that has just been sent'],
  },
  {
    what: 'row lock: the stock of a cancel',
    file: CANCEL,
    after: 'function lockStockOf',
    take: 'for update',
    killedBy: [TESTS, 'locks its products by ascending id, whatever order they were written in'],
  },
  {
    what: 'lock order: the stock of a cancel',
    file: CANCEL,
    after: 'function lockStockOf',
    take: 'order by product_id',
    killedBy: [TESTS, 'locks its products by ascending id, whatever order they were written in'],
  },
  {
    what: 'row lock: the wallet of a cancel',
    file: 'lib/domain/wallet/store.ts',
    take: ".for('update')",
    killedBy: [TESTS, 'locks its wallet before its stock'],
  },
  {
    what: 'row lock: the wallet of a top-up',
    file: 'lib/domain/wallet/top-up-store.ts',
    take: 'for update',
    killedBy: [TESTS, 'a top-up holds to the limit on a balance that has just grown'],
  },
  {
    what: 'lock order: the wallets of a top-up',
    file: 'lib/domain/wallet/top-up-store.ts',
    after: 'and closed_at is null',
    take: 'order by user_id',
    killedBy: [
      TESTS,
      'top-ups of a batch lock their wallets by ascending shopper, whatever order they came in',
    ],
  },
  {
    what: 'row lock: the cart of a change',
    file: 'lib/domain/cart/store.ts',
    take: ".for('update')",
    killedBy: [TESTS, 'a line that another tab has just taken out begins anew'],
  },
  {
    what: 'row lock: the stock of a restock or correction',
    file: 'lib/domain/catalog/store.ts',
    take: ".for('update')",
    killedBy: [OPERATOR_TESTS, 'a correction is judged on the units that have just been left'],
  },
  {
    what: 'row lock: the counter of a claim',
    file: 'lib/domain/coupons/claim-store.ts',
    take: 'for update',
    killedBy: [
      'lib/domain/coupons/claim-coupon.db.test.ts',
      'a claim counts those that have just been made elsewhere',
    ],
  },
  {
    what: 'row lock: a coupon being switched',
    file: 'lib/domain/coupons/switch-coupon.ts',
    take: ".for('no key update')",
    killedBy: [
      OPERATOR_TESTS,
      'a coupon that has just been switched off is not switched off again',
    ],
  },
  {
    what: 'row lock: a product being edited',
    file: 'lib/domain/catalog/update-product.ts',
    take: ".for('no key update')",
    killedBy: [OPERATOR_TESTS, 'a product that has just been edited is not overwritten'],
  },
  {
    what: 'row lock: a product whose price is planned',
    file: 'lib/domain/catalog/plan-price.ts',
    take: ".for('no key update')",
    killedBy: [OPERATOR_TESTS, 'a price that has just been planned is not planned over'],
  },
  {
    what: 'row lock: a table being applied',
    file: 'lib/domain/catalog/apply-stock-import.ts',
    take: ".for('update')",
    killedBy: [OPERATOR_TESTS, 'a table that has just been applied is not applied again'],
  },
  {
    what: 'row lock: the stock of a table',
    file: 'lib/domain/catalog/import-store.ts',
    take: ".for('update', { of: stock })",
    killedBy: [OPERATOR_TESTS, 'a table is judged on the units that have just been left'],
  },
  {
    what: 'table lock: days being closed',
    file: 'lib/domain/sales/close-days.ts',
    take: 'await tx`lock table closed_days in share row exclusive mode nowait`;',
    killedBy: [
      'lib/domain/sales/close-days.db.test.ts',
      'while somebody writes into a closed day none is closed, and nobody waits',
    ],
  },
  {
    what: 'row lock: the user of a refused try',
    file: 'lib/domain/audit/record-refused-action.ts',
    take: ".for('no key update')",
    killedBy: [OPERATOR_TESTS, 'the last refused try of an hour is counted once'],
  },
  {
    what: 'row lock: a coupon being edited',
    file: 'lib/domain/coupons/update-coupon.ts',
    take: ".for('no key update')",
    killedBy: [OPERATOR_TESTS, 'a coupon that has just been edited is not overwritten'],
  },
  {
    what: 'row lock: the counter of a coupon being edited',
    file: 'lib/domain/coupons/update-coupon.ts',
    take: ".for('update')",
    killedBy: [OPERATOR_TESTS, "a coupon's limits are judged on its counter as it has just become"],
  },
];
