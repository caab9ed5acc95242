/** An operator who restocks, corrects stock and adjusts wallets while everybody shops. */

import adminTexts from '@/lib/i18n/messages/ko/admin.json' with { type: 'json' };
import { createPresser, keyed, type Person, type PersonOptions, type Reading } from './presser';

/** What there is to look after. */
export interface Charge {
  productIds: readonly number[];
  customerIds: readonly number[];
}

export function createOperator(options: PersonOptions & { charge: Charge }): Person {
  const { charge, random } = options;
  const { client, send, again, settle } = createPresser(options, createReading());

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

  return {
    async act() {
      if (await again()) return;
      if (random.chance(0.5)) await changeStock();
      else await adjustWallet();
    },
    settle,
  };
}

/** What the page says once stock was changed, with the units there are then. */
const CHANGED = new RegExp(
  adminTexts.stock.form.done.replace('{delta}', '\\S+').replace('{quantity}', '([\\d,]+)'),
);

function createReading(): Reading {
  const told = new Set<string>();
  return {
    redirect(to, { action, press }) {
      const customerId = Number(/^\/admin\/customers\/(\d+)$/.exec(to.pathname)?.[1]);
      const entrySeq = Number(to.searchParams.get('adjusted'));
      if (action !== 'adjustment' || !entrySeq) return null;
      const amount = Number(press.fields.find(([name]) => name === 'amount')?.[1]);
      const result = { customerId, entrySeq, amount };
      return { kind: 'acknowledged', result, replayed: to.searchParams.has('again') };
    },
    notices(said, { action, key }) {
      const quantity = CHANGED.exec(said)?.[1];
      if (action !== 'restock' || quantity === undefined) return null;
      // The page says the same of what an earlier press has done.
      const replayed = told.has(key);
      told.add(key);
      const result = { quantity: Number(quantity.replaceAll(',', '')) };
      return { kind: 'acknowledged', result, replayed };
    },
  };
}
