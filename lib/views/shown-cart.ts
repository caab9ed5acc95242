/**
 * What a checkout page showed, carried by its form in the field `shown`, so that the page after a
 * press can say what changed meanwhile, and that what was not shown is not bought unasked (spec.md:
 * Confirmed total). The ceiling is `confirmedTotal`; whoever writes another text in here misleads nobody
 * else.
 */

/** Money in won. */
export interface ShownCart {
  /** What the coupon took off. */
  discount: number;
  lines: ShownCartLine[];
}

export interface ShownCartLine {
  productId: number;
  name: string;
  quantity: number;
  unitPrice: number;
  /** False: it could not be bought, and counted in no sum. */
  counts: boolean;
}

/** A line that is not what it was. `null`: that part did not change. */
export interface LineChange {
  productId: number;
  name: string;
  unitPrice: Change | null;
  /** `before` 0: put in since; `now` 0: taken out since. */
  quantity: Change | null;
  /** It could not be bought then, and counts now. That it no longer counts is said at its line. */
  back: boolean;
}

export interface Change {
  before: number;
  now: number;
}

/** The text of the field, as short as fifty lines need it. */
export function writeShownCart({ discount, lines }: ShownCart): string {
  return JSON.stringify([
    discount,
    ...lines.map(({ productId, name, quantity, unitPrice, counts }) => [
      ...[productId, name, quantity, unitPrice],
      counts ? 1 : 0,
    ]),
  ]);
}

/** Reads the field back. @returns null for anything that `writeShownCart` does not write */
export function readShownCart(text: string | undefined): ShownCart | null {
  const parsed = parse(text ?? '');
  if (!Array.isArray(parsed)) return null;
  const [discount, ...rows]: unknown[] = parsed;
  const lines = rows.map(readLine);
  return isCount(discount) && lines.every((line) => line !== null) ? { discount, lines } : null;
}

/** Units of each product that the page counted. */
export function shownUnits({ lines }: ShownCart): Map<number, number> {
  const counted = lines.filter(({ counts }) => counts);
  return new Map(counted.map(({ productId, quantity }) => [productId, quantity]));
}

/** Every line that changed between two pages, in the order of the later one; gone ones at the end. */
export function changedLines(before: ShownCartLine[], now: ShownCartLine[]): LineChange[] {
  const earlier = new Map(before.map((line) => [line.productId, line]));
  const later = new Set(now.map((line) => line.productId));
  const changes = [
    ...now.map((line) => changeOf(earlier.get(line.productId) ?? { ...line, quantity: 0 }, line)),
    ...before
      .filter((line) => !later.has(line.productId))
      .map((line) => changeOf(line, { ...line, quantity: 0 })),
  ];
  return changes.filter(
    ({ unitPrice, quantity, back }) => unitPrice !== null || quantity !== null || back,
  );
}

function changeOf(before: ShownCartLine, now: ShownCartLine): LineChange {
  return {
    productId: now.productId,
    name: now.name,
    unitPrice: change(before.unitPrice, now.unitPrice),
    quantity: change(before.quantity, now.quantity),
    back: !before.counts && now.counts,
  };
}

const change = (before: number, now: number): Change | null =>
  before === now ? null : { before, now };

function readLine(row: unknown): ShownCartLine | null {
  if (!Array.isArray(row)) return null;
  const [productId, name, quantity, unitPrice, counts]: unknown[] = row;
  const known =
    isCount(productId) && typeof name === 'string' && isCount(quantity) && isCount(unitPrice);
  if (!known || (counts !== 0 && counts !== 1)) return null;
  return { productId, name, quantity, unitPrice, counts: counts === 1 };
}

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
