/** Integer won (KRW), a safe integer: there are no fractions of it anywhere (spec.md: Money). */
export type Won = number;

/**
 * Guards a result of arithmetic on won.
 * @throws RangeError when it is no safe integer: a bug, never an input error
 */
export function won(value: number): Won {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not an exact amount of won: ${value}`);
  return value;
}
