import type { Database } from '@/db/client';
import { changeStock } from '@/lib/domain/catalog/change-stock';
import { discountOf } from '@/lib/domain/coupons/rules';
import { switchCoupon } from '@/lib/domain/coupons/switch-coupon';
import { cancelOrder } from '@/lib/domain/orders/cancel-order';
import { placeOrder } from '@/lib/domain/orders/place-order';
import { chunks } from '../chunks';
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
/** As many as travel in one batch of the domain. */
const PAY_AT_ONCE = 128;
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
  const toCancel: PlannedCancel[] = [];
  const toFulfil: PlacedOrder[] = [];
  let next = 0;
  for (const shift of history.calendar.shifts) {
    const cancels = takeWhere(toCancel, ({ at }) => at < shift.from + OFFICE_MS);
    played.cancelled += cancels.length;
    await Promise.all([
      receiveDeliveries(db, history, shift, random),
      switchCoupons(db, history, shift),
      cancelOrders(db, cancels),
    ]);
    const ready = shift.hour === FULFIL_HOUR ? takeReady(toFulfil, shift) : [];
    const sentAt = () => new Date(shift.from + random.int(0, OFFICE_MS - 1));
    const parcels = ready.map(({ orderId }) => ({ orderId, at: sentAt() }));

    const visits: Visit[] = [];
    for (; (history.visits[next]?.at ?? Infinity) < shift.to; next++) {
      visits.push(history.visits[next] as Visit);
    }
    // Parcels are of days ago: who comes meanwhile meets none of them.
    const [orderIds] = await Promise.all([
      receiveVisits(db, { history, visits, clerks, random, played }),
      clerks.fulfil(db, parcels, history.adminId),
    ]);
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

interface PlannedCancel {
  at: number;
  orderId: number;
  userId: number;
}

interface PlacedOrder {
  placedAt: number;
  orderId: number;
  cancelled: boolean;
}

async function cancelOrders(db: Database, cancels: PlannedCancel[]): Promise<void> {
  await inParallel(cancels, AT_ONCE, async ({ at, orderId, userId }) => {
    const actor = { userId, role: 'shopper' } as const;
    must('a cancellation', await cancelOrder(db, { orderId, actor }, new Date(at)));
  });
}

/** Takes the orders out of the list that are old enough to be sent; the cancelled ones are not. */
function takeReady(toFulfil: PlacedOrder[], shift: Shift): PlacedOrder[] {
  const before = shift.from - DAYS_TO_DELIVER * DAY_MS;
  const ready = takeWhere(toFulfil, ({ placedAt }) => placedAt < before);
  return ready.filter(({ cancelled }) => !cancelled);
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
  const topUps = short.map((visit) => ({
    userId: userOf(history, visit),
    amount: enough(visit.subtotal - balanceOf(visit), random),
    key: random.uuid(),
    at: new Date(visit.at - 2 * MINUTE_MS),
  }));
  const groups = chunks(buying, PAY_AT_ONCE);
  const fill = (group: Visit[] = []) =>
    fillCarts(
      db,
      group.map((visit) => cartOf(history, visit, false)),
    );
  const pay = (visit: Visit) => placeOrder(db, command(history, visit, false), new Date(visit.at));
  const orderIds = new Map<Visit, number>();
  await Promise.all([clerks.topUp(db, topUps), fill(groups[0])]);
  for (const [i, group] of groups.entries()) {
    // While these pay, the next ones fill their carts: two processors have something to do.
    const [outcomes] = await Promise.all([Promise.all(group.map(pay)), fill(groups[i + 1])]);
    for (const [place, outcome] of outcomes.entries()) {
      orderIds.set(group[place] as Visit, must('an order', outcome).orderId);
    }
  }
  return orderIds;
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
