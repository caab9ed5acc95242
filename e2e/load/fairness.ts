import type { Database } from '@/db/client';
import { fillCarts } from './checkout-shop';
import { medianRound, pay, percentile, pressInTurn, range, type Timed } from './press';

const FLOOD_CLIENTS = 32;
const PRESSES = 400;
const ROUNDS = 3;
/** The flood's shoppers come first, then those who buy something else, alone. */
const OTHERS_FROM = 15_001;
const OTHER_PRODUCTS = 1_000;

/**
 * How long a checkout takes while 32 clients want one other product, against the same checkout in a
 * quiet shop. Prints the median of three rounds.
 */
export async function compareFairness(db: Database): Promise<void> {
  const rounds: { quiet: Timed; flooded: Timed; flood: Timed }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const quiet = await others(db);
    await refill(db);
    let over = false;
    const [flooded, flood] = await Promise.all([
      pressOthers(db).finally(() => {
        over = true;
      }),
      pressInTurn((id) => pay(db, id, 1), {
        userIds: range(1, OTHERS_FROM - 1),
        clients: FLOOD_CLIENTS,
        until: () => over,
      }),
    ]);
    rounds.push({ quiet, flooded, flood });
  }
  const slowdown = ({ quiet, flooded }: (typeof rounds)[number]) =>
    percentile(flooded, 0.5) / percentile(quiet, 0.5);
  const { quiet, flooded, flood } = medianRound(rounds, slowdown);
  const ms = (timed: Timed) =>
    `p50 ${percentile(timed, 0.5).toFixed(1)} ms, p99 ${percentile(timed, 0.99).toFixed(1)} ms`;
  console.log(
    `\nfairness: alone ${ms(quiet)}; beside ${flood.perSecond.toFixed(0)} orders/s of one other product ` +
      `${ms(flooded)}: ${slowdown({ quiet, flooded, flood }).toFixed(2)} × (aim < 3 ×)`,
  );
}

async function others(db: Database): Promise<Timed> {
  await refill(db);
  return pressOthers(db);
}

/** Everybody wants product 1, but for those who buy something else. */
async function refill(db: Database): Promise<void> {
  await fillCarts(db, 1);
  await fillCarts(db, OTHER_PRODUCTS, OTHERS_FROM);
}

const pressOthers = (db: Database) =>
  pressInTurn((id) => pay(db, id, OTHER_PRODUCTS), {
    userIds: range(OTHERS_FROM, OTHERS_FROM + PRESSES - 1),
    clients: 1,
  });
