/** Why a text is no amount of won; each has its own words on the page. */
export type AmountProblem =
  | 'missing'
  /** A minus sign in front. */
  | 'negative'
  /** A fraction of a won. */
  | 'fraction'
  /** Letters, full-width digits, exponents, commas in odd places … */
  | 'notDigits'
  /** More digits than an exact number holds; far above every limit. */
  | 'tooLarge';

export type ParsedAmount = { ok: true; won: number } | { ok: false; problem: AmountProblem };

/** Digits alone, or in groups of three with the same sign between all of them. */
const wellFormed = /^(?:\d+|\d{1,3}(?:(?:,\d{3})+|(?:\s\d{3})+))$/;

/**
 * Reads an amount of money as a person types it: digits, or digits grouped in threes by commas or by
 * blanks (`10000`, `10,000`, `10 000`), with or without the currency (`₩10,000`, `10,000원`), blanks
 * around each allowed. The one reader of amounts that people type. Anything else is refused by its kind, never
 * guessed at (hardening.md: Charge amount). Limits are the domain's (spec.md: Top-up limits).
 *
 * @returns whole won, 0 or more
 */
export function parseAmount(typed: string): ParsedAmount {
  return typed.trim() === '' ? no('missing') : parseDigits(withoutCurrency(typed));
}

/** What a field means, where the reason why it means nothing has no words of its own; null: nothing. */
export type NumberReader = (typed: string) => number | null;

/** Reads an amount of money. */
export const wonOf: NumberReader = (typed) => wonIn(parseAmount(typed));

/** Reads how many: units, uses, per cent. Written as an amount is, without a currency. */
export const countOf: NumberReader = (typed) => wonIn(parseDigits(typed.trim()));

/** Reads a change: the same with a sign in front, which may be a plus. */
export const signed =
  (read: NumberReader): NumberReader =>
  (typed) => {
    const text = typed.trimStart();
    const number = read(text.replace(/^[+−-]/, ''));
    const negative = text.startsWith('-') || text.startsWith('−');
    return number !== null && negative ? -number : number;
  };

const wonIn = (parsed: ParsedAmount) => (parsed.ok ? parsed.won : null);

function parseDigits(text: string): ParsedAmount {
  if (/^[-−]\s*\d/.test(text)) return no('negative');
  if (/^\d[\d,\s]*\.\d*$/.test(text)) return no('fraction');
  if (!wellFormed.test(text)) return no('notDigits');
  const won = Number(text.replace(/[,\s]/g, ''));
  return Number.isSafeInteger(won) ? { ok: true, won } : no('tooLarge');
}

/** What a field holds once `won` is added to what is typed in it; what is no amount counts as nothing. */
export function addToTyped(typed: string, won: number): number {
  const amount = parseAmount(typed);
  const sum = (amount.ok ? amount.won : 0) + won;
  return Number.isSafeInteger(sum) ? sum : won;
}

/** `￦` is what keyboards of full width write. A minus sign stays: it may stand before the currency. */
function withoutCurrency(typed: string): string {
  return typed
    .trim()
    .replace(/^([-−]?)\s*[₩￦]\s*/, '$1')
    .replace(/\s*원$/, '');
}

function no(problem: AmountProblem): ParsedAmount {
  return { ok: false, problem };
}
