import type { Edit, Mutation } from '../mutation';

const TRANSACTION = 'lib/domain/transaction.ts';
const TESTS = 'lib/domain/transaction.db.test.ts';
const CODE_TESTS = 'lib/domain/failure-kind.unit.test.ts';
const LOST_TESTS = 'db/lost-connection.db.test.ts';

const LOOKING_AT_THE_DRIVER: Edit = {
  file: 'db/client.ts',
  after: 'createDatabase(options: DatabaseOptions): Database {',
  take: 'requirePatchedDriver();',
  put: 'void requirePatchedDriver;',
};

/** What happens when the database fails (protocol.md: fact 1, Retry). */
export const LOST_CONNECTIONS: Mutation[] = [
  {
    what: 'driver patch: nothing of a lost transaction reaches another',
    ...LOOKING_AT_THE_DRIVER,
    publishedDriver: true,
    killedBy: [
      LOST_TESTS,
      'a callback that goes on after the loss cannot reach another transaction',
    ],
  },
  {
    what: 'driver patch: the look at it before the first statement',
    ...LOOKING_AT_THE_DRIVER,
    killedBy: ['db/client.db.test.ts', 'a driver without db/patches is refused before it is used'],
  },
  {
    what: 'retry: surely aborted, again',
    file: TRANSACTION,
    take: 'const MOST_ABORTED_TRIES = 3;',
    put: 'const MOST_ABORTED_TRIES = 0;',
    killedBy: [TESTS, 'what was surely aborted runs again, three times at most'],
  },
  {
    what: 'retry: surely aborted, three times at most',
    file: TRANSACTION,
    take: 'tries > MOST_ABORTED_TRIES',
    put: 'tries < MOST_ABORTED_TRIES - 3',
    killedBy: [TESTS, 'what was surely aborted runs again, three times at most'],
  },
  {
    what: 'retry: never started, again',
    file: TRANSACTION,
    take: "if (kind === 'bug')",
    put: "if (kind === 'bug' || kind === 'neverStarted')",
    killedBy: [TESTS, 'what never started runs again, with a key or without'],
  },
  {
    what: 'retry: unknown, again with its key',
    file: TRANSACTION,
    take: "kind === 'unknown' && !settlesByKey",
    put: "kind === 'unknown'",
    killedBy: [TESTS, 'with a key a lost connection runs again; without one somebody has to look'],
  },
  {
    what: 'retry: unknown, not again without a key',
    file: TRANSACTION,
    take: "kind === 'unknown' && !settlesByKey",
    put: "kind === 'unknown' && tries < 0",
    killedBy: [TESTS, 'with a key a lost connection runs again; without one somebody has to look'],
  },
  {
    what: 'retry: after an unknown nobody says that nothing was done',
    file: TRANSACTION,
    take: "maybeDone ||= kind === 'unknown';",
    killedBy: [TESTS, 'after a lost connection nobody says that nothing was done'],
  },
  {
    what: 'retry: busy, answered at once',
    file: TRANSACTION,
    take: "kind === 'busy' || kind === 'full'",
    put: "kind === 'full'",
    killedBy: [TESTS, 'a lock that stays taken is answered at once: nothing was done'],
  },
  {
    what: 'retry: no disk or memory, answered at once',
    file: TRANSACTION,
    take: "kind === 'busy' || kind === 'full'",
    put: "kind === 'busy'",
    killedBy: [TESTS, 'a database out of reach is told from a busy one'],
  },
  ...[
    ["'40P01': 'aborted'", 'surely aborted'],
    ["ECONNREFUSED: 'neverStarted'", 'never started'],
    ["CONNECTION_CLOSED: 'unknown'", 'unknown'],
    ["'53100': 'full'", 'full'],
    ["'55P03': 'busy'", 'busy'],
  ].map(
    ([take = '', kind]): Mutation => ({
      what: `failure codes: ${take.split(':')[0]} is ${kind}`,
      file: TRANSACTION,
      take,
      put: take.replace(/: .*/, ": 'bug'"),
      killedBy: [CODE_TESTS, 'each code of the protocol says what became of its transaction'],
    }),
  ),
  {
    what: "failure codes: found on the cause, under drizzle's error",
    file: TRANSACTION,
    after: 'function failureKind',
    take: 'e = e.cause',
    put: 'e = null',
    killedBy: [CODE_TESTS, "the code is found under drizzle's own error"],
  },
];
