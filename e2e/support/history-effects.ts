import type { Books } from './books';
import { acknowledgement, type Contradiction, type KeyHistory, nameOf } from './history';

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
  const topUpOfKey = new Set(
    accepted
      .filter((row) => row.action === 'top_up')
      .map((row) => entryId({ userId: row.userId, seq: Number(row.result?.entrySeq) })),
  );
  const cancelled = new Set(
    keys
      .filter(({ action, attempts }) => {
        const mayBeDone = attempts.some(({ answer }) => answer.kind !== 'refused');
        return action === 'cancel' && mayBeDone;
      })
      .map(({ key }) => Number(key)),
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
      .filter((entry) => entry.kind === 'top_up' && !topUpOfKey.has(entryId(entry)))
      .map((entry) => doubled(`top-up ${entryId(entry)} belongs to no key`)),
    ...newEntries
      .filter(({ kind, orderId }) => kind === 'refund' && !cancelled.has(orderId ?? 0))
      .map((entry) => doubled(`refund ${entryId(entry)} was asked for by nobody`)),
    ...repeated(newEntries.filter(({ orderId }) => orderId !== null)).map((entry) =>
      doubled(`order ${entry.orderId} has a second ${entry.kind}, entry ${entryId(entry)}`),
    ),
    ...extraRestocks(accepted, restocks).map(({ id }) =>
      doubled(`stock movement ${id} belongs to no key`),
    ),
    ...keys.flatMap((key) => checkFigures(key, after)),
  ];
}

/** Whether the effect of one acknowledged key stands in the books with the figures told. */
function checkFigures(key: KeyHistory, books: Books): Contradiction[] {
  const told = acknowledgement(key);
  if (!told || (key.action !== 'checkout' && key.action !== 'top_up' && key.action !== 'cancel')) {
    return [];
  }
  const orderId = key.action === 'cancel' ? Number(key.key) : told.orderId;
  const order = books.orders.find(({ id, userId }) => id === orderId && userId === key.userId);
  const kind = ({ checkout: 'payment', top_up: 'top_up', cancel: 'refund' } as const)[key.action];
  const entry = books.entries.find(
    (e) =>
      e.kind === kind &&
      e.userId === key.userId &&
      (kind === 'top_up' ? e.seq === (told.entrySeq ?? seqOf(key, books)) : e.orderId === orderId),
  );
  const gone = kind !== 'top_up' && !order;
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

/** Movements that more operators' keys would be needed for than there are. */
function extraRestocks(accepted: Books['keys'], movements: Books['movements']) {
  const left = new Map<number, number>();
  for (const { userId } of accepted.filter(({ action }) => action === 'restock')) {
    left.set(userId, (left.get(userId) ?? 0) + 1);
  }
  return movements.filter(({ actorUserId }) => {
    if (actorUserId === null || !left.has(actorUserId)) return false;
    const n = (left.get(actorUserId) ?? 0) - 1;
    left.set(actorUserId, n);
    return n < 0;
  });
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
