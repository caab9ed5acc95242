import { expect } from '@playwright/test';
import type { Database } from '@/db/client';
import { cancelForm } from '../support/cancel-form';
import type { FormClient, PressAnswer } from '../support/form-client';
import type { HtmlForm, Press } from '../support/html-form';
import { DELIVERY } from '../support/sample';
import type { CheckOutCommand, Command } from './commands';
import { act } from './domain-shop';
import type { Event } from './explain';
import { shownPrice } from './oracle-order';
import { refusalFits } from './refusal-words';
import type { KeyedCommand } from './resolve';
import type { ModelledShop, Ready } from './run-model';
import { readShop } from './shop-books';
import { balanceOf, subtotalOf, totalOf, type World } from './world';

type Told = Extract<PressAnswer, { kind: 'answered' }>;

/**
 * The built application over HTTP: shoppers fill and press its real forms, without scripts; what an
 * operator does goes through the domain.
 *
 * @param shoppers each one's clients, signed in: one an instance, with one jar of cookies
 * @param slugs addresses of the products
 */
export function servedShop({
  db,
  shoppers,
  slugs,
  operator,
  codes,
}: {
  db: Database;
  shoppers: Map<number, FormClient[]>;
  slugs: Map<number, string>;
  operator: number;
  codes: string[];
}): ModelledShop {
  const presses = new Map<string, { command: KeyedCommand; press: Press }>();
  let keys = 0;
  let sends = 0;

  const clientOf = (userId: number) => {
    const tabs = shoppers.get(userId) ?? [];
    return tabs[sends++ % tabs.length] as FormClient;
  };

  const readyTo = (
    command: Command & { userId: number },
    press: Press,
    read: (told: Told) => Omit<Event, 'command' | 'nothingDone'>,
  ): Ready => ({
    command,
    async press() {
      const told = await clientOf(command.userId).send(press);
      if (told.kind === 'unknown') throw told.cause;
      if (told.status >= 400) throw new Error(`${press.url} answered ${told.status}`);
      return { command, nothingDone: false, ...read(told) };
    },
  });

  /** A press under a key, and every later one under it. */
  const keyed = (command: Extract<KeyedCommand, { do: 'topUp' | 'checkOut' }>, press: Press) => {
    presses.set(command.key, { command, press });
    return readyTo(command, press, command.do === 'topUp' ? readTopUp : readCheckOut);
  };

  const again = (command: Extract<KeyedCommand, { do: 'topUp' | 'checkOut' }>, first: Press) => {
    // Another request under the key: the one field that `resolve.ts` changes.
    const [name, value] =
      command.do === 'topUp' ? ['amount', command.amount] : ['confirmedTotal', command.shownTotal];
    const fields = first.fields.map(
      ([field, was]) => [field, field === name ? String(value) : was] as const,
    );
    const press = { ...first, fields };
    return readyTo(command, press, command.do === 'topUp' ? readTopUp : readCheckOut);
  };

  async function prepareCart(
    command: Extract<Command, { do: 'setCart' | 'addToCart' }>,
    world: World,
  ) {
    const { userId, productId, quantity } = command;
    const held = world.shoppers.get(userId)?.cart.some((line) => line.productId === productId);
    const onCart = command.do === 'setCart' && held;
    if (!onCart && quantity === 0n) return null;
    const client = clientOf(userId);
    const page = await client.open(onCart ? '/cart' : `/products/${slugs.get(productId)}`);
    const form = page
      .forms('quantity')
      .find((some) => some.value('productId') === String(productId) && some.value('was') === null);
    if (!form) return null;
    const press = form.press({ fill: { quantity: String(quantity) } });
    const asked: Command = onCart ? command : { ...command, do: 'addToCart' };
    // What the cart holds now stands in the books.
    return readyTo(asked, press, ({ page: { notices } }) => ({
      said: notices.map(({ text }) => text).join(' '),
      orderId: null,
      fits: () => true,
    }));
  }

  async function prepareTopUp(command: Extract<Command, { do: 'topUp' }>) {
    const form = (await clientOf(command.userId).open('/wallet')).form('amount');
    const press = form.press({ fill: { amount: String(command.amount) } });
    return keyed({ ...command, key: keyOf(form) }, press);
  }

  async function prepareCheckOut(command: CheckOutCommand, world: World) {
    const { userId, code } = command;
    const client = clientOf(userId);
    let page = await client.open('/checkout');
    // Nothing to order: the page has no form. Nothing that can be bought: it has no button to pay.
    if (!canPay(page)) return null;
    const fill = { ...DELIVERY, couponCode: code === null ? '' : ` ${code.toLowerCase()} ` };
    if (code !== null && command.shownTotal === shownPrice(world, userId, code).total) {
      const apply = page.form('confirmedTotal').press({ fill, button: 'intent=apply' });
      const applied = await client.send(apply);
      if (applied.kind === 'unknown') throw applied.cause;
      page = applied.page;
    }
    const form = page.form('confirmedTotal');
    const priced = (form.value('couponCode') ?? '').trim().toUpperCase();
    const { total } = shownPrice(world, userId, priced || null);
    expect(page.figure('total'), 'the total that the checkout shows').toBe(Number(total));
    const tick = { confirmedSubtotal: command.acceptedSubtotal !== null };
    const press = form.press({ fill, tick, button: 'intent=pay' });
    const ticked = press.fields.find(([name]) => name === 'confirmedSubtotal')?.[1];
    const asked: CheckOutCommand = {
      ...command,
      key: keyOf(form),
      shownTotal: BigInt(form.value('confirmedTotal') ?? ''),
      acceptedSubtotal: ticked === undefined ? null : BigInt(ticked),
      shownUnits: unitsShown(form.value('shown') ?? undefined),
    };
    return keyed(asked, press);
  }

  async function prepareCancel(command: Extract<Command, { do: 'cancel' }>) {
    const page = await clientOf(command.userId).open(`/orders/${command.orderId}`);
    const form = cancelForm(page);
    return form ? readyTo(command, form.press(), readCancel) : null;
  }

  return {
    people: { operator, codes, noCode: 'NO-SUCH-CODE', newKey: () => `unopened form ${++keys}` },
    ownClock: false,
    prepare(command, world): Promise<Ready | null> {
      world.now = Math.max(world.now + 1, Date.now());
      const first = 'key' in command ? presses.get(command.key) : undefined;
      if (first && (command.do === 'topUp' || command.do === 'checkOut')) {
        return Promise.resolve(again(command, first.press));
      }
      switch (command.do) {
        case 'topUp':
          return prepareTopUp(command);
        case 'checkOut':
          return prepareCheckOut(command, world);
        case 'setCart':
        case 'addToCart':
          return prepareCart(command, world);
        case 'cancel':
          if (command.role === 'shopper') return prepareCancel(command);
          return Promise.resolve(throughDomain(db, command));
        default:
          return Promise.resolve(throughDomain(db, command));
      }
    },
    books: () =>
      readShop(db, {
        shoppers: [...shoppers.keys()],
        operator,
        products: [...slugs.keys()],
        codes,
      }),
    async look(world, last) {
      if (!last) return;
      for (const [userId, shopper] of world.shoppers) {
        const wallet = await clientOf(userId).open('/wallet');
        expect(wallet.figure('balance'), `the wallet of ${userId}`).toBe(
          Number(balanceOf(shopper)),
        );
      }
      for (const [orderId, order] of world.orders) {
        const receipt = await clientOf(order.userId).open(`/orders/${orderId}`);
        const total = totalOf(order);
        const discount = subtotalOf(order.lines) - total;
        expect(receipt.figure('total'), `the receipt of ${orderId}`).toBe(Number(total));
        expect(receipt.figure('discount') ?? 0).toBe(Number(discount));
      }
    },
  };
}

const canPay = (page: Told['page']) =>
  page.forms('confirmedTotal').some(({ buttons }) => buttons.some(({ value }) => value === 'pay'));

function keyOf(form: HtmlForm): string {
  const key = form.value('idempotencyKey');
  if (key === null) throw new Error('the form carries no key');
  return key;
}

/** What an operator does; its form has tests of its own. */
function throughDomain(db: Database, command: Command): Ready {
  // Forms make their own keys.
  const asked =
    'key' in command && command.key.startsWith('unopened')
      ? { ...command, key: crypto.randomUUID() }
      : command;
  return {
    command: asked,
    async press() {
      const said = await act(db, asked, new Date());
      return {
        command: asked,
        said,
        orderId: null,
        fits: (predicted) => predicted.ok === said.ok,
        nothingDone: !said.ok && said.refusal.code === 'BUSY',
      };
    },
  };
}

function readTopUp({ location, page }: Told): Omit<Event, 'command' | 'nothingDone'> {
  if (location === null) return readRefusal(page);
  const query = new URL(location, page.url).searchParams;
  // `other`: this key has added another amount before, which is shown.
  const again = query.get('again');
  const [entrySeq, replayed] = [Number(query.get('topped')), again !== null];
  return {
    said: { ok: true, value: { entrySeq }, replayed },
    orderId: null,
    fits(predicted) {
      if (!predicted.ok) return predicted.refusal.code === 'KEY_REUSED' && again === 'other';
      const same = (predicted.value as { entrySeq: number }).entrySeq === entrySeq;
      return same && again !== 'other' && predicted.replayed === replayed;
    },
  };
}

function readCheckOut({ location, page }: Told): Omit<Event, 'command' | 'nothingDone'> {
  if (location === null) {
    // The page is drawn after the refusal: by then another tab may have ordered the cart, and the
    // page says that instead.
    const overtaken = page.forms('confirmedTotal').length === 0;
    const refusal = readRefusal(page);
    return overtaken ? { ...refusal, fits: (predicted) => !predicted.ok } : refusal;
  }
  const to = new URL(location, page.url);
  const orderId = Number(to.pathname.split('/').at(-1));
  const placed = to.searchParams.get('placed');
  return {
    said: { ok: true, value: { orderId }, replayed: placed !== '1' },
    orderId,
    fits(predicted) {
      if (predicted.ok) {
        const same = (predicted.value as { orderId: number }).orderId === orderId;
        return same && placed === (predicted.replayed ? 'again' : '1');
      }
      const { code, orderId: shown } = predicted.refusal;
      // The order that another tab made of this cart, or that this key has bought before.
      if (code === 'ALREADY_ORDERED') return placed === 'again' && shown === orderId;
      return code === 'KEY_REUSED' && placed === 'other';
    },
  };
}

function readCancel({ location, page }: Told): Omit<Event, 'command' | 'nothingDone'> {
  if (location === null) return readRefusal(page);
  const replayed = new URL(location, page.url).searchParams.get('cancelled') === 'again';
  return {
    said: { ok: true, value: null, replayed },
    orderId: null,
    fits: (predicted) => predicted.ok && predicted.replayed === replayed,
  };
}

function readRefusal(page: Told['page']): Omit<Event, 'command' | 'nothingDone'> {
  const text = [
    ...page.notices.map((notice) => notice.text),
    ...Object.values(page.fieldErrors),
  ].join(' ');
  return {
    said: { ok: false, text },
    orderId: null,
    fits: (predicted) => !predicted.ok && refusalFits(predicted.refusal, text),
  };
}

/** What the checkout page says that it showed and counted, in its form. */
function unitsShown(field = '[0]'): Record<number, bigint> {
  const [, ...rows]: [number, ...[number, string, number, number, number][]] = JSON.parse(field);
  const counted = rows.filter(([, , , , counts]) => counts === 1);
  return Object.fromEntries(
    counted.map(([productId, , quantity]) => [productId, BigInt(quantity)]),
  );
}
