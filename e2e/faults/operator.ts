/** An operator who changes stock, adjusts wallets and settles orders while everybody shops. */

import adminTexts from '@/lib/i18n/messages/ko/admin.json' with { type: 'json' };
import { cancelForm } from '../support/cancel-form';
import type { History, HistoryAction, ShownResult } from '../support/history';
import type { HtmlPage } from '../support/html-page';
import {
  createPresser,
  keyed,
  type Person,
  type PersonOptions,
  type Reading,
  type SentPress,
} from './presser';

/** What there is to look after. */
export interface Charge {
  productIds: readonly number[];
  customerIds: readonly number[];
  /** Placed before anybody came; others join them. */
  orders: readonly PlacedOrder[];
}

interface PlacedOrder {
  orderId: number;
  customerId: number;
}

export function createOperator(options: PersonOptions & { charge: Charge }): Person {
  const { charge, random, history } = options;
  const placed = () => [...charge.orders, ...placedOrders(history)];
  const { client, send, again, settle } = createPresser(options, createReading(placed));

  async function changeStock(): Promise<void> {
    const productId = random.pick(charge.productIds);
    const [kind, delta, reason] = random.chance(0.7)
      ? ['restock', random.int(1, 30), '추가 입고']
      : ['correction', -random.int(1, 3), '파손'];
    const page = await client().open(`/admin/stock/${productId}`);
    const press = page.form('delta').press({ fill: { kind, delta: String(delta), reason } });
    await send(keyed('restock', press, { productId, kind, delta, reason }));
  }

  async function adjustWallet(): Promise<void> {
    const customerId = random.pick(charge.customerIds);
    const amount = random.int(1, 9) * (random.chance(0.7) ? 1_000 : -1_000);
    const reason = '늦은 배송 사과';
    const http = client();
    const page = await http.open(`/admin/customers/${customerId}`);
    const look = page.form('amount').press({ fill: { amount: String(amount), reason } });
    const answer = await http.send(look, { follow: false });
    const [second] = answer.kind === 'answered' ? answer.page.forms('shownBalance') : [];
    // Nothing was done yet, so nobody has to come back to it.
    if (!second) throw new Error(`${look.pageUrl}: no second look`);
    const press = second.press({ button: 'intent=confirm' });
    await send(keyed('adjustment', press, { customerId, amount, reason }));
  }

  /** Cancels one of the latest orders, or marks it as sent; others, and its shopper, may too. */
  async function settleOrder(): Promise<void> {
    const latest = placed().filter(isOpenIn(history)).slice(-LATEST);
    if (latest.length === 0) return changeStock();
    const { orderId } = random.pick(latest);
    const action = random.chance(0.5) ? 'cancel' : 'fulfil';
    const page = await client().open(`/admin/orders/${orderId}`);
    const form = action === 'cancel' ? cancelForm(page) : fulfilForm(page);
    // Somebody was there before.
    if (!form) return;
    await send({ action, key: String(orderId), request: {}, press: form.press() });
  }

  return {
    async act() {
      if (await again()) return;
      await random.pick([settleOrder, settleOrder, settleOrder, changeStock, adjustWallet])();
    },
    settle,
  };
}

/** So few that several want the same one. */
const LATEST = 6;

function placedOrders({ attempts }: History): PlacedOrder[] {
  return attempts.flatMap(({ action, userId: customerId, answer }) => {
    const orderId = answer.kind === 'acknowledged' ? answer.result.orderId : undefined;
    return action === 'checkout' && orderId !== undefined ? [{ orderId, customerId }] : [];
  });
}

/** Whether nobody was told yet that an order is cancelled or sent. */
function isOpenIn({ attempts }: History): (order: PlacedOrder) => boolean {
  const settled = new Set(
    attempts
      .filter(({ action, answer }) => SETTLING.has(action) && answer.kind === 'acknowledged')
      .map(({ key }) => Number(key)),
  );
  return ({ orderId }) => !settled.has(orderId);
}

const fulfilForm = (page: HtmlPage) =>
  page
    .forms('orderId')
    .find(({ buttons }) => buttons.some(({ text }) => text === adminTexts.orders.fulfil));

const SETTLING = new Set<HistoryAction>(['cancel', 'fulfil']);

/** What the page says once stock was changed, with the units there are then. */
const CHANGED = new RegExp(
  adminTexts.stock.form.done.replace('{delta}', '\\S+').replace('{quantity}', '([\\d,]+)'),
);
/** And once an order was cancelled, with the won given back. */
const CANCELLED = new RegExp(adminTexts.orders.cancelDone.replace('{amount}', '([\\d,]+)원'));

function createReading(placed: () => PlacedOrder[]): Reading {
  const told = new Set<string>();
  const resultIn = (said: string, { action, key }: SentPress): ShownResult | null => {
    if (action === 'restock') {
      const quantity = CHANGED.exec(said)?.[1];
      return quantity === undefined ? null : { quantity: toNumber(quantity) };
    }
    const orderId = Number(key);
    if (action === 'fulfil')
      return said.includes(adminTexts.orders.fulfilDone) ? { orderId } : null;
    const refunded = action === 'cancel' ? CANCELLED.exec(said)?.[1] : undefined;
    const order = placed().find((one) => one.orderId === orderId);
    return refunded === undefined || !order ? null : { ...order, refunded: toNumber(refunded) };
  };
  return {
    redirect(to, { action, press }) {
      const customerId = Number(/^\/admin\/customers\/(\d+)$/.exec(to.pathname)?.[1]);
      const entrySeq = Number(to.searchParams.get('adjusted'));
      if (action !== 'adjustment' || !entrySeq) return null;
      const amount = Number(press.fields.find(([name]) => name === 'amount')?.[1]);
      const result = { customerId, entrySeq, amount };
      return { kind: 'acknowledged', result, replayed: to.searchParams.has('again') };
    },
    notices(said, sent) {
      const result = resultIn(said, sent);
      if (!result) return null;
      // The page says the same of what an earlier press has done.
      const id = `${sent.action} ${sent.key}`;
      const replayed = told.has(id);
      told.add(id);
      return { kind: 'acknowledged', result, replayed };
    },
  };
}

const toNumber = (text: string) => Number(text.replaceAll(',', ''));
