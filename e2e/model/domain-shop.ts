import { isDeepStrictEqual } from 'node:util';
import { expect } from '@playwright/test';
import { eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { products } from '@/db/schema';
import { addToCart, setCartQuantity } from '@/lib/domain/cart/change-cart';
import { changeStock } from '@/lib/domain/catalog/change-stock';
import { createCoupon } from '@/lib/domain/coupons/create-coupon';
import { switchCoupon } from '@/lib/domain/coupons/switch-coupon';
import { cancelOrder } from '@/lib/domain/orders/cancel-order';
import { fulfilOrder } from '@/lib/domain/orders/fulfil-order';
import { placeOrder } from '@/lib/domain/orders/place-order';
import { getSalesScreen } from '@/lib/domain/sales/get-sales-screen';
import { listPopularProducts } from '@/lib/domain/sales/list-popular-products';
import { adjustWallet } from '@/lib/domain/wallet/adjust-wallet';
import { topUpWallet } from '@/lib/domain/wallet/top-up-wallet';
import { askSales } from '../support/ask-sales';
import { DELIVERY, makeProduct, makeShopper } from '../support/sample';
import type { Command } from './commands';
import { liability, popular, salesFigures } from './oracle-sales';
import { plain } from './plain';
import type { ModelledShop } from './run-model';
import { readShop } from './shop-books';
import { type CouponTerms, dayOf, TOP_UP, type World } from './world';

const CODES = ['ALPHA', 'BETA', 'GAMMA'];

/** Ten to four on a Monday afternoon in Seoul. */
export const START = Date.parse('2026-11-23T15:50:00+09:00');

const LIMITS = {
  minWon: Number(TOP_UP.min),
  maxWon: Number(TOP_UP.max),
  dayWon: Number(TOP_UP.day),
  heldWon: Number(TOP_UP.held),
};

/** Fills an empty database with a few people and things, and the model's world with the same. */
export async function openWorld(
  db: Database,
  {
    shoppers,
    goods,
    now = START,
    openAccount = () => makeShopper(db),
  }: {
    shoppers: number;
    goods: { price: number; quantity: number }[];
    now?: number;
    /** Gives the number of a new shopper with an empty wallet. */
    openAccount?: () => Promise<number>;
  },
): Promise<{ world: World; operator: number }> {
  const operator = await makeShopper(db, { role: 'admin' });
  const world: World = {
    now,
    shoppers: new Map(),
    products: new Map(),
    coupons: new Map(),
    orders: new Map(),
    keys: new Map(),
  };
  for (let i = 0; i < shoppers; i++) {
    world.shoppers.set(await openAccount(), { entries: [], cart: [], boughtInto: null });
  }
  for (const [i, { price, quantity }] of goods.entries()) {
    const names = { nameKo: `물건 ${i}`, nameEn: `Thing ${i}` };
    const delta = BigInt(quantity);
    world.products.set(await makeProduct(db, { price, quantity, ...names }), {
      ...names,
      price: BigInt(price),
      published: true,
      movements: [{ kind: 'opening', delta, orderId: null }],
    });
  }
  return { world, operator };
}

/**
 * The domain's commands on a real PostgreSQL.
 * @param doors pools to spread the commands over, each an instance of the application; one may do
 */
export function domainShop(doors: Database[], cast: World, operator: number): ModelledShop {
  const [db] = doors as [Database];
  let keys = 0;
  let presses = 0;
  let lookedAt = '';
  const [shoppers, goods] = [[...cast.shoppers.keys()], [...cast.products.keys()]];
  return {
    people: {
      operator,
      codes: CODES,
      noCode: 'NOSUCH',
      newKey: () => `00000000-0000-4000-8000-${String(++keys).padStart(12, '0')}`,
    },
    ownClock: true,
    async prepare(command) {
      return {
        command,
        async press(now) {
          const door = doors[presses++ % doors.length] as Database;
          const answer = await act(door, command, new Date(now));
          const orderId =
            command.do === 'checkOut' && answer.ok
              ? (answer.value as { orderId: number }).orderId
              : null;
          return {
            command,
            said: answer,
            orderId,
            fits: (predicted) => isDeepStrictEqual(plain(predicted), answer),
            nothingDone: !answer.ok && answer.refusal.code === 'BUSY',
          };
        },
      };
    },
    books: () => readShop(db, { shoppers, operator, products: goods, codes: CODES }),
    async look(world, last) {
      const sales = JSON.stringify(plain([...world.orders.values(), dayOf(world.now)]));
      if (sales === lookedAt && !last) return;
      lookedAt = sales;
      await lookAtSales(db, world);
    },
  };
}

type Said =
  | { ok: true; value: unknown; replayed: boolean }
  | { ok: false; refusal: { code: string } };

/** Does a command through the domain. */
export async function act(db: Database, command: Command, now: Date): Promise<Said> {
  switch (command.do) {
    case 'topUp': {
      const { userId, key, amount } = command;
      const topUp = { userId, amount: Number(amount), idempotencyKey: key };
      return topUpWallet(db, topUp, LIMITS, now);
    }
    case 'setCart':
    case 'addToCart': {
      const { userId, productId, quantity } = command;
      const line = { owner: { userId }, productId, quantity: Number(quantity) };
      return command.do === 'setCart' ? setCartQuantity(db, line, now) : addToCart(db, line, now);
    }
    case 'checkOut': {
      const { userId, key, code, shownTotal, acceptedSubtotal } = command;
      const press = {
        userId,
        idempotencyKey: key,
        couponCode: code,
        confirmedTotal: Number(shownTotal),
        confirmedSubtotal: acceptedSubtotal === null ? null : Number(acceptedSubtotal),
        delivery: DELIVERY,
      };
      return placeOrder(db, press, now);
    }
    case 'cancel': {
      const { orderId, userId, role } = command;
      return cancelOrder(db, { orderId, actor: { userId, role } }, now);
    }
    case 'fulfil':
      return fulfilOrder(db, { orderId: command.orderId, actorUserId: command.userId }, now);
    case 'changeStock': {
      const { productId, kind, delta, userId, key } = command;
      const change = { productId, kind, delta: Number(delta), reason: '세어 봤어요' };
      return changeStock(db, { ...change, actorUserId: userId, idempotencyKey: key }, now);
    }
    case 'adjust': {
      const { customerId, amount, shown, userId, key } = command;
      const adjustment = { customerId, amount: Number(amount), shownBalance: Number(shown) };
      return adjustWallet(
        db,
        { ...adjustment, reason: '세어 봤어요', actorUserId: userId, idempotencyKey: key },
        { mostWon: LIMITS.maxWon, heldWon: LIMITS.heldWon },
        now,
      );
    }
    case 'createCoupon': {
      const outcome = await createCoupon(
        db,
        asTyped(command.code, command.terms),
        command.userId,
        now,
      );
      // Numbers of coupons are the shop's to choose.
      return outcome.ok ? { ...outcome, value: {} } : outcome;
    }
    case 'switchCoupon': {
      const { code, enabled, userId } = command;
      const found = await db.orm.query.coupons.findFirst({ where: (c) => eq(c.code, code) });
      return switchCoupon(db, { couponId: found?.id ?? 0, enabled, actorUserId: userId }, now);
    }
    case 'price':
    case 'publish': {
      const change =
        command.do === 'price'
          ? { price: Number(command.price) }
          : { published: command.published };
      await db.orm.update(products).set(change).where(eq(products.id, command.productId));
      return { ok: true, value: null, replayed: false };
    }
  }
}

const orNull = (value: bigint | null) => (value === null ? null : Number(value));

/** A coupon as its form gives it. */
function asTyped(code: string, terms: CouponTerms) {
  const { kind, size, cap, minimum, perShopper, total, startsAt, endsAt } = terms;
  return {
    code,
    kind,
    percent: kind === 'percent' ? Number(size) : null,
    amount: kind === 'fixed' ? Number(size) : null,
    cap: orNull(cap),
    minSubtotal: Number(minimum),
    perShopperLimit: orNull(perShopper),
    totalLimit: orNull(total),
    claimLimit: null,
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    enabled: true,
  };
}

/** Popular products and the sales screen against the model's own count. */
async function lookAtSales(db: Database, world: World): Promise<void> {
  const now = new Date(world.now);
  const lists = [1, 3].map(async (days) => {
    const { products: listed } = await listPopularProducts(db, { days, limit: 3 }, now);
    const shown = listed.map(({ id, rank, units, revenue, quantity }) => ({
      id,
      rank,
      units,
      revenue,
      quantity,
    }));
    expect(shown, `popular in ${days} days`).toEqual(plain(popular(world, days, 3)));
  });
  const screens = (['today', '7d'] as const).map(async (range) => {
    for (const live of [true, false]) {
      const screen = await getSalesScreen(db, askSales({ range }, now), { asOf: now, live }, db);
      const { opening, closing } = screen.wallet;
      expect(screen.figures, `sales of ${range}`).toEqual(plain(salesFigures(world, range)));
      expect({ opening, closing }, `liability of ${range}`).toEqual(plain(liability(world, range)));
    }
  });
  await Promise.all([...lists, ...screens]);
}
