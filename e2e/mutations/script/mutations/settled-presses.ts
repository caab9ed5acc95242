import type { Mutation } from '../mutation';

const DRIVER = 'node_modules/postgres/src';
const TRANSACTION = 'lib/domain/transaction.ts';
const TRANSACTION_TESTS = 'lib/domain/transaction.db.test.ts';
const BATCHES = 'lib/domain/keyed-batches.ts';
const TESTS = 'lib/domain/orders/settled-presses.db.test.ts';
const CLOSING_TESTS = 'lib/domain/accounts/close-account.db.test.ts';
const PATIENCE_TESTS = 'db/patience.db.test.ts';
const LOST_TESTS = 'db/lost-connection.db.test.ts';
const CROWDED = 'nobody waits for a connection for long, nor in a crowd';
const STANDS = 'an order stands, whatever becomes of the record of those refused beside it';

/** What a press may be told when the database forgets, refuses or takes its time; the driver's part first. */
export const SETTLED_PRESSES: Mutation[] = [
  {
    what: 'driver patch: a silent server is given up',
    file: `${DRIVER}/connection.js`,
    take: 'options.answer_timeout',
    put: 'null',
    killedBy: [
      PATIENCE_TESTS,
      'a server that went silent is given up, and the pool opens a new connection',
    ],
  },
  {
    what: 'driver patch: the longest wait for a connection',
    file: `${DRIVER}/index.js`,
    take: 'wait_timeout && setTimeout',
    put: 'false && setTimeout',
    killedBy: [PATIENCE_TESTS, CROWDED],
  },
  {
    what: 'driver patch: the most who wait for a connection',
    file: `${DRIVER}/index.js`,
    take: 'queries.length >= max_waiting',
    put: 'false',
    killedBy: [PATIENCE_TESTS, CROWDED],
  },
  {
    what: 'driver patch: nobody is put behind the statement of another',
    file: `${DRIVER}/index.js`,
    take: 'busy.length && !options.wait_timeout',
    put: 'busy.length',
    killedBy: [
      PATIENCE_TESTS,
      'nobody waits behind the statement of another for longer than that either',
    ],
  },
  {
    what: 'driver patch: what was under way on a lost connection is forgotten with it',
    file: `${DRIVER}/connection.js`,
    after: 'initial && errored(Errors.connection(',
    take: 'query = results = errorResponse = null',
    killedBy: [
      LOST_TESTS,
      'a transaction whose backend dies in the middle of a statement leaves nothing and harms nobody',
    ],
  },
  {
    what: 'driver patch: a forgotten statement is run again alone, or not at all',
    file: `${DRIVER}/connection.js`,
    take: 'sent.length || status !== 73',
    put: 'false',
    killedBy: [
      LOST_TESTS,
      'a statement that the server forgot is not run again behind what was sent after it',
    ],
  },
  {
    what: 'BEGIN that cannot be missing',
    file: TRANSACTION,
    after: 'const opened = () =>',
    take: '.simple()',
    killedBy: [
      TESTS,
      'a checkout whose "insert into idempotency_keys" the server forgot is made once, and whole',
    ],
  },
  {
    what: 'busy: whoever waited for its own key does not know',
    file: TRANSACTION,
    take: "kind === 'busy' && waitedForKey(error)",
    put: "kind === 'busy' && !waitedForKey",
    killedBy: [
      TESTS,
      'of its own key, held too long by another press, nobody is told that nothing was done',
    ],
  },
  {
    what: 'busy: whoever waited for a key with others, and had no turn alone',
    file: BATCHES,
    take: 'untried = told[0] ?? untried;',
    killedBy: [
      TESTS,
      'of a hundred such keys too, though patience ends before each has had its turn alone',
    ],
  },
  {
    what: "busy: found on the cause, under drizzle's error",
    file: TRANSACTION,
    after: 'function waitedForKey',
    take: 'e = e.cause',
    put: 'e = null',
    killedBy: [
      TESTS,
      'of its own key, held too long by another press, nobody is told that nothing was done',
    ],
  },
  {
    what: 'COMMIT that follows no write which could not be built',
    file: TRANSACTION,
    take: 'await Promise.race([written, endOfTurn()]);',
    killedBy: [
      TRANSACTION_TESTS,
      'a write that cannot be built takes the keys of its transaction with it',
    ],
  },
  {
    what: 'retry: a bug after an unknown says that nobody knows',
    file: TRANSACTION,
    take: 'if (!maybeDone) throw error;',
    put: 'throw error;',
    killedBy: [
      TRANSACTION_TESTS,
      'a bug after a lost connection is reported, and nobody says that nothing was done',
    ],
  },
  {
    what: 'too old: a checkout',
    file: BATCHES,
    take: 'isTooOld(request.since, performance.now())',
    put: 'false',
    killedBy: [TESTS, 'a checkout, alone of its batch, and its key is free'],
  },
  {
    what: 'too old: a top-up',
    file: BATCHES,
    take: 'isTooOld(request.since, performance.now())',
    put: 'false',
    killedBy: [TESTS, 'a top-up'],
  },
  {
    what: 'too old: a cancel or an adjustment',
    file: TRANSACTION,
    take: 'isTooOld(since, performance.now())',
    put: 'false',
    killedBy: [TESTS, 'a cancel'],
  },
  {
    what: 'too old: a restock',
    file: 'lib/domain/catalog/change-stock.ts',
    take: '{ settlesByKey: true, since }',
    put: '{ settlesByKey: true }',
    killedBy: [TESTS, 'a restock'],
  },
  {
    what: 'too old: an order being sent',
    file: 'lib/domain/orders/fulfil-order.ts',
    take: '{ settlesByKey: true, since }',
    put: '{ settlesByKey: true }',
    killedBy: [TESTS, 'an order being sent'],
  },
  {
    what: 'coupon counter: none locked, no coupon',
    file: 'lib/domain/orders/batch-load-store.ts',
    take: 'counters.get(row.id);',
    put: 'counters.get(row.id) ?? { coupon_id: row.id, used: 0, total_limit: null, claim_limit: null };',
    killedBy: [
      'lib/domain/locks.db.test.ts',
      'takes no coupon that came into being behind its locks',
    ],
  },
  {
    what: 'lock order: the account of a cancel',
    file: 'lib/domain/orders/cancel-order.ts',
    take: 'await holdOwner(tx, orderId);',
    killedBy: [
      CLOSING_TESTS,
      'a cancel lets the closing of the account go first, with neither order nor wallet in hand',
    ],
  },
  {
    what: 'lock order: the account of an adjustment',
    file: 'lib/domain/wallet/adjust-wallet.ts',
    take: 'await holdAccount(tx, customerId);',
    killedBy: [
      CLOSING_TESTS,
      'an adjustment lets the closing of the account go first, without the wallet in hand',
    ],
  },
  {
    what: 'refused presses: an order waits for no record of them',
    file: BATCHES,
    take: 'const recorded = behind',
    put: 'const recorded = await behind',
    killedBy: [TESTS, STANDS],
  },
  {
    what: 'refused presses: a record that fails turns nothing around',
    file: 'lib/domain/orders/attempt-store.ts',
    take: ".catch((error: unknown) => db.report('attempts.unrecorded', error))",
    killedBy: [TESTS, STANDS],
  },
  {
    what: 'refused presses: a hundred a shopper and day',
    file: 'lib/domain/orders/attempt-store.ts',
    take: 'MOST_A_DAY = 100',
    put: 'MOST_A_DAY = 1_000',
    killedBy: [
      TESTS,
      'a hundred refused presses of one shopper in 24 hours are recorded, and no more',
    ],
  },
];
