/**
 * A shopper who tops up, buys, cancels and presses buttons again, over HTTP through the real forms,
 * and writes down what was told. A press with an unknown outcome is pressed again, as people do.
 */

import type { Random } from '@/db/seed/random';
import checkoutTexts from '@/lib/i18n/messages/ko/checkout.json' with { type: 'json' };
import refusals from '@/lib/i18n/messages/ko/refusals.json' with { type: 'json' };
import type { CookieJar } from '../support/cookie-jar';
import { createFormClient, type PressAnswer } from '../support/form-client';
import {
  type History,
  type HistoryAction,
  isRefusedForNow,
  type ToldAnswer,
} from '../support/history';
import type { Press } from '../support/html-form';
import { DELIVERY } from '../support/sample';

/** What the shoppers find in the shop. */
export interface Assortment {
  /** Everybody wants this one. */
  hot: string;
  /** Slugs of what is bought now and then. */
  spread: readonly string[];
  /** Sells out soon. */
  scarce: string;
  couponCode: string;
}

/** What the shopper saw that nobody should; empty at the end of a good run. */
export type Complaints = string[];

export interface Shopper {
  /**
   * Does one thing: tops up, buys, cancels, or presses something again.
   * @throws when a page does not come, before anything was pressed
   */
  act(): Promise<void>;
  /** Presses again whatever is still open. @returns how many are open after it */
  settle(): Promise<number>;
}

interface SentPress {
  action: HistoryAction;
  key: string;
  request: unknown;
  press: Press;
}

const PATIENCE_MS = 20_000;
const KEEPS_FOR_REPEATS = 20;

/** Answers that leave it open whether the press was done. */
const OPEN_TEXTS = [refusals.OUTCOME_UNKNOWN, refusals.MAYBE_DONE, checkoutTexts.unsure.checking];

/**
 * @param origins instances of the shop; each thing is done on one of them
 * @param cookies of a session that is signed in
 */
export function createShopper({
  userId,
  cookies,
  origins,
  assortment,
  history,
  random,
  complaints,
  onSend,
  onAnswer,
}: {
  userId: number;
  cookies: CookieJar;
  origins: readonly string[];
  assortment: Assortment;
  history: History;
  random: Random;
  complaints: Complaints;
  /** Told that a press goes out. */
  onSend(): void;
  /** Told of each press: what was answered, its status (0: none), and how long it took. */
  onAnswer(told: ToldAnswer, status: number, ms: number): void;
}): Shopper {
  const open: SentPress[] = [];
  const done: SentPress[] = [];
  const orders: number[] = [];

  const client = () => {
    const http = createFormClient(random.pick(origins), { cookies, timeoutMs: PATIENCE_MS });
    return {
      ...http,
      async open(path: string) {
        const page = await http.open(path);
        if (page.status >= 500) throw new Error(`${page.status} ${page.url}`);
        return page;
      },
    };
  };

  async function send(sent: SentPress): Promise<ToldAnswer> {
    const { action, key, request, press } = sent;
    const answered = history.sent({ userId, action, key, request });
    const from = performance.now();
    onSend();
    const answer = await client().send(press, { follow: false });
    const told = toldBy(answer, sent, complaints);
    const settled = told.kind !== 'unknown' && !(isRefusedForNow(told) && open.includes(sent));
    answered(told);
    onAnswer(told, answer.kind === 'answered' ? answer.status : 0, performance.now() - from);
    forget(open, sent);
    if (!settled) open.push(sent);
    if (told.kind === 'acknowledged') {
      done.push(sent);
      if (done.length > KEEPS_FOR_REPEATS) done.shift();
      if (action === 'checkout' && told.result.orderId) orders.push(told.result.orderId);
    }
    return told;
  }

  const keyed = (action: HistoryAction, press: Press, request: unknown): SentPress => {
    const key = press.fields.find(([name]) => name === 'idempotencyKey')?.[1];
    if (!key) throw new Error(`${press.pageUrl}: the form carries no key`);
    return { action, key, request, press };
  };

  async function topUp(): Promise<void> {
    const amount = random.int(1, 50) * 1_000;
    const page = await client().open('/wallet');
    const press = page.form('amount').press({ fill: { amount: String(amount) } });
    await send(keyed('top_up', press, { amount }));
  }

  async function buy(): Promise<void> {
    const { hot, spread, scarce } = assortment;
    const slug = random.chance(0.5) ? hot : random.chance(0.1) ? scarce : random.pick(spread);
    const http = client();
    const product = await http.open(`/products/${slug}`);
    const [form] = product.forms('productId');
    // Sold out.
    if (!form) return;
    const fill = { quantity: String(random.int(1, 3)) };
    await http.send(form.press({ fill, button: 'next=checkout' }), { follow: false });
    const page = await http.open('/checkout');
    const [checkout] = page.forms('confirmedTotal');
    // Nothing was put in, or another press has bought it.
    if (!checkout) return;
    const couponCode = random.chance(0.5) ? assortment.couponCode : '';
    const typed = { ...DELIVERY, couponCode };
    const press = checkout.press({ fill: typed, button: 'intent=pay' });
    await send(keyed('checkout', press, press.fields));
  }

  async function cancel(): Promise<void> {
    const orderId = orders.pop();
    if (orderId === undefined) return topUp();
    const page = await client().open(`/orders/${orderId}`);
    const [form] = page.forms('orderId');
    if (!form) return;
    const press = form.press();
    await send({ action: 'cancel', key: String(orderId), request: {}, press });
  }

  return {
    async act() {
      const last = open.at(-1);
      if (last) await send(last);
      else if (done.length > 0 && random.chance(0.1)) await send(random.pick(done));
      else if (random.chance(0.35)) await topUp();
      else if (random.chance(0.85)) await buy();
      else await cancel();
    },
    async settle() {
      for (const sent of [...open]) await send(sent);
      return open.length;
    },
  };
}

function forget<T>(list: T[], item: T): void {
  const index = list.indexOf(item);
  if (index >= 0) list.splice(index, 1);
}

/** What an answer tells a shopper about the press. */
function toldBy(answer: PressAnswer, { action }: SentPress, complaints: Complaints): ToldAnswer {
  if (answer.kind === 'unknown') return { kind: 'unknown' };
  const { status, location, page } = answer;
  if (location !== null) return toldByRedirect(new URL(location, page.url), action, complaints);
  const said = page.notices.map(({ text }) => text).join(' ');
  if (OPEN_TEXTS.some((text) => said.includes(text))) return { kind: 'unknown' };
  const code = Object.entries(refusals).find(([, text]) => said.includes(text))?.[0];
  const refusal = { kind: 'refused', code: code ?? '' } as const;
  // A failure that says that nothing was changed is held to its word; any other says nothing.
  if (status >= 500) return isRefusedForNow(refusal) ? refusal : { kind: 'unknown' };
  if (code) return refusal;
  const wrong = Object.keys(page.fieldErrors);
  if (wrong.length > 0) return { kind: 'refused', code: `INVALID ${wrong.join(' ')}` };
  if (said !== '') return { kind: 'refused', code: said.slice(0, 60) };
  complaints.push(`${action}: ${status} ${page.url} says nothing about the press`);
  return { kind: 'unknown' };
}

function toldByRedirect(to: URL, action: HistoryAction, complaints: Complaints): ToldAnswer {
  const query = to.searchParams;
  const orderId = Number(/^\/orders\/(\d+)$/.exec(to.pathname)?.[1]);
  if (action === 'top_up' && query.has('topped')) {
    const result = { entrySeq: Number(query.get('topped')) };
    return { kind: 'acknowledged', result, replayed: query.has('again') };
  }
  if (action === 'cancel' && query.has('cancelled')) {
    const replayed = query.get('cancelled') === 'again';
    return { kind: 'acknowledged', result: { orderId }, replayed };
  }
  if (action === 'checkout' && query.get('placed') === '1') {
    return { kind: 'acknowledged', result: { orderId }, replayed: false };
  }
  // This key's own order again, or the one that the cart was ordered by.
  if (action === 'checkout' && query.has('placed')) return { kind: 'shown', orderId };
  complaints.push(`${action}: led to ${to.pathname}${to.search}`);
  return { kind: 'refused', code: `led to ${to.pathname}` };
}
