/** Shoppers and operators who all act at once, while something goes wrong. */

import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '@/db/client';
import { createRandom, type Random } from '@/db/seed/random';
import { openAccount } from '@/lib/domain/accounts/open-account';
import { quickHash } from '../support/accounts';
import { createFormClient } from '../support/form-client';
import { createHistory, type History } from '../support/history';
import { fillCart, fillWallet, makeCoupon, makeProduct, press, succeeded } from '../support/sample';
import { createOperator } from './operator';
import type { Person, PersonOptions } from './presser';
import { type Assortment, createShopper } from './shopper';

export interface Crowd {
  history: History;
  /** Who acts in the back office. */
  operatorIds: ReadonlySet<number>;
  /** What nobody should have seen. */
  complaints: string[];
  /** Answers to presses, by status; 0: none came. */
  statuses: ReadonlyMap<number, number>;
  /** The longest that a press waited for its answer. */
  slowestMs(): number;
  /** When a press was last acknowledged, of `performance.now()`. */
  lastDoneAt(): number;
  /** The first shopper's `Cookie` header, and the first operator's. */
  cookie: string;
  operatorCookie: string;
  /** Everybody acts, again and again. */
  start(): void;
  /** Nobody begins anything; resolves when everybody waits for a press, or for nothing. */
  hush(): Promise<void>;
  /** How many wait for the answer to a press. */
  pressing(): number;
  /** Everybody finishes what is under way. */
  stop(): Promise<void>;
  /** Presses again whatever is open, until nothing is or patience ends. @returns how many are */
  settle(withinMs: number): Promise<number>;
}

/** Beside any number of shoppers. */
export const OPERATORS = 5;
const PASSWORD = 'pale green celadon';
const OPENING_BALANCE = 5_000_000;
const PLENTY = 1_000_000;
const FEW = 60;
const SPREAD = 12;
const DAY_MS = 86_400_000;
/** After a page that did not come. */
const PAUSE_MS = { least: 20, most: 120 };

/**
 * Opens accounts, fills the shelves, signs everybody in and places an order for each shopper.
 *
 * @param origins instances of the shop; the first signs them in
 * @param size how many shoppers
 * @param chances another crowd with every name
 * @param answersWithinMs whoever gets no answer within it complains
 */
export async function gatherCrowd({
  db,
  origins,
  size,
  seed,
  chances,
  answersWithinMs,
}: {
  db: Database;
  origins: readonly string[];
  size: number;
  seed: number;
  chances: string;
  answersWithinMs: number;
}): Promise<Crowd> {
  const { assortment, productIds } = await fillShelves(db);
  const history = createHistory();
  const complaints: string[] = [];
  const statuses = new Map<number, number>();
  let slowest = 0;
  let doneAt = 0;
  let pressing = 0;
  const passwordHash = quickHash(PASSWORD);
  const come = async (role: 'shopper' | 'admin', name: string) => {
    const account = { email: `${randomUUID()}@example.com`, name: '홍길동', passwordHash, role };
    const { userId } = succeeded(await openAccount(db, account, new Date()));
    if (role === 'shopper') await fillWallet(db, userId, OPENING_BALANCE);
    const http = createFormClient(origins[0] ?? '');
    await http.signIn({ email: account.email, password: PASSWORD });
    const random = createRandom(seed, `${chances} ${name}`);
    return {
      ...{ userId, cookies: http.cookies, origins, history, random, complaints, answersWithinMs },
      onSend: () => {
        pressing += 1;
      },
      onAnswer(told, status, ms) {
        pressing -= 1;
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        slowest = Math.max(slowest, ms);
        if (told.kind === 'acknowledged') doneAt = performance.now();
      },
    } satisfies PersonOptions;
  };
  const shoppers = await Promise.all(
    Array.from({ length: size }, (_, i) => come('shopper', `shopper ${i}`)),
  );
  const operators = await Promise.all(
    Array.from({ length: OPERATORS }, (_, i) => come('admin', `operator ${i}`)),
  );
  const customerIds = shoppers.map(({ userId }) => userId);
  const [productId = 0] = productIds;
  const orders = await Promise.all(
    customerIds.map(async (customerId) => {
      await fillCart(db, customerId, [{ productId, quantity: 2 }]);
      const { couponCode } = assortment;
      const placed = await press(db, customerId, { couponCode, now: new Date(), since: Infinity });
      if (!placed.ok) throw new Error(placed.refusal.code);
      return { orderId: placed.value.orderId, customerId };
    }),
  );
  const people: { person: Person; random: Random }[] = [
    ...shoppers.map((options, i) => ({
      person: createShopper({ ...options, assortment, orderId: orders[i]?.orderId ?? 0 }),
      random: options.random,
    })),
    ...operators.map((options) => ({
      person: createOperator({ ...options, charge: { productIds, customerIds, orders } }),
      random: options.random,
    })),
  ];
  let acting: Promise<unknown>[] = [];
  let busy = 0;
  let going = false;
  return {
    history,
    operatorIds: new Set(operators.map(({ userId }) => userId)),
    complaints,
    statuses,
    slowestMs: () => slowest,
    lastDoneAt: () => doneAt,
    cookie: shoppers[0]?.cookies.header() ?? '',
    operatorCookie: operators[0]?.cookies.header() ?? '',
    start() {
      going = true;
      acting = people.map(async ({ person, random }) => {
        busy += 1;
        while (going) await person.act().catch(() => rest(random));
        busy -= 1;
      });
    },
    async hush() {
      going = false;
      while (busy > pressing) await pause(5);
    },
    pressing: () => pressing,
    async stop() {
      going = false;
      await Promise.all(acting);
    },
    async settle(withinMs) {
      const deadline = performance.now() + withinMs;
      for (;;) {
        const open = await Promise.all(people.map(({ person }) => person.settle()));
        const left = open.reduce((a, b) => a + b, 0);
        if (left === 0 || performance.now() > deadline) return left;
        await pause(PAUSE_MS.most);
      }
    },
  };
}

const rest = (random: Random) => pause(random.int(PAUSE_MS.least, PAUSE_MS.most));

async function fillShelves(
  db: Database,
): Promise<{ assortment: Assortment; productIds: number[] }> {
  const productIds: number[] = [];
  const shelve = async (quantity: number) => {
    const slug = `fault-${randomUUID().slice(0, 8)}`;
    productIds.push(await makeProduct(db, { slug, quantity, price: 1_000 }));
    return slug;
  };
  const now = Date.now();
  const running = { startsAt: new Date(now - DAY_MS), endsAt: new Date(now + DAY_MS) };
  const { code } = await makeCoupon(db, running);
  const spread: string[] = [];
  for (let i = 0; i < SPREAD; i++) spread.push(await shelve(PLENTY));
  const assortment = { hot: await shelve(PLENTY), spread, scarce: await shelve(FEW) };
  return { assortment: { ...assortment, couponCode: code }, productIds };
}
