import { isDeepStrictEqual } from 'node:util';
import type { Books } from './books';
import {
  type Attempt,
  acknowledgement,
  byKey,
  type Contradiction,
  type History,
  isRefusedForNow,
  type KeyHistory,
  nameOf,
  walletOf,
} from './history';
import { checkEffects } from './history-effects';
import { checkOrders } from './history-orders';

export interface HistoryCounts {
  /** Attempts: done, again, refused and open together. */
  sent: number;
  /** Attempts told that they did it. */
  done: number;
  /** Attempts shown what was there already: this key's first result, or another tab's order. */
  again: number;
  /** Attempts definitely refused. */
  refused: number;
  /** Attempts without an answer, or with one that leaves it open. */
  open: number;
  /** Keys acknowledged. */
  acknowledged: number;
  /** Keys with an open outcome that a repeat settled. */
  unknownThenSettled: number;
  /** Acknowledged keys that are not in the books; must be 0. */
  lost: number;
  /** Effects in the books beyond one a key; must be 0. */
  doubled: number;
}

/**
 * Checks every word that clients were told against the books (protocol.md: Invariants, 12).
 *
 * @param before the books when the log began; what stood in them is nobody's concern here
 * @param after the books when every client was done
 */
export function checkHistory(
  { attempts }: Pick<History, 'attempts'>,
  before: Books,
  after: Books,
): { contradictions: Contradiction[]; counts: HistoryCounts } {
  const keys = byKey(attempts);
  const contradictions = distinct([
    ...keys.flatMap(checkTold),
    ...keys.flatMap((key) => checkKey(key, after)),
    ...checkEffects(keys, before, after),
    ...checkOrders(keys, before, after),
    ...checkSequence(keys, after),
  ]);
  const countOf = (rule: Contradiction['rule']) =>
    contradictions.filter((contradiction) => contradiction.rule === rule).length;
  const countTold = (told: (answer: Attempt['answer']) => boolean) =>
    attempts.filter(({ answer }) => told(answer)).length;
  return {
    contradictions,
    counts: {
      sent: attempts.length,
      done: countTold((answer) => answer.kind === 'acknowledged' && !answer.replayed),
      again: countTold(
        (answer) => answer.kind === 'shown' || (answer.kind === 'acknowledged' && answer.replayed),
      ),
      refused: countTold(({ kind }) => kind === 'refused'),
      open: countTold(({ kind }) => kind === 'unknown'),
      acknowledged: keys.filter(acknowledgement).length,
      unknownThenSettled: keys.filter(
        (key) => key.attempts.some(isUnknown) && unsettled(key) === undefined,
      ).length,
      lost: countOf('lost'),
      doubled: countOf('doubled'),
    },
  };
}

/** One line for the end of a run. */
export function describeCounts(counts: HistoryCounts): string {
  const { acknowledged, unknownThenSettled, lost, doubled, ...presses } = counts;
  const keys = { 'keys done': acknowledged, 'open-then-settled': unknownThenSettled };
  return Object.entries({ ...presses, ...keys, lost, doubled })
    .map(([name, n]) => `${name} ${n}`)
    .join(' · ');
}

/** A key without its row and without its money is lost once. */
function distinct(found: Contradiction[]): Contradiction[] {
  return [...new Map(found.map((one) => [`${one.rule} ${one.what}`, one])).values()];
}

const isUnknown = ({ answer }: Attempt) => answer.kind === 'unknown';

/** The last unknown attempt that nothing sent after it settled. */
function unsettled({ attempts }: KeyHistory): Attempt | undefined {
  const settling = attempts.filter(
    (attempt) => !isUnknown(attempt) && !isRefusedForNow(attempt.answer),
  );
  return attempts
    .filter(isUnknown)
    .find(({ sentAt, answeredAt }) => !settling.some((s) => s.sentAt > (answeredAt ?? sentAt)));
}

/** Whether the answers of one key go together. */
function checkTold(key: KeyHistory): Contradiction[] {
  const found: Contradiction[] = [];
  const told = key.attempts.flatMap((attempt) =>
    attempt.answer.kind === 'acknowledged' ? [{ ...attempt, answer: attempt.answer }] : [],
  );
  const all = acknowledgement(key);
  for (const { answer } of told) {
    if (!isDeepStrictEqual({ ...all, ...answer.result }, all)) {
      const what = `${nameOf(key)}: told ${JSON.stringify(answer.result)} and ${JSON.stringify(all)}`;
      found.push({ rule: 'told-twice', what });
    }
  }
  const firsts = told.filter(({ answer }) => !answer.replayed);
  if (firsts.length > 1) {
    found.push({ rule: 'told-twice', what: `${nameOf(key)}: done anew ${firsts.length} times` });
  }
  for (const { answer, sentAt, request } of key.attempts) {
    if (answer.kind !== 'refused' || isRefusedForNow(answer)) continue;
    const before = told.find(
      (t) => (t.answeredAt ?? 0) < sentAt && isDeepStrictEqual(t.request, request),
    );
    if (before) found.push({ rule: 'taken-back', what: `${nameOf(key)}: then ${answer.code}` });
  }
  const open = unsettled(key);
  if (open) found.push({ rule: 'unsettled', what: `${nameOf(key)}, sent at ${open.sentAt}` });
  return found;
}

/** Whether the books hold what one key was told. */
function checkKey(key: KeyHistory, books: Books): Contradiction[] {
  if (key.action === 'cancel' || key.action === 'fulfil') return [];
  const row = books.keys.find(
    (kept) => kept.key === key.key && kept.action === key.action && kept.userId === key.userId,
  );
  const told = acknowledgement(key);
  // Before its own order was there, a key may be shown the one that another tab made of the cart.
  const ownSince = Math.min(
    ...key.attempts.map(({ answer, answeredAt }) =>
      answer.kind === 'acknowledged' ? (answeredAt ?? 0) : Number.POSITIVE_INFINITY,
    ),
  );
  const elsewhere = key.attempts.flatMap(({ answer, sentAt }) => {
    if (answer.kind !== 'shown' || row?.result?.orderId === answer.orderId) return [];
    const theirs = books.orders.some(
      ({ id, userId }) => id === answer.orderId && userId === key.userId,
    );
    return theirs && sentAt < ownSince ? [] : [answer.orderId];
  });
  if (elsewhere.length > 0) {
    const what = `${nameOf(key)}: shown order ${elsewhere}, kept ${JSON.stringify(row?.result)}`;
    return [{ rule: 'other-result', what }];
  }
  if (!told) {
    const mayBeDone = key.attempts.some(
      ({ answer }) =>
        answer.kind === 'unknown' ||
        (answer.kind === 'shown' && answer.orderId === row?.result?.orderId),
    );
    if (!row || mayBeDone) return [];
    return [{ rule: 'refused-yet-done', what: `${nameOf(key)}: ${JSON.stringify(row.result)}` }];
  }
  if (!row?.result) return [{ rule: 'lost', what: `${nameOf(key)}: ${JSON.stringify(told)}` }];
  const { result } = row;
  return Object.entries(told)
    .filter(([name, value]) => name in result && result[name] !== value)
    .map(([name, value]) => ({
      rule: 'other-result' as const,
      what: `${nameOf(key)}: told ${name} ${value}, kept ${result[name]}`,
    }));
}

/** Whether wallets moved in the order in which clients saw it: acknowledged before sent, first. */
function checkSequence(keys: KeyHistory[], books: Books): Contradiction[] {
  const moves = keys.flatMap((key) => {
    const seq = seqOf(key, books);
    const acknowledged = key.attempts.filter(({ answer }) => answer.kind === 'acknowledged');
    if (seq === undefined || acknowledged.length === 0) return [];
    const sentAt = Math.min(...key.attempts.map((attempt) => attempt.sentAt));
    const toldAt = Math.min(...acknowledged.map(({ answeredAt }) => answeredAt ?? 0));
    return [{ key, seq, sentAt, toldAt }];
  });
  return moves.flatMap((later) =>
    moves
      .filter((m) => walletOf(m.key) === walletOf(later.key) && m.toldAt < later.sentAt)
      .filter((earlier) => earlier.seq > later.seq)
      .map((earlier) => ({
        rule: 'out-of-order' as const,
        what: `${nameOf(earlier.key)} was told before ${nameOf(later.key)} was sent, and stands after it`,
      })),
  );
}

function seqOf(key: KeyHistory, books: Books): number | undefined {
  const told = acknowledgement(key);
  if (told?.entrySeq !== undefined) return told.entrySeq;
  if (key.action === 'fulfil') return undefined;
  const orderId = key.action === 'cancel' ? Number(key.key) : told?.orderId;
  const kind = key.action === 'cancel' ? 'refund' : 'payment';
  // Whoever is told that another has cancelled it saw nothing move.
  return books.entries.find(
    (entry) => entry.orderId === orderId && entry.kind === kind && entry.actorUserId === key.userId,
  )?.seq;
}
