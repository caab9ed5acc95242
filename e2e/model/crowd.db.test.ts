/**
 * Many clients at two instances with nobody waiting for anybody: too many at once to search for an
 * order of them, so each client's word is checked against the books (protocol.md: Invariants, 12).
 */

import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { createDatabase, type Database } from '@/db/client';
import { addToCart } from '@/lib/domain/cart/change-cart';
import { cancelOrder } from '@/lib/domain/orders/cancel-order';
import { fulfilOrder } from '@/lib/domain/orders/fulfil-order';
import { topUpWallet } from '@/lib/domain/wallet/top-up-wallet';
import { openBooks } from '../support/books';
import { checkHistory, describeCounts } from '../support/check-history';
import { expect, test } from '../support/db-test';
import { expectInvariants } from '../support/expect-invariants';
import { createHistory, type History, type KeyedPress, type ShownResult } from '../support/history';
import {
  GENEROUS_LIMITS,
  makeCoupon,
  makeProduct,
  makeShopper,
  NOON,
  press,
} from '../support/sample';
import { inTime, modelSettings } from './settings';

const CLIENTS = 16;
const SHOPPERS = 6;
const PRODUCTS = 2;
const UNITS = 60;

/** One turn of a client: what it presses, and how often at the same moment. */
const turn = fc.record(
  {
    does: fc.constantFrom('topUp', 'buy', 'buy', 'buy', 'cancel', 'cancelForThem', 'fulfil'),
    who: fc.nat({ max: SHOPPERS - 1 }),
    what: fc.nat({ max: PRODUCTS - 1 }),
    withCoupon: fc.boolean(),
    times: fc.constantFrom(1, 1, 1, 2, 3),
    /** The answer is lost on the way: the same press goes out again. */
    lost: fc.boolean(),
  },
  { noNullPrototype: true },
);
type Turn = typeof turn extends fc.Arbitrary<infer T> ? T : never;

const crowd = fc.array(fc.array(turn, { minLength: 3, maxLength: 8, size: 'max' }), {
  minLength: CLIENTS,
  maxLength: CLIENTS,
});

type Said =
  | { ok: true; value: ShownResult; replayed: boolean }
  | { ok: false; refusal: { code: string; orderId?: number } };

/** Presses, writes down what was said, and asks again where the answer was lost. */
async function say(
  history: History,
  asked: KeyedPress,
  { times, lost }: Turn,
  send: (nth: number) => Promise<Said>,
): Promise<void> {
  const once = async (nth: number, isLost: boolean) => {
    const told = history.sent(asked);
    const said = await send(nth);
    if (isLost) told({ kind: 'unknown' });
    else if (said.ok) told({ kind: 'acknowledged', result: said.value, replayed: said.replayed });
    else if (said.refusal.code === 'ALREADY_ORDERED') {
      told({ kind: 'shown', orderId: said.refusal.orderId ?? 0 });
    } else told({ kind: 'refused', code: said.refusal.code });
  };
  await Promise.all(Array.from({ length: times }, (_, nth) => once(nth, lost)));
  if (lost) await once(0, false);
}

test('a crowd at two instances: every acknowledged press stands once, every refused one not at all', async ({
  db,
  workerDatabase,
}) => {
  const settings = modelSettings(4);
  test.setTimeout(60_000 + settings.numRuns * 10_000);
  const doors = [db, createDatabase({ url: workerDatabase.url('app'), max: 10 })];
  const lines: string[] = [];
  const story = fc.asyncProperty(
    crowd,
    inTime(async (clients) => {
      await workerDatabase.empty();
      const shop = await fill(db);
      const before = await openBooks(db);
      const history = createHistory();
      await Promise.all(
        clients.map(async (turns, i) => {
          for (const one of turns) await takeTurn(doors, i, one, shop, history);
        }),
      );
      await expectInvariants(db);
      const { contradictions, counts } = checkHistory(history, before, await openBooks(db));
      expect(contradictions).toEqual([]);
      lines.push(describeCounts(counts));
    }),
  );
  await fc.assert(story, settings);
  await doors[1]?.close();
  process.stdout.write(`model crowd: seed ${settings.seed}\n  ${lines.join('\n  ')}\n`);
});

/** Little of everything, so that much is refused. */
async function fill(db: Database) {
  const shoppers: number[] = [];
  for (let i = 0; i < SHOPPERS; i++) shoppers.push(await makeShopper(db, { balance: 15_000 }));
  const products: number[] = [];
  for (let i = 0; i < PRODUCTS; i++) {
    products.push(await makeProduct(db, { price: 2_500 + i, quantity: UNITS }));
  }
  const { code } = await makeCoupon(db, { perShopperLimit: 2, totalLimit: 8 });
  const operatorId = await makeShopper(db, { role: 'admin' });
  return { shoppers, operatorId, products, code };
}

async function takeTurn(
  doors: Database[],
  client: number,
  one: Turn,
  { shoppers, operatorId, products, code }: Awaited<ReturnType<typeof fill>>,
  history: History,
): Promise<void> {
  const door = (nth: number) => doors[(client + nth) % doors.length] as Database;
  const userId = shoppers[one.who] as number;
  const key = randomUUID();
  if (one.does === 'topUp') {
    const topUp = { userId, amount: 5_000, idempotencyKey: key };
    await say(
      history,
      { userId, action: 'top_up', key, request: topUp.amount },
      one,
      async (nth) => {
        const said = await topUpWallet(door(nth), topUp, GENEROUS_LIMITS, NOON);
        if (!said.ok) return said;
        const { balanceBefore: _, ...value } = said.value;
        return { ...said, value };
      },
    );
    return;
  }
  if (one.does !== 'buy') {
    const [order] = await door(0).sql<{ id: number }[]>`
      select id from orders where user_id = ${userId} order by id desc limit 1`;
    if (!order) return;
    const orderId = order.id;
    const asked = { key: String(orderId), request: null };
    const ofOperator = { ...asked, userId: operatorId };
    if (one.does === 'fulfil') {
      await say(history, { ...ofOperator, action: 'fulfil' }, one, async (nth) => {
        const said = await fulfilOrder(door(nth), { orderId, actorUserId: operatorId }, NOON);
        return said.ok ? { ...said, value: { orderId } } : said;
      });
    } else if (one.does === 'cancelForThem') {
      const actor = { userId: operatorId, role: 'admin' } as const;
      await say(history, { ...ofOperator, action: 'cancel' }, one, async (nth) => {
        const said = await cancelOrder(door(nth), { orderId, actor }, NOON);
        return said.ok ? { ...said, value: { ...said.value, customerId: userId } } : said;
      });
    } else {
      const actor = { userId, role: 'shopper' } as const;
      await say(history, { ...asked, userId, action: 'cancel' }, one, (nth) =>
        cancelOrder(door(nth), { orderId, actor }, NOON),
      );
    }
    return;
  }
  const productId = products[one.what] as number;
  await addToCart(door(0), { owner: { userId }, productId, quantity: 1 }, NOON);
  const couponCode = one.withCoupon ? code : null;
  const asked = { userId, action: 'checkout', key, request: couponCode } as const;
  await say(history, asked, one, (nth) =>
    press(door(nth), userId, { idempotencyKey: key, couponCode }),
  );
}
