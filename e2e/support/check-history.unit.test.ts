/** A history that adds up, and one lie after another planted in the log or in the books. */

import { expect, test } from '@playwright/test';
import type { Books } from './books';
import { checkHistory, describeCounts } from './check-history';
import { createHistory, type History, type KeyedPress, type ToldAnswer } from './history';

const NOTHING: Books = {
  ...{ keys: [], entries: [], orders: [], movements: [], redemptions: [], fulfilments: [] },
};

const TOP_UP: KeyedPress = { userId: 1, action: 'top_up', key: 'k1', request: { amount: 5_000 } };
const ORDER: KeyedPress = { userId: 1, action: 'checkout', key: 'k2', request: { code: null } };
const POOR: KeyedPress = { userId: 2, action: 'checkout', key: 'k3', request: { code: null } };
const CANCEL: KeyedPress = { userId: 1, action: 'cancel', key: '7', request: null };

const toppedUp = { entrySeq: 1, amount: 5_000, balanceAfter: 5_000 };
const paid = { orderId: 7, total: 3_000, balanceAfter: 2_000 };

const OF_ORDER = { orderId: 7, productId: 5, actorUserId: null };

/** One of everything: done, replayed, lost on the way and settled, refused, cancelled. */
function story(): { history: History; books: Books } {
  const history = createHistory();
  const say = (press: KeyedPress, answer: ToldAnswer) => history.sent(press)(answer);
  say(TOP_UP, { kind: 'acknowledged', result: toppedUp, replayed: false });
  say(TOP_UP, { kind: 'acknowledged', result: { entrySeq: 1 }, replayed: true });
  say(ORDER, { kind: 'unknown' });
  say(ORDER, { kind: 'acknowledged', result: paid, replayed: true });
  say(POOR, { kind: 'refused', code: 'INSUFFICIENT_BALANCE' });
  say(CANCEL, { kind: 'acknowledged', result: { refunded: 3_000 }, replayed: false });
  const entry = { userId: 1, actorUserId: 1, orderId: null as number | null };
  return {
    history,
    books: {
      keys: [
        { userId: 1, action: 'top_up', key: 'k1', result: { ...toppedUp, balanceBefore: 0 } },
        { userId: 1, action: 'checkout', key: 'k2', result: { orderId: 7 } },
      ],
      entries: [
        { ...entry, seq: 1, kind: 'top_up', amount: 5_000, balanceAfter: 5_000 },
        { ...entry, seq: 2, kind: 'payment', amount: -3_000, balanceAfter: 2_000, orderId: 7 },
        { ...entry, seq: 3, kind: 'refund', amount: 3_000, balanceAfter: 5_000, orderId: 7 },
      ],
      orders: [{ id: 7, userId: 1, status: 'cancelled', total: 3_000 }],
      movements: [
        { id: 1, kind: 'sale', delta: -2, quantityAfter: 8, ...OF_ORDER },
        { id: 2, kind: 'return', delta: 2, quantityAfter: 10, ...OF_ORDER },
      ],
      redemptions: [{ orderId: 7, reversed: true }],
      fulfilments: [],
    },
  };
}

const rulesBroken = (history: History, after: Books, before = NOTHING) => [
  ...new Set(checkHistory(history, before, after).contradictions.map(({ rule }) => rule)),
];

test('a history that adds up has no contradiction and every count', () => {
  const { history, books } = story();
  const { contradictions, counts } = checkHistory(history, NOTHING, books);
  expect(contradictions).toEqual([]);
  expect(describeCounts(counts)).toBe(
    'sent 6 · done 2 · again 2 · refused 1 · open 1 · keys done 3 · open-then-settled 1 · lost 0 · doubled 0',
  );
});

test('a refusal for now settles nothing that was open before it, and is held to its word alone', () => {
  const { history, books } = story();
  const busy = { kind: 'refused', code: 'BUSY' } as const;
  history.sent(TOP_UP)(busy);
  expect(rulesBroken(history, books)).toEqual([]);
  history.sent({ ...ORDER, key: 'k5' })({ kind: 'unknown' });
  history.sent({ ...ORDER, key: 'k5' })(busy);
  expect(rulesBroken(history, books)).toEqual(['unsettled']);
  const refusedAlone = story();
  refusedAlone.history.sent({ ...TOP_UP, key: 'k6' })(busy);
  const key = { userId: 1, action: 'top_up' as const, key: 'k6', result: null };
  refusedAlone.books.keys.push(key);
  expect(rulesBroken(refusedAlone.history, refusedAlone.books)).toContain('refused-yet-done');
});

test('before its own order is there, a key may be shown the one of another tab', () => {
  const { history, books } = story();
  const other = { ...ORDER, key: 'k4' };
  history.sent(other)({ kind: 'shown', orderId: 7 });
  expect(rulesBroken(history, books)).toEqual([]);
  const placed = { orderId: 8, total: 100, balanceAfter: 4_900 };
  history.sent(other)({ kind: 'acknowledged', result: placed, replayed: false });
  books.keys.push({ userId: 1, action: 'checkout', key: 'k4', result: { orderId: 8 } });
  books.orders.push({ id: 8, userId: 1, status: 'paid', total: 100 });
  const payment = { kind: 'payment', amount: -100, balanceAfter: 4_900, orderId: 8 } as const;
  books.entries.push({ userId: 1, actorUserId: 1, seq: 4, ...payment });
  expect(rulesBroken(history, books)).toEqual([]);
});

test('what stood in the books before is nobody’s concern', () => {
  expect(rulesBroken(createHistory(), story().books, story().books)).toEqual([]);
  expect(rulesBroken(createHistory(), story().books)).toEqual(['doubled']);
});

/** What is planted, by the rule that must catch it. */
const lies: [name: string, rules: string[], plant: (history: History, books: Books) => void][] = [
  ['the books lose an acknowledged key', ['lost', 'doubled'], (_, books) => books.keys.pop()],
  ['the books lose the money of a key', ['lost'], (_, books) => books.entries.splice(0, 1)],
  ['the books lose an order', ['lost'], (_, books) => books.orders.pop()],
  [
    'a cancelled order is still paid',
    ['lost', 'doubled'],
    (_, books) => Object.assign(books.orders[0] ?? {}, { status: 'paid' }),
  ],
  [
    'a payment takes another sum than the order’s',
    ['other-result'],
    (_, books) => Object.assign(books.entries[1] ?? {}, { amount: -3_001 }),
  ],
  [
    'the key keeps another balance than was told',
    ['other-result'],
    (_, books) => Object.assign(books.keys[0]?.result ?? {}, { balanceAfter: 5_001 }),
  ],
  [
    'an order that nobody asked for',
    ['doubled'],
    (_, books) => books.orders.push({ id: 8, userId: 1, status: 'paid', total: 3_000 }),
  ],
  [
    'a top-up stands there twice',
    ['doubled'],
    (_, books) => books.entries.push({ ...(books.entries[0] as Books['entries'][number]), seq: 4 }),
  ],
  [
    'a second refund',
    ['doubled'],
    (_, books) => books.entries.push({ ...(books.entries[2] as Books['entries'][number]), seq: 4 }),
  ],
  [
    'a refused press has bought an order',
    ['refused-yet-done'],
    (_, books) =>
      books.keys.push({ userId: 2, action: 'checkout', key: 'k3', result: { orderId: 7 } }),
  ],
  [
    'an acknowledged press is refused when it is sent again',
    ['taken-back'],
    (history) => history.sent(TOP_UP)({ kind: 'refused', code: 'DAY_LIMIT' }),
  ],
  [
    'one key is told two orders',
    ['told-twice', 'other-result', 'lost'],
    (history) =>
      history.sent(ORDER)({ kind: 'acknowledged', result: { orderId: 9 }, replayed: true }),
  ],
  [
    'one key is done anew twice',
    ['told-twice'],
    (history) => history.sent(TOP_UP)({ kind: 'acknowledged', result: toppedUp, replayed: false }),
  ],
  ['nobody asks again after an unknown outcome', ['unsettled'], (history) => history.sent(ORDER)],
  [
    'somebody else’s order is shown',
    ['other-result'],
    (history) => history.sent(POOR)({ kind: 'shown', orderId: 7 }),
  ],
  [
    'another order is shown after its own was there',
    ['other-result', 'doubled'],
    (history, books) => {
      books.orders.push({ id: 6, userId: 1, status: 'paid', total: 1 });
      history.sent(ORDER)({ kind: 'shown', orderId: 6 });
    },
  ],
  [
    'what was acknowledged first stands second',
    ['out-of-order'],
    (_, books) => {
      Object.assign(books.entries[1] ?? {}, { seq: 3 });
      Object.assign(books.entries[2] ?? {}, { seq: 2 });
    },
  ],
];

for (const [name, rules, plant] of lies) {
  test(`a lie is caught: ${name}`, () => {
    const { history, books } = story();
    plant(history, books);
    expect(rulesBroken(history, books).sort()).toEqual([...rules].sort());
  });
}

test('units that an operator brought in twice for one key are caught', () => {
  const history = createHistory();
  const press = { userId: 3, action: 'restock', key: 'r1', request: null } as const;
  history.sent(press)({ kind: 'acknowledged', result: { quantity: 5 }, replayed: false });
  const operator = { actorUserId: 3, orderId: null, productId: 5 };
  const movement = { id: 1, kind: 'restock', delta: 5, quantityAfter: 5, ...operator } as const;
  const keys = [{ userId: 3, action: 'restock', key: 'r1', result: { quantity: 5 } }];
  const once = { ...NOTHING, keys, movements: [movement] };
  expect(rulesBroken(history, once)).toEqual([]);
  const twice = { ...once, movements: [movement, { ...movement, id: 2, quantityAfter: 10 }] };
  expect(rulesBroken(history, twice)).toEqual(['doubled']);
  expect(rulesBroken(history, { ...once, movements: [] })).toEqual(['lost']);
  const other = { ...movement, quantityAfter: 6 };
  expect(rulesBroken(history, { ...once, movements: [other] })).toEqual(['lost', 'doubled']);
});

test('an adjustment that is lost, doubled, of another sum or out of its order is caught', () => {
  const { history, books } = story();
  const press = { userId: 3, action: 'adjustment', key: 'a1', request: null } as const;
  const result = { customerId: 1, entrySeq: 4, amount: -500 };
  history.sent(press)({ kind: 'unknown' });
  history.sent(press)({ kind: 'acknowledged', result, replayed: true });
  const entry = { userId: 1, seq: 4, kind: 'adjustment', amount: -500, orderId: null } as const;
  const adjustment = { ...entry, actorUserId: 3, balanceAfter: 4_500 };
  const keys = [...books.keys, { userId: 3, action: 'adjustment', key: 'a1', result }];
  const once = { ...books, keys, entries: [...books.entries, adjustment] };
  expect(rulesBroken(history, once)).toEqual([]);
  const broken = (entries: Books['entries']) => rulesBroken(history, { ...once, entries });
  expect(broken(books.entries)).toEqual(['lost']);
  expect(broken([...once.entries, { ...adjustment, seq: 5 }])).toEqual(['doubled']);
  expect(broken([...books.entries, { ...adjustment, amount: 500 }])).toEqual(['other-result']);
  // The customer tops up after it, and the books say before it.
  const late = { userId: 1, action: 'top_up', key: 'k9', request: null } as const;
  history.sent(late)({ kind: 'acknowledged', result: { entrySeq: 0 }, replayed: false });
  const topUp = { ...adjustment, seq: 0, kind: 'top_up', amount: 1, balanceAfter: 1 } as const;
  const swapped = {
    ...once,
    keys: [...keys, { userId: 1, action: 'top_up', key: 'k9', result: { entrySeq: 0 } }],
    entries: [topUp, ...once.entries],
  };
  expect(rulesBroken(history, swapped)).toEqual(['out-of-order']);
});

const CANCEL_BY_OPERATOR: KeyedPress = { userId: 3, action: 'cancel', key: '7', request: {} };
const FULFIL: KeyedPress = { userId: 3, action: 'fulfil', key: '8', request: {} };
const TOO_LATE: KeyedPress = { userId: 4, action: 'fulfil', key: '7', request: {} };
const SENT: KeyedPress = { userId: 4, action: 'cancel', key: '8', request: {} };

/** The order of `story`, cancelled by an operator, and one marked as sent; others come too late. */
function officeStory(): { history: History; books: Books } {
  const { books } = story();
  const history = createHistory();
  const say = (press: KeyedPress, answer: ToldAnswer) => history.sent(press)(answer);
  say(TOP_UP, { kind: 'acknowledged', result: toppedUp, replayed: false });
  say(ORDER, { kind: 'acknowledged', result: paid, replayed: false });
  say({ ...ORDER, key: 'k8' }, { kind: 'acknowledged', result: { orderId: 8 }, replayed: false });
  const result = { orderId: 7, customerId: 1, refunded: 3_000 };
  say(CANCEL_BY_OPERATOR, { kind: 'unknown' });
  say(CANCEL_BY_OPERATOR, { kind: 'acknowledged', result, replayed: false });
  say(CANCEL, { kind: 'acknowledged', result: { orderId: 7 }, replayed: true });
  say(TOO_LATE, { kind: 'refused', code: 'ORDER_CANCELLED' });
  say(FULFIL, { kind: 'acknowledged', result: { orderId: 8 }, replayed: false });
  say(SENT, { kind: 'refused', code: 'ORDER_FULFILLED' });
  Object.assign(books.entries[2] ?? {}, { seq: 4, actorUserId: 3 });
  const payment = { kind: 'payment', amount: -100, balanceAfter: 1_900, orderId: 8 } as const;
  books.entries.push({ userId: 1, actorUserId: 1, seq: 3, ...payment });
  books.keys.push({ userId: 1, action: 'checkout', key: 'k8', result: { orderId: 8 } });
  books.orders.push({ id: 8, userId: 1, status: 'fulfilled', total: 100 });
  const sale = { ...OF_ORDER, kind: 'sale', delta: -1, quantityAfter: 7, orderId: 8 } as const;
  books.movements.push({ ...sale, id: 3 });
  books.redemptions.push({ orderId: 8, reversed: false });
  books.fulfilments.push({ orderId: 8, actorUserId: 3 });
  return { history, books };
}

test('orders that operators cancelled and marked add up', () => {
  const { history, books } = officeStory();
  expect(checkHistory(history, NOTHING, books).contradictions).toEqual([]);
});

test('who is told that another has cancelled it saw nothing move', () => {
  const { history, books } = officeStory();
  const result = { orderId: 7, customerId: 1, refunded: 3_000 };
  const topUp = { userId: 1, action: 'top_up', key: 'k9', request: null } as const;
  history.sent(topUp)({ kind: 'acknowledged', result: { entrySeq: 5 }, replayed: false });
  books.keys.push({ ...topUp, result: { entrySeq: 5 } });
  const entry = { userId: 1, actorUserId: 1, seq: 5, orderId: null };
  books.entries.push({ ...entry, kind: 'top_up', amount: 1, balanceAfter: 4_901 });
  const late = { ...CANCEL_BY_OPERATOR, userId: 4 };
  history.sent(late)({ kind: 'acknowledged', result, replayed: false });
  expect(rulesBroken(history, books)).toEqual([]);
});

const officeLies: typeof lies = [
  ['a cancel gave no unit back', ['lost'], (_, books) => books.movements.splice(1, 1)],
  [
    'a cancel gave its units back twice',
    ['doubled'],
    (_, books) =>
      books.movements.push({ ...(books.movements[1] as Books['movements'][number]), id: 9 }),
  ],
  [
    'a cancel gave back the units of another product',
    ['lost', 'doubled'],
    (_, books) => Object.assign(books.movements[1] ?? {}, { productId: 6 }),
  ],
  [
    'a cancel kept the coupon',
    ['lost'],
    (_, books) => Object.assign(books.redemptions[0] ?? {}, { reversed: false }),
  ],
  [
    'an order that was sent gave its coupon back',
    ['doubled'],
    (_, books) => Object.assign(books.redemptions[1] ?? {}, { reversed: true }),
  ],
  [
    'an order that was sent gave units back',
    ['doubled'],
    (_, books) =>
      books.movements.push({
        ...OF_ORDER,
        id: 9,
        kind: 'return',
        delta: 1,
        quantityAfter: 9,
        orderId: 8,
      }),
  ],
  [
    'a cancel paid another sum back than was told',
    ['other-result', 'told-twice'],
    (history) =>
      history.sent(CANCEL_BY_OPERATOR)({
        kind: 'acknowledged',
        result: { refunded: 2_999 },
        replayed: true,
      }),
  ],
  [
    'an acknowledged cancel left the order as it was',
    ['lost', 'doubled', 'other-result'],
    (_, books) => {
      Object.assign(books.orders[0] ?? {}, { status: 'paid' });
    },
  ],
  [
    'a refused cancel paid back',
    ['refused-yet-done'],
    (_, books) =>
      books.entries.push({
        ...(books.entries[2] as Books['entries'][number]),
        ...{ seq: 5, orderId: 8, actorUserId: 4 },
      }),
  ],
  [
    'a cancel of somebody who never pressed',
    ['doubled'],
    (_, books) => Object.assign(books.entries[2] ?? {}, { actorUserId: 5 }),
  ],
  [
    'an order marked as sent is paid only',
    ['lost', 'other-result'],
    (_, books) => Object.assign(books.orders[1] ?? {}, { status: 'paid' }),
  ],
  [
    'an order is marked as sent by nobody',
    ['doubled'],
    (_, books) => books.fulfilments.splice(0, 1),
  ],
  [
    'an order is marked as sent twice',
    ['doubled'],
    (_, books) => books.fulfilments.push({ orderId: 8, actorUserId: 3 }),
  ],
  [
    'a refused press has marked an order as sent',
    ['refused-yet-done'],
    (_, books) => books.fulfilments.push({ orderId: 7, actorUserId: 4 }),
  ],
  [
    'a mark is acknowledged and then taken back',
    ['taken-back', 'other-result'],
    (history) => history.sent(FULFIL)({ kind: 'refused', code: 'ORDER_CANCELLED' }),
  ],
  [
    'a mark is told done of an order that is cancelled',
    ['lost'],
    (history) =>
      history.sent({ ...FULFIL, key: '7' })({ kind: 'acknowledged', result: {}, replayed: false }),
  ],
  [
    'nobody asks again whether an order was marked',
    ['unsettled'],
    (history) => history.sent(FULFIL)({ kind: 'unknown' }),
  ],
];

for (const [name, rules, plant] of officeLies) {
  test(`a lie about an order is caught: ${name}`, () => {
    const { history, books } = officeStory();
    plant(history, books);
    expect(rulesBroken(history, books).sort()).toEqual([...rules].sort());
  });
}
