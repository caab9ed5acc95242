import type { Database } from '@/db/client';
import { changeStock } from '@/lib/domain/catalog/change-stock';
import { discountOf } from '@/lib/domain/coupons/rules';
import { switchCoupon } from '@/lib/domain/coupons/switch-coupon';
import { cancelOrder } from '@/lib/domain/orders/cancel-order';
import { placeOrder } from '@/lib/domain/orders/place-order';
import type { Clerks } from '../clerks/clerks';
import { inParallel } from '../in-parallel';
import { must } from '../must';
import type { SamplePerson } from '../people';
import { createRandom, type Random } from '../random';
import type { SampleCoupon } from '../sample-coupons';
import { type Calendar, FULFIL_HOUR, OFFICE_MS, type Shift } from './calendar';
import { fillCarts } from './fill-carts';
import type { Restock, StockPlan } from './plan-stock';
import type { PlannedProduct, Visit } from './plan-visits';

/** What has been planned, and the numbers that the database gave to those in it. */
export interface History {
  calendar: Calendar;
  visits: Visit[];
  stockPlan: StockPlan;
  products: PlannedProduct[];
  coupons: SampleCoupon[];
  people: SamplePerson[];
  productIds: number[];
  userIds: number[];
  couponIds: Map<string, number>;
  adminId: number;
  seed: number;
}

export interface Played {
  orders: number;
  cancelled: number;
  /** Refused presses of the pay button, by reason. */
  refused: Record<string, number>;
}

const AT_ONCE = 6;
const MINUTE_MS = 60_000;
const TOP_UP_STEP = 10_000;
const MOST_A_TOP_UP = 1_000_000;
const DAYS_TO_DELIVER = 2;
const DAY_MS = 86_400_000;

/**
 * Plays the history shift by shift, so that each row carries its instant and follows what caused it:
 * first the office (deliveries, cancellations, parcels), then the presses that fail, the top-ups, and
 * the orders, which travel in the domain's own batches.
 */
export async function playHistory(
  db: Database,
  history: History,
  clerks: Clerks,
  onShift: (played: Played) => Promise<void> = async () => {},
): Promise<Played> {
  const random = createRandom(history.seed, 'play');
  const played: Played = { orders: 0, cancelled: 0, refused: {} };
  const toCancel: { at: number; orderId: number; userId: number }[] = [];
  const toFulfil: { placedAt: number; orderId: number; cancelled: boolean }[] = [];
  let next = 0;
  for (const shift of history.calendar.shifts) {
    await receiveDeliveries(db, history, shift, random);
    await switchCoupons(db, history, shift);
    const due = takeWhere(toCancel, ({ at }) => at < shift.from + OFFICE_MS);
    await inParallel(due, AT_ONCE, async ({ at, orderId, userId }) => {
      const actor = { userId, role: 'shopper' } as const;
      must('a cancellation', await cancelOrder(db, { orderId, actor }, new Date(at)));
    });
    played.cancelled += due.length;
    if (shift.hour === FULFIL_HOUR) {
      const before = shift.from - DAYS_TO_DELIVER * DAY_MS;
      const ready = takeWhere(toFulfil, ({ placedAt }) => placedAt < before);
      const parcels = ready.filter(({ cancelled }) => !cancelled);
      const at = () => new Date(shift.from + random.int(0, OFFICE_MS - 1));
      const orders = parcels.map(({ orderId }) => ({ orderId, at: at() }));
      await clerks.fulfil(db, orders, history.adminId);
    }

    const visits: Visit[] = [];
    for (; (history.visits[next]?.at ?? Infinity) < shift.to; next++) {
      visits.push(history.visits[next] as Visit);
    }
    const orderIds = await receiveVisits(db, { history, visits, clerks, random, played });
    for (const [visit, orderId] of orderIds) {
      const { at, cancelAt } = visit;
      const userId = userOf(history, visit);
      if (cancelAt !== null) toCancel.push({ at: cancelAt, orderId, userId });
      toFulfil.push({ placedAt: at, orderId, cancelled: cancelAt !== null });
    }
    played.orders += orderIds.size;
    await onShift(played);
  }
  return played;
}

async function receiveDeliveries(
  db: Database,
  { stockPlan, productIds, adminId }: History,
  shift: Shift,
  random: Random,
): Promise<void> {
  const arrived = stockPlan.restocks.filter(({ shiftFrom }) => shiftFrom === shift.from);
  const commands = arrived.map(({ product, delta }: Restock) => ({
    productId: productIds[product] ?? 0,
    kind: 'restock' as const,
    delta,
    reason: '정기 입고',
    actorUserId: adminId,
    idempotencyKey: random.uuid(),
    at: new Date(shift.from + random.int(0, OFFICE_MS - 1)),
  }));
  await inParallel(commands, AT_ONCE, async ({ at, ...command }) => {
    must('a delivery', await changeStock(db, command, at));
  });
}

async function switchCoupons(
  db: Database,
  { coupons, couponIds, adminId }: History,
  shift: Shift,
): Promise<void> {
  for (const { terms, switchedOffDay } of coupons) {
    if (switchedOffDay !== shift.day || shift.hour !== 0) continue;
    const couponId = couponIds.get(terms.code) ?? 0;
    const command = { couponId, enabled: false, actorUserId: adminId };
    must('switching a coupon', await switchCoupon(db, command, new Date(shift.from)));
  }
}

interface Rush {
  history: History;
  visits: Visit[];
  clerks: Clerks;
  random: Random;
  played: Played;
}

/** The visits of one shift. @returns the order that each visit ended in, in order of time */
async function receiveVisits(db: Database, rush: Rush): Promise<Map<Visit, number>> {
  const { history, visits, clerks, random, played } = rush;
  if (visits.length === 0) return new Map();
  const balances = await readBalances(
    db,
    visits.map((visit) => userOf(history, visit)),
  );
  const balanceOf = (visit: Visit) => balances.get(userOf(history, visit)) ?? 0;

  const stumbling = visits.filter((visit) =>
    visit.stumble === 'balance' ? lacks(visit, balanceOf(visit)) : visit.stumble !== null,
  );
  await fillCarts(
    db,
    stumbling.map((visit) => cartOf(history, visit, true)),
  );
  const presses = stumbling.map((visit) =>
    placeOrder(db, command(history, visit, true), new Date(visit.at - 3 * MINUTE_MS)),
  );
  for (const outcome of await Promise.all(presses)) {
    if (outcome.ok) throw new Error('The sample history buys what it should not.');
    const { code } = outcome.refusal;
    played.refused[code] = (played.refused[code] ?? 0) + 1;
  }

  const buying = visits.filter(({ givesUp }) => !givesUp);
  const short = buying.filter((visit) => visit.subtotal > balanceOf(visit));
  await clerks.topUp(
    db,
    short.map((visit) => ({
      userId: userOf(history, visit),
      amount: enough(visit.subtotal - balanceOf(visit), random),
      key: random.uuid(),
      at: new Date(visit.at - 2 * MINUTE_MS),
    })),
  );
  await fillCarts(
    db,
    buying.map((visit) => cartOf(history, visit, false)),
  );
  const outcomes = await Promise.all(
    buying.map((visit) => placeOrder(db, command(history, visit, false), new Date(visit.at))),
  );
  return new Map(
    buying.map((visit, i) => {
      const outcome = outcomes[i];
      if (!outcome) throw new Error('An order got no answer.');
      return [visit, must('an order', outcome).orderId];
    }),
  );
}

/** Whether the payment fails for sure: a coupon may make up for what is missing. */
function lacks({ subtotal, couponCode }: Visit, balance: number): boolean {
  return balance < subtotal && couponCode === null;
}

/** What is missing, rounded up, and a little for the next time. */
function enough(missing: number, random: Random): number {
  const rounded = Math.ceil(missing / TOP_UP_STEP) * TOP_UP_STEP;
  const spare = random.pick([0, 20_000, 50_000, 100_000, 100_000, 200_000]);
  return Math.min(rounded + spare, MOST_A_TOP_UP);
}

function command(history: History, visit: Visit, first: boolean) {
  const { recipient, phone, address } = deliveryOf(history, visit);
  return {
    userId: userOf(history, visit),
    idempotencyKey: visit.key,
    couponCode: visit.couponCode,
    confirmedTotal: visit.subtotal - shown(history, visit),
    // A second press accepts what the first one was told.
    confirmedSubtotal: first ? null : visit.subtotal,
    delivery: { recipient, phone, address },
  };
}

/** The discount that stood on the page, whatever became of its coupon since. */
function shown({ coupons }: History, { couponCode, subtotal }: Visit): number {
  const coupon = coupons.find(({ terms }) => terms.code === couponCode);
  return coupon ? discountOf(coupon.terms, subtotal) : 0;
}

function cartOf({ products, productIds, ...history }: History, visit: Visit, first: boolean) {
  const { lines, soldOutProduct, at, shopper } = visit;
  const wanted =
    first && soldOutProduct !== null ? [...lines, { product: soldOutProduct, quantity: 1 }] : lines;
  return {
    userId: history.userIds[shopper] ?? 0,
    at: at - 4 * MINUTE_MS,
    lines: wanted.map(({ product, quantity }) => ({
      productId: productIds[product] ?? 0,
      quantity,
      seenPrice: products[product]?.price ?? 0,
    })),
  };
}

function deliveryOf({ people }: History, { shopper }: Visit) {
  const person = people[shopper];
  if (!person) throw new Error('A visit without a shopper.');
  return { recipient: person.name, phone: person.phone, address: person.address };
}

function userOf({ userIds }: History, { shopper }: Visit): number {
  const userId = userIds[shopper];
  if (userId === undefined) throw new Error('A visit without a shopper.');
  return userId;
}

async function readBalances({ sql }: Database, userIds: number[]): Promise<Map<number, number>> {
  const rows = await sql<{ user_id: number; balance: number }[]>`
    select user_id, balance from wallets where user_id = any(${sql.typed.bigintArray(userIds)})`;
  return new Map(rows.map((row) => [row.user_id, row.balance]));
}

/** Takes the items that fulfil the condition out of a list. */
function takeWhere<Item>(list: Item[], condition: (item: Item) => boolean): Item[] {
  const taken = list.filter(condition);
  const kept = list.filter((item) => !condition(item));
  list.splice(0, list.length, ...kept);
  return taken;
}
