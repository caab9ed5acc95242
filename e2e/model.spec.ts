/** The model's stories in the built application: real forms over HTTP, and two instances at once. */

import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Database } from '@/db/client';
import { openWorld } from './model/domain-shop';
import { story } from './model/plan';
import { runModel } from './model/run-model';
import { servedShop } from './model/served-shop';
import { inTime, modelSettings } from './model/settings';
import { createTally } from './model/tally';
import { expectInvariants } from './support/expect-invariants';
import { createFormClient, type FormClient } from './support/form-client';
import { type Shop, startShop } from './support/shop';
import { makeAccount, test } from './support/shopping';

/** A story's own shoppers, signed in at every instance, its own products and coupons. */
async function openStory(db: Database, origins: string[]) {
  const shoppers = new Map<number, FormClient[]>();
  const openAccount = async () => {
    const account = await makeAccount(db);
    const [first = '', ...others] = origins;
    const client = createFormClient(first);
    await client.signIn(account);
    const { cookies } = client;
    shoppers.set(account.id, [client, ...others.map((o) => createFormClient(o, { cookies }))]);
    return account.id;
  };
  const goods = [
    { price: 10_000, quantity: 30 },
    { price: 3_333, quantity: 6 },
  ];
  const { world, operator } = await openWorld(db, {
    shoppers: 2,
    goods,
    now: Date.now(),
    openAccount,
  });
  const found = await db.orm.query.products.findMany({ columns: { id: true, slug: true } });
  const slugs = new Map(
    found.filter(({ id }) => world.products.has(id)).map(({ id, slug }) => [id, slug]),
  );
  const mark = randomUUID().slice(0, 8).toUpperCase();
  const codes = ['A', 'B', 'C'].map((letter) => `${letter}-${mark}`);
  return { shop: servedShop({ db, shoppers, slugs, operator, codes }), world };
}

async function checkStories(
  name: string,
  db: Database,
  shops: Pick<Shop, 'url'>[],
  { length, most, shortRuns }: { length: number; most: number; shortRuns: number },
): Promise<void> {
  const settings = modelSettings(shortRuns);
  test.setTimeout(120_000 + settings.numRuns * 20_000);
  const tally = createTally();
  const stories = story(Date.now(), { length, wishes: { min: most > 1 ? 2 : 1, max: most } });
  await fc.assert(
    fc.asyncProperty(
      stories,
      inTime(async (moments) => {
        const { shop, world: begin } = await openStory(
          db,
          shops.map(({ url }) => url),
        );
        const { world, answers } = await runModel(shop, begin, moments);
        tally.add(answers, [...world.orders.values()]);
        await expectInvariants(db);
      }),
    ),
    // The story as it was told: telling smaller ones over HTTP would take longer than anybody waits.
    { ...settings, endOnFailure: true },
  );
  process.stdout.write(`model ${name}: seed ${settings.seed}, ${tally.inWords()}\n`);
}

test('forms pressed one after the other get the answers that the model predicts', async ({
  db,
  shop,
}) => {
  await checkStories('over HTTP', db, [shop], { length: 12, most: 1, shortRuns: 4 });
});

test('forms pressed at the same time at two instances are explained by some order', async ({
  db,
  shop,
}) => {
  const second = await startShop(new URL(shop.databaseUrl).pathname.slice(1));
  await checkStories('over HTTP, at once', db, [shop, second], {
    length: 4,
    most: 5,
    shortRuns: 4,
  });
  await second.stop();
});
