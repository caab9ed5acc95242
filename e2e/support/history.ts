/**
 * What clients sent and what they were told, written down as it happens: their word against the
 * books' (protocol.md: Invariants, 12). `check-history.ts` compares the two.
 *
 *     const history = createHistory();
 *     const answered = history.sent({ userId, action: 'top_up', key, request: { amount: 5000 } });
 *     answered({ kind: 'acknowledged', replayed: false, result: { entrySeq: 1, amount: 5000 } });
 */

/** `cancel` and `fulfil` carry no key: the order's number is what makes them once. */
export type HistoryAction = 'top_up' | 'checkout' | 'restock' | 'adjustment' | 'cancel' | 'fulfil';

/** What a press was for. The same press again has the same key and the same request. */
export interface KeyedPress {
  userId: number;
  action: HistoryAction;
  /** UUID of the form; for `cancel` and `fulfil` the order's number. */
  key: string;
  /** What the form asked for, to tell a repeat from another request under its key. */
  request: unknown;
}

/** Figures that the client was shown; those it was not shown are left out. */
export interface ShownResult {
  orderId?: number;
  /** Whose wallet an operator adjusted, or whose order an operator cancelled. */
  customerId?: number;
  /** Number of the wallet entry. */
  entrySeq?: number;
  /** Won of a top-up or an adjustment. */
  amount?: number;
  /** Won of an order. */
  total?: number;
  balanceAfter?: number;
  /** Won that a cancellation gave back. */
  refunded?: number;
  /** Units after a restock. */
  quantity?: number;
}

export type ToldAnswer =
  | { kind: 'acknowledged'; result: ShownResult; replayed: boolean }
  /** An order that was there before was shown: this key's own, or the one another tab made. */
  | { kind: 'shown'; orderId: number }
  /** A definite no: nothing was done. */
  | { kind: 'refused'; code: string }
  /** No answer, or one that leaves it open (500, `OUTCOME_UNKNOWN`). */
  | { kind: 'unknown' };

/** Refusals by which a press changed nothing, and which say nothing about an earlier one of its key. */
const FOR_NOW = ['BUSY', 'UNAVAILABLE'];

export const isRefusedForNow = (answer: ToldAnswer) =>
  answer.kind === 'refused' && FOR_NOW.includes(answer.code);

export interface Attempt extends KeyedPress {
  /** Instants of one clock that ticks at every event of this log. */
  sentAt: number;
  /** Null: never answered, nor given up. */
  answeredAt: number | null;
  answer: ToldAnswer;
}

export interface History {
  /** Writes a press down before it is sent; the function that it gives takes the answer. */
  sent(press: KeyedPress): (answer: ToldAnswer) => void;
  attempts: readonly Attempt[];
}

export function createHistory(): History {
  const attempts: Attempt[] = [];
  let clock = 0;
  return {
    attempts,
    sent(press) {
      const attempt: Attempt = {
        ...press,
        // As PostgreSQL spells a UUID.
        key: press.key.toLowerCase(),
        sentAt: ++clock,
        answeredAt: null,
        answer: { kind: 'unknown' },
      };
      attempts.push(attempt);
      return (answer) => {
        attempt.answer = answer;
        attempt.answeredAt = ++clock;
      };
    },
  };
}

/** What the attempts of one key came to. */
export interface KeyHistory {
  userId: number;
  action: HistoryAction;
  key: string;
  attempts: Attempt[];
}

/** The attempts by their key, in the order of the first of each. */
export function byKey(attempts: readonly Attempt[]): KeyHistory[] {
  const keys = new Map<string, KeyHistory>();
  for (const attempt of attempts) {
    const { userId, action, key } = attempt;
    const id = `${userId} ${action} ${key}`;
    const known = keys.get(id) ?? { userId, action, key, attempts: [] };
    known.attempts.push(attempt);
    keys.set(id, known);
  }
  return [...keys.values()];
}

/** Something that the log and the books say differently. */
export interface Contradiction {
  rule: /** Acknowledged, and not in the books. */
    | 'lost'
    /** In the books, and no client asked for it, or it asked once and it is there twice. */
    | 'doubled'
    /** The books hold other figures than the client was shown. */
    | 'other-result'
    /** One key was told two results, or its first result twice. */
    | 'told-twice'
    /** Refused, and in the books all the same. */
    | 'refused-yet-done'
    /** Acknowledged first, and refused when it was sent again. */
    | 'taken-back'
    /** Nobody came back to ask about an unknown outcome. */
    | 'unsettled'
    /** Entries of a wallet stand in another order than they were acknowledged in. */
    | 'out-of-order';
  /** Whose and what, for a person to read. */
  what: string;
}

/** A key for a person to read. */
export const nameOf = ({ userId, action, key }: Omit<KeyHistory, 'attempts'>) =>
  `user ${userId} ${action} ${key}`;

/** What the client was told of a key's result, over all attempts; undefined: never acknowledged. */
export function acknowledgement({ attempts }: KeyHistory): ShownResult | undefined {
  const shown = attempts.flatMap(({ answer }) =>
    answer.kind === 'acknowledged' ? [answer.result] : [],
  );
  return shown.length > 0 ? Object.assign({}, ...shown) : undefined;
}

/** The user whose wallet a key moves: an operator moves another's. */
export const walletOf = (key: KeyHistory): number => acknowledgement(key)?.customerId ?? key.userId;
