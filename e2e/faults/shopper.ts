/** A shopper who tops up, buys, cancels and presses buttons again. */

import { cancelForm } from '../support/cancel-form';
import { DELIVERY } from '../support/sample';
import { createPresser, keyed, type Person, type PersonOptions, type Reading } from './presser';

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

export function createShopper(
  options: PersonOptions & {
    assortment: Assortment;
    /** One that was placed before. */
    orderId: number;
  },
): Person {
  const { assortment, random } = options;
  /** To be cancelled. */
  const orders = [options.orderId];
  const { client, send, again, settle } = createPresser(options, readingOf(orders));

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
    // Nothing was put in, another press has bought it, or it sold out meanwhile.
    if (!checkout?.buttons.some(({ value }) => value === 'pay')) return;
    const couponCode = random.chance(0.5) ? assortment.couponCode : '';
    const typed = { ...DELIVERY, couponCode };
    const press = checkout.press({ fill: typed, button: 'intent=pay' });
    await send(keyed('checkout', press, press.fields));
  }

  async function cancel(): Promise<void> {
    const orderId = orders.pop();
    if (orderId === undefined) return topUp();
    const page = await client().open(`/orders/${orderId}`);
    const form = cancelForm(page);
    if (!form) return;
    const press = form.press();
    await send({ action: 'cancel', key: String(orderId), request: {}, press });
  }

  return {
    async act() {
      if (await again()) return;
      if (random.chance(0.35)) await topUp();
      else if (random.chance(0.85)) await buy();
      else await cancel();
    },
    settle,
  };
}

/** @param placed gets every order that was placed */
function readingOf(placed: number[]): Reading {
  return {
    redirect(to, { action }) {
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
        placed.push(orderId);
        return { kind: 'acknowledged', result: { orderId }, replayed: false };
      }
      // This key's own order again, or the one that the cart was ordered by.
      if (action === 'checkout' && query.has('placed')) return { kind: 'shown', orderId };
      return null;
    },
  };
}
