import type { Books } from './books';
import { acknowledgement, type Contradiction, type KeyHistory, nameOf } from './history';

/** What somebody did to an order, as the books have it. */
interface Act {
  userId: number;
  action: 'cancel' | 'fulfil';
  orderId: number;
}

/** Where an order stands after each, and the refusal that says so. */
const ENDS = {
  cancel: { status: 'cancelled', refusal: 'ORDER_CANCELLED' },
  fulfil: { status: 'fulfilled', refusal: 'ORDER_FULFILLED' },
} as const;

/**
 * Whether orders were cancelled and marked as sent by those who were told so, once each, and whether
 * what was cancelled gave back its units and its coupon (spec.md: Cancel). Its money is an entry like
 * any other (`history-effects.ts`).
 */
export function checkOrders(keys: KeyHistory[], before: Books, after: Books): Contradiction[] {
  const old = new Set(actsIn(before).map(actId));
  const acts = actsIn(after).filter((act) => !old.has(actId(act)));
  const fulfilled = acts.filter(({ action }) => action === 'fulfil').map((act) => act.orderId);
  const pressed = keys.filter(({ action }) => action in ENDS);
  const named = new Set(pressed.map(({ key }) => Number(key)));
  const standing = new Map(after.orders.map(({ id, status }) => [id, status]));
  const known = new Map(before.orders.map(({ id, status }) => [id, status]));
  return [
    ...acts.flatMap((act) => checkAct(act, pressed)),
    ...fulfilled
      .filter((orderId, i) => fulfilled.indexOf(orderId) < i)
      .map((orderId) => ({
        rule: 'doubled' as const,
        what: `order ${orderId} was marked again`,
      })),
    ...after.orders
      .filter(({ id, status }) => status !== 'paid' && status !== known.get(id))
      .filter(
        ({ id, status }) =>
          !acts.some(({ orderId, action }) => orderId === id && ENDS[action].status === status),
      )
      .map(({ id, status }) => ({
        rule: 'doubled' as const,
        what: `order ${id} is ${status}, and nobody did it`,
      })),
    ...pressed.flatMap((key) => checkTold(key, standing.get(Number(key.key)))),
    ...after.orders.filter(({ id }) => named.has(id)).flatMap((order) => checkGiven(order, after)),
  ];
}

function actsIn({ entries, fulfilments }: Books): Act[] {
  return [
    ...entries.flatMap(({ kind, actorUserId: userId, orderId }) =>
      kind === 'refund' && orderId !== null ? [{ userId, action: 'cancel' as const, orderId }] : [],
    ),
    ...fulfilments.map(({ actorUserId: userId, orderId }) => ({
      ...{ userId, action: 'fulfil' as const, orderId },
    })),
  ];
}

/** Whether somebody who may have done it was not told no. */
function checkAct(act: Act, pressed: KeyHistory[]): Contradiction[] {
  const key = pressed.find(
    ({ userId, action, key: orderId }) => actId({ userId, action, orderId }) === actId(act),
  );
  if (!key) return [{ rule: 'doubled', what: `${actId(act)} was asked for by nobody` }];
  const mayBeDone = key.attempts.some(({ answer }) => answer.kind !== 'refused');
  return mayBeDone ? [] : [{ rule: 'refused-yet-done', what: nameOf(key) }];
}

/** Whether an order stands where the answers of one key left it. */
function checkTold(key: KeyHistory, status: string | undefined): Contradiction[] {
  const lost =
    key.action === 'fulfil' && acknowledgement(key) !== undefined && status !== 'fulfilled';
  const wrong = key.attempts.flatMap(({ answer }) =>
    Object.values(ENDS)
      .filter((end) => answer.kind === 'refused' && answer.code === end.refusal)
      .filter((end) => end.status !== status)
      .map(({ refusal }) => `${nameOf(key)}: told ${refusal}, and it is ${status}`),
  );
  return [
    ...(lost ? [{ rule: 'lost' as const, what: `${nameOf(key)}: it is ${status}` }] : []),
    ...wrong.map((what) => ({ rule: 'other-result' as const, what })),
  ];
}

/** Whether a cancelled order gave back all that it took, once, and any other nothing. */
function checkGiven({ id, status }: Books['orders'][number], books: Books): Contradiction[] {
  const cancelled = status === 'cancelled';
  /** Units beyond what it should have given back, by product. */
  const beyond = new Map<number, number>();
  for (const { kind, delta, productId } of books.movements.filter((m) => m.orderId === id)) {
    const counts = kind === 'return' || (kind === 'sale' && cancelled);
    if (counts) beyond.set(productId, (beyond.get(productId) ?? 0) + delta);
  }
  const uses = books.redemptions.filter(({ orderId }) => orderId === id);
  const differs = uses.some(({ reversed }) => reversed !== cancelled);
  const given = [...beyond].filter(([, units]) => units !== 0);
  return [
    ...given.map(([productId, units]) => ({ back: units > 0, what: `product ${productId}` })),
    ...(differs ? [{ back: !cancelled, what: 'its coupon' }] : []),
  ].map(({ back, what }) => ({
    rule: back ? ('doubled' as const) : ('lost' as const),
    what: `order ${id}, ${status}: ${what} came back too ${back ? 'often' : 'little'}`,
  }));
}

const actId = ({ userId, action, orderId }: Record<keyof Act, number | string>) =>
  `user ${userId} ${action} ${orderId}`;
