import { randomUUID } from 'node:crypto';
import type { Database } from '@/db/client';
import { topUpWallet } from '@/lib/domain/wallet/top-up-wallet';
import { GENEROUS_LIMITS, succeeded } from '../support/sample';
import { latencyCells, medianRound, pressInTurn, range } from './press';

const ROUNDS = 3;
/** Of as many clients on as many wallets so many top-ups. */
const SCENARIOS = [
  { clients: 1, wallets: 1_000, topUps: 1_000 },
  { clients: 8, wallets: 1_000, topUps: 4_000 },
  { clients: 32, wallets: 1_000, topUps: 8_000 },
  { clients: 32, wallets: 1, topUps: 2_000 },
];

/** Prints how many top-ups a second go through, the median of three rounds. */
export async function benchTopUps(db: Database): Promise<void> {
  console.log('\nclients  wallets  topUpWallet/s   p50 ms   p99 ms');
  for (const { clients, wallets, topUps } of SCENARIOS) {
    const rounds = [];
    for (let round = 0; round < ROUNDS; round++) {
      const userIds = range(1, topUps);
      rounds.push(await pressInTurn((id) => topUp(db, 1 + (id % wallets)), { userIds, clients }));
    }
    const timed = medianRound(rounds, ({ perSecond }) => perSecond);
    const cells = [
      String(clients).padStart(7),
      String(wallets).padStart(8),
      timed.perSecond.toFixed(0).padStart(14),
      ...latencyCells(timed),
    ];
    console.log(cells.join(' '));
  }
}

async function topUp(db: Database, userId: number): Promise<void> {
  const command = { userId, amount: 1_000, idempotencyKey: randomUUID() };
  succeeded(await topUpWallet(db, command, GENEROUS_LIMITS, new Date()));
}
