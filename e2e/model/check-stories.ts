import { test } from '@playwright/test';
import fc from 'fast-check';
import type { Database } from '@/db/client';
import { expectInvariants } from '../support/expect-invariants';
import { domainShop, openWorld, START } from './domain-shop';
import { story } from './plan';
import { runModel } from './run-model';
import { inTime, modelSettings } from './settings';
import { createTally } from './tally';

/**
 * Plays stories against the domain on an emptied database each, with the invariants after every one,
 * and prints the seed with what was answered. A failure prints the smallest story that fails.
 */
export async function checkStories(
  name: string,
  {
    doors,
    empty,
    shoppers,
    goods,
    length,
    wishes,
    shortRuns,
  }: {
    /** Pools that the commands are spread over. */
    doors: Database[];
    empty: () => Promise<void>;
    shoppers: number;
    goods: { price: number; quantity: number }[];
    /** Moments of a story at most. */
    length: number;
    /** Wishes of a moment. */
    wishes: { min: number; max: number };
    shortRuns: number;
  },
): Promise<void> {
  const settings = modelSettings(shortRuns);
  // A story takes well under a second; on a busy machine, and when it shrinks, more.
  test.setTimeout(60_000 + settings.numRuns * 4_000);
  const [db] = doors as [Database];
  const tally = createTally();
  await fc.assert(
    fc.asyncProperty(
      story(START, { length, wishes }),
      inTime(async (moments) => {
        await empty();
        const { world: begin, operator } = await openWorld(db, { shoppers, goods });
        const shop = domainShop(doors, begin, operator);
        const { world, answers } = await runModel(shop, begin, moments);
        tally.add(answers, [...world.orders.values()]);
        await expectInvariants(db);
      }),
    ),
    settings,
  );
  process.stdout.write(`model ${name}: seed ${settings.seed}, ${tally.inWords()}\n`);
}
