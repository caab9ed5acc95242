import type { Books } from './books';
import { acknowledgement, type Contradiction, type KeyHistory, nameOf, walletOf } from './history';

type Entry = Books['entries'][number];

/**
 * Whether the money, orders and units that the books hold are those that clients were told of: each
 * acknowledged key once with its figures, and nothing that no client asked for.
 */
export function checkEffects(keys: KeyHistory[], before: Books, after: Books): Contradiction[] {
  const old = {
    orders: new Set(before.orders.map(({ id }) => id)),
    entries: new Set(before.entries.map(entryId)),
    movements: new Set(before.movements.map(({ id }) => id)),
    keys: new Set(before.keys.map(rowId)),
  };
  const asked = new Map(keys.map((key) => [rowId(key), key]));
  const newKeys = after.keys.filter((row) => !old.keys.has(rowId(row)));
  const newEntries = after.entries.filter((entry) => !old.entries.has(entryId(entry)));
  const newOrders = after.orders.filter(({ id }) => !old.orders.has(id));
  const restocks = after.movements.filter(
    ({ id, kind }) => !old.movements.has(id) && (kind === 'restock' || kind === 'correction'),
  );
  const accepted = newKeys.filter((row) => asked.has(rowId(row)));
  const orderOfKey = new Set(
    accepted.filter((r) => r.action === 'checkout').map((row) => row.result?.orderId),
  );
  const entryOfKey = new Set(
    accepted
      .filter(({ action }) => action === 'top_up' || action === 'adjustment')
      .map(({ action, userId, result }) => {
        const wallet = Number(result?.customerId ?? userId);
        return `${action} ${entryId({ userId: wallet, seq: Number(result?.entrySeq) })}`;
      }),
  );
  const doubled = (what: string): Contradiction => ({ rule: 'doubled', what });

  return [
    ...newKeys
      .filter((row) => !asked.has(rowId(row)))
      .map((row) => doubled(`key ${rowId(row)} was sent by nobody`)),
    ...newOrders
      .filter(({ id }) => !orderOfKey.has(id))
      .map(({ id, userId }) => doubled(`order ${id} of user ${userId} belongs to no key`)),
    ...newEntries
      .filter(({ kind }) => kind === 'top_up' || kind === 'adjustment')
      .map((entry) => `${entry.kind} ${entryId(entry)}`)
      .filter((entry) => !entryOfKey.has(entry))
      .map((entry) => doubled(`${entry} belongs to no key`)),
    ...repeated(newEntries.filter(({ orderId }) => orderId !== null)).map((entry) =>
      doubled(`order ${entry.orderId} has a second ${entry.kind}, entry ${entryId(entry)}`),
    ),
    ...checkRestocks(accepted, restocks),
    ...keys.flatMap((key) => checkFigures(key, after)),
  ];
}

const KINDS = {
  checkout: 'payment',
  top_up: 'top_up',
  cancel: 'refund',
  adjustment: 'adjustment',
} as const;

/** Whether the effect of one acknowledged key stands in the books with the figures told. */
function checkFigures(key: KeyHistory, books: Books): Contradiction[] {
  const told = acknowledgement(key);
  // Units are counted for all keys together, and nothing moves with an order that is sent.
  if (!told || key.action === 'restock' || key.action === 'fulfil') return [];
  const orderId = key.action === 'cancel' ? Number(key.key) : told.orderId;
  const order = books.orders.find(({ id, userId }) => id === orderId && userId === walletOf(key));
  const kind = KINDS[key.action];
  const ofOrder = kind === 'payment' || kind === 'refund';
  const entry = books.entries.find(
    (e) =>
      e.kind === kind &&
      e.userId === walletOf(key) &&
      (ofOrder ? e.orderId === orderId : e.seq === (told.entrySeq ?? seqOf(key, books))),
  );
  const gone = ofOrder && !order;
  if (!entry || gone || (kind === 'refund' && order?.status !== 'cancelled')) {
    return [{ rule: 'lost', what: `${nameOf(key)}: ${JSON.stringify(told)}` }];
  }
  const kept = {
    amount: entry.amount,
    balanceAfter: entry.balanceAfter,
    total: order?.total,
    refunded: entry.amount,
  };
  const paysTotal = order === undefined || Math.abs(entry.amount) === order.total;
  const names = ['amount', 'balanceAfter', 'total', 'refunded'] as const;
  return [
    ...names
      .filter((name) => told[name] !== undefined && told[name] !== kept[name])
      .map((name) => `${nameOf(key)}: told ${name} ${told[name]}, kept ${kept[name]}`),
    ...(paysTotal ? [] : [`${nameOf(key)}: order of ${order.total}, entry of ${entry.amount}`]),
  ].map((what) => ({ rule: 'other-result', what }));
}

function seqOf({ userId, action, key }: KeyHistory, { keys }: Books): number | undefined {
  const row = keys.find((k) => k.key === key && k.action === action && k.userId === userId);
  return row?.result?.entrySeq as number | undefined;
}

/** Whether the movements that operators of the log made are those of their keys, one each. */
function checkRestocks(accepted: Books['keys'], movements: Books['movements']): Contradiction[] {
  const restocks = accepted.filter(({ action }) => action === 'restock');
  const operators = new Set(restocks.map(({ userId }) => userId));
  const left = movements.filter(({ actorUserId }) => operators.has(actorUserId ?? 0));
  const lost = restocks.filter(({ userId, result }) => {
    const own = left.findIndex(
      ({ actorUserId, quantityAfter }) =>
        actorUserId === userId && quantityAfter === result?.quantity,
    );
    if (own >= 0) left.splice(own, 1);
    return own < 0;
  });
  return [
    ...lost.map((row) => ({ rule: 'lost' as const, what: `${rowId(row)} moved no stock` })),
    ...left.map(({ id }) => ({
      rule: 'doubled' as const,
      what: `stock movement ${id} belongs to no key`,
    })),
  ];
}

/** Entries of an order after its first of the same kind. */
function repeated(entries: Entry[]): Entry[] {
  const seen = new Set<string>();
  return entries.filter(({ orderId, kind }) => {
    const id = `${orderId} ${kind}`;
    const again = seen.has(id);
    seen.add(id);
    return again;
  });
}

const rowId = ({ userId, action, key }: { userId: number; action: string; key: string }) =>
  `${userId} ${action} ${key}`;

const entryId = ({ userId, seq }: { userId: number; seq: number }) => `${userId}/${seq}`;
