/** The forms that the raw requests are made of, and what refusing a body may cost. */

import type { Database } from '@/db/client';
import type { Press } from '../support/html-form';
import { rawHttp } from '../support/raw-http';
import type { Shop } from '../support/shop';
import { ownProduct } from '../support/shopping';
import { expect, processorTime, type Sender } from './fixtures';

/** Of hardening.md. */
const MOST_PROCESSOR_MS = 100;
const TRIES = 3;

/** A top-up and a way into the cart: the forms of a page rendered per request and of a static one. */
export async function presses({ client }: Sender, db: Database, at = ''): Promise<Press[]> {
  const { slug } = await ownProduct(db);
  return [
    (await client.open(`${at}/wallet`)).form('amount').press({ fill: { amount: '5000' } }),
    (await client.open(`${at}/products/${slug}`)).form('quantity').press(),
  ];
}

/** The name of React's field with the action's id. */
export const described = ({ fields }: Press) =>
  fields.find(([name]) => /^\$ACTION_\d+:0$/.test(name))?.[0] ?? '';
/** The name of React's field with the arguments bound to it. */
export const bound = (press: Press) => described(press).replace(/0$/, '1');

/** A refused body costs little, and others are answered meanwhile. */
export async function cheaply<Value>(shop: Shop, work: () => Promise<Value>): Promise<Value[]> {
  // Code that runs for the first time costs more than what it is given.
  await work();
  const before = processorTime(shop);
  const others = Promise.all(
    Array.from({ length: TRIES }, () => rawHttp(`${shop.url}/api/health/live`)),
  );
  const values = await Promise.all(Array.from({ length: TRIES }, work));
  for (const other of await others) expect(other.status).toBe(200);
  const after = processorTime(shop);
  if (before !== null && after !== null) {
    expect((after - before) / TRIES, 'processor time').toBeLessThan(MOST_PROCESSOR_MS);
  }
  return values;
}
