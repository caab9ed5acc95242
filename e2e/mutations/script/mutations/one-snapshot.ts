import type { Mutation } from '../mutation';

const SNAPSHOT = 'lib/domain/sales/in-one-snapshot.ts';
const TESTS = 'lib/domain/sales/in-one-snapshot.db.test.ts';
const ONE_MOMENT = 'two connections see one moment, and each takes the next read';
const FAILS = 'behind a read that fails none begins, and the others end inside their transaction';

/** What a dashboard's figures are of one moment by, and what keeps its reads off others' connections. */
export const ONE_SNAPSHOT: Mutation[] = [
  {
    what: 'one snapshot: taken over by the second connection',
    file: SNAPSHOT,
    after: "It takes no parameter; the name is the server's own.",
    take: 'await sql.unsafe(',
    put: 'void (',
    killedBy: [TESTS, ONE_MOMENT],
  },
  {
    what: 'one snapshot: kept from the first read to the last',
    file: SNAPSHOT,
    take: 'isolation level repeatable read read only',
    put: 'read only',
    killedBy: [TESTS, ONE_MOMENT],
  },
  {
    what: 'one snapshot: either connection takes the next read',
    file: SNAPSHOT,
    take: 'shareOut([sql, beside])',
    put: 'shareOut([sql])',
    killedBy: [TESTS, ONE_MOMENT],
  },
  {
    what: 'one snapshot: behind a read that fails none begins',
    file: SNAPSHOT,
    take: 'failed ? undefined : waiting.shift()',
    put: 'waiting.shift()',
    killedBy: [TESTS, FAILS],
  },
  {
    what: 'one snapshot: the transactions end after the reads under way',
    file: SNAPSHOT,
    take: 'await ended();',
    put: 'void ended;',
    killedBy: [TESTS, FAILS],
  },
];
