import type { Mutation } from '../mutation';

const PLACE = 'lib/domain/orders/place-order.ts';
const BATCHES = 'lib/domain/keyed-batches.ts';
const KEYS = 'lib/domain/idempotency/batch-store.ts';
const TOP_UPS = 'lib/domain/wallet/top-up-store.ts';
const PLACE_TESTS = 'lib/domain/orders/place-order.db.test.ts';
const RUSH_TESTS = 'lib/domain/orders/rush.db.test.ts';
const WALLET_TESTS = 'lib/domain/wallet/wallet.db.test.ts';
const TOP_UP_TESTS = 'lib/domain/wallet/top-up-batches.db.test.ts';
const OPERATOR_TESTS = 'lib/domain/operator-locks.db.test.ts';
const IN_TURN = 'each is decided on what the ones before it left, in one transaction';
const SAME_TOP_UP = 'the same key again shows the first result; another amount under it is refused';
const SAME_KEY = 'the same key again shows the first order; another request under it is refused';

/** Keys, batches and what a refusal leaves (protocol.md: The one transaction). */
export const PROTOCOL: Mutation[] = [
  {
    what: 'key claim of a checkout',
    file: KEYS,
    after: 'from users where id = k.user_id',
    take: ')',
    put: ' and false)',
    killedBy: [PLACE_TESTS, SAME_KEY],
  },
  {
    what: 'key claim of a top-up',
    file: KEYS,
    after: 'from users where id = k.user_id',
    take: ')',
    put: ' and false)',
    killedBy: [WALLET_TESTS, SAME_TOP_UP],
  },
  {
    what: 'result stored under the key of a top-up',
    file: TOP_UPS,
    take: 'where i.key',
    put: 'where false and i.key',
    killedBy: [WALLET_TESTS, SAME_TOP_UP],
  },
  {
    what: 'result stored under the key of a checkout',
    file: 'lib/domain/orders/batch-load-store.ts',
    after: "jsonb_build_object('orderId',",
    take: "nextval('orders_id_seq')",
    put: 'null',
    killedBy: [PLACE_TESTS, SAME_KEY],
  },
  {
    what: 'key claim of a restock',
    file: 'lib/domain/idempotency/store.ts',
    take: 'if (inserted.length > 0)',
    put: 'if (inserted)',
    killedBy: [OPERATOR_TESTS, 'the same correction pressed again is made once'],
  },
  {
    what: 'result stored under the key of a restock',
    file: 'lib/domain/catalog/change-stock.ts',
    take: 'await finishKey(tx, request, after);',
    killedBy: [OPERATOR_TESTS, 'the same correction pressed again is made once'],
  },
  {
    what: 'request hash compared: a checkout',
    file: 'lib/domain/idempotency/rules.ts',
    take: 'taken.requestHash === hash',
    put: 'taken',
    killedBy: [PLACE_TESTS, SAME_KEY],
  },
  {
    what: 'request hash compared: a top-up',
    file: 'lib/domain/idempotency/rules.ts',
    take: 'taken.requestHash === hash',
    put: 'taken',
    killedBy: [WALLET_TESTS, SAME_TOP_UP],
  },
  {
    what: 'request hash compared: twins under way together',
    file: BATCHES,
    take: ', requestHash].join()',
    put: '].join()',
    killedBy: [RUSH_TESTS, 'another request under a key that travels in the same batch is refused'],
  },
  {
    what: "twin's answer marked as a repeat",
    file: BATCHES,
    take: '...outcome, replayed: true',
    put: '...outcome',
    killedBy: [RUSH_TESTS, 'another request under a key that travels in the same batch is refused'],
  },
  {
    what: 'a key travels once in a batch',
    file: BATCHES,
    take: 'const batch = [...firsts.values()];',
    put: 'const batch = [...firsts.values(), ...others.splice(0)];',
    killedBy: [RUSH_TESTS, 'another request under a key that travels in the same batch is refused'],
  },
  {
    what: 'one spelling of a key',
    file: BATCHES,
    take: 'idempotencyKey.toLowerCase()',
    put: 'idempotencyKey',
    killedBy: [RUSH_TESTS, 'one key in two spellings is one key'],
  },
  {
    what: "keys by shopper: one's UUID is not another's",
    file: KEYS,
    take: '{userId}:$',
    put: '{userId && ""}$',
    killedBy: [
      RUSH_TESTS,
      'one UUID of two shoppers in one batch, one refused and one accepted: two keys',
    ],
  },
  {
    what: 'fold over a batch: each order on what the one before left',
    file: PLACE,
    take: 'applyOrder(state, command, decision.order, orderId);',
    put: 'void applyOrder;',
    killedBy: [RUSH_TESTS, '200 shoppers for 1 unit: 1 order, 199 refused as sold out'],
  },
  {
    what: 'fold over a batch: each top-up on what the one before left',
    file: 'lib/domain/wallet/top-up-wallet.ts',
    take: 'applyTopUp(wallet,',
    put: 'applyTopUp({ ...wallet, toppedUp: new Map() },',
    killedBy: [TOP_UP_TESTS, IN_TURN],
  },
  {
    what: "fold over a batch: each top-up on its own day's limit",
    file: 'lib/domain/wallet/rules.ts',
    take: 'since <= day',
    put: 'day',
    killedBy: [
      TOP_UP_TESTS,
      "presses of two Seoul days in one batch count for their own day's limit",
    ],
  },
  {
    what: 'the balance that the last top-up of a batch leaves',
    file: TOP_UPS,
    take: 'order by user_id, seq desc',
    put: 'order by user_id, seq',
    killedBy: [TOP_UP_TESTS, IN_TURN],
  },
  {
    what: 'keys of refused top-ups given back by a batch that keeps others',
    file: TOP_UPS,
    take: 'refusedOnes)})',
    put: '[])})',
    killedBy: [
      TOP_UP_TESTS,
      'one that is refused gives its key back, though its batch keeps others',
    ],
  },
  {
    what: 'rollback of a batch that keeps nothing',
    file: 'lib/domain/transaction.ts',
    take: 'else await rollback();',
    put: 'else await commit();',
    killedBy: [
      PLACE_TESTS,
      '재고 없음: the order fails, naming every short product, and changes nothing',
    ],
  },
  {
    what: 'one transaction from the locks to the writes of a checkout',
    file: BATCHES,
    after: 'const begin = (sql: ReservedSql) =>',
    take: 'begin;',
    put: 'select 1;',
    killedBy: [RUSH_TESTS, 'one command that the database refuses fails alone in its batch'],
  },
  {
    what: 'rollback of a refusal',
    file: 'lib/domain/transaction.ts',
    take: 'if (!outcome.ok) throw new RolledBack(outcome);',
    killedBy: [OPERATOR_TESTS, 'a correction is judged on the units that have just been left'],
  },
  {
    what: 'keys of the refused given back by a batch that keeps others',
    file: KEYS,
    after: 'delete from idempotency_keys i',
    take: 'and i.xmin = pg_current_xact_id()::xid',
    put: 'and false',
    killedBy: [
      RUSH_TESTS,
      'one UUID of two shoppers in one batch, one refused and one accepted: two keys',
    ],
  },
  {
    what: 'keys of earlier orders kept by a batch that gives others back',
    file: KEYS,
    after: 'delete from idempotency_keys i',
    take: 'and i.xmin = pg_current_xact_id()::xid',
    killedBy: [
      RUSH_TESTS,
      'another request under a spent key leaves that key alone, in a batch that keeps others',
    ],
  },
  {
    what: 'keys of this batch told from those of earlier orders',
    file: KEYS,
    take: 'and xmin <> pg_current_xact_id()::xid',
    killedBy: [PLACE_TESTS, SAME_KEY],
  },
  {
    what: 'commands of a refused batch run again alone',
    file: BATCHES,
    take: 'if (batch.length === 1) return [',
    put: "if (batch) return batch.map(() => ({ status: 'rejected', reason: error })); return [",
    killedBy: [RUSH_TESTS, 'one command that the database refuses fails alone in its batch'],
  },
  {
    what: 'a refused batch is reported',
    file: BATCHES,
    take: "db.report('batch.refused', error);",
    killedBy: [RUSH_TESTS, 'a fault that only a batch has costs nobody an order, and is heard of'],
  },
  {
    what: 'commands of a batch stuck at a lock run again alone',
    file: BATCHES,
    take: 'if (!stuck || hopeless || batch.length === 1)',
    put: 'if (stuck || batch)',
    killedBy: [
      'lib/domain/locks.db.test.ts',
      'goes on while another of its batch wants a product that is held',
    ],
  },
  {
    what: 'cancelled is cancelled: a second cancel repeats the answer',
    file: 'lib/domain/orders/cancel-rules.ts',
    take: "if (order.status === 'cancelled') return 'alreadyCancelled';",
    killedBy: [RUSH_TESTS, 'cancel 5 times at once: one refund, one restock'],
  },
  {
    what: 'Seoul day: of a top-up',
    file: 'lib/domain/seoul-day.ts',
    take: '9 * 3_600_000',
    put: '0 * 3_600_000',
    killedBy: [WALLET_TESTS, "the day's limit counts the Seoul day, under competing presses too"],
  },
  {
    what: 'Seoul day: of a sale in the sales history',
    file: 'lib/domain/orders/batch-write-store.ts',
    take: "at time zone 'Asia/Seoul'",
    put: "at time zone 'UTC'",
    killedBy: [
      'lib/domain/sales/list-popular-products.db.test.ts',
      'the window opens at 00:00 and closes at 23:59:59.999 of the Seoul days',
    ],
  },
];
