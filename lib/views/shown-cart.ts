/**
 * What a checkout page showed, carried by its form in the field `shown`, so that the page after a
 * press can say what changed meanwhile (spec.md: Confirmed total). It explains and decides nothing:
 * the ceiling is `confirmedTotal`, and whoever writes another text in here misleads nobody else.
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
}

/** A line that is not what it was. `null`: that part did not change. */
export interface LineChange {
  productId: number;
  name: string;
  unitPrice: Change | null;
  /** `before` 0: put in since; `now` 0: taken out since. */
  quantity: Change | null;
}

export interface Change {
  before: number;
  now: number;
}

/** The text of the field, as short as fifty lines need it. */
export function writeShownCart({ discount, lines }: ShownCart): string {
  return JSON.stringify([
    discount,
    ...lines.map(({ productId, name, quantity, unitPrice }) => [
      productId,
      name,
      quantity,
      unitPrice,
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
  return changes.filter(({ unitPrice, quantity }) => unitPrice !== null || quantity !== null);
}

function changeOf(before: ShownCartLine, now: ShownCartLine): LineChange {
  return {
    productId: now.productId,
    name: now.name,
    unitPrice: change(before.unitPrice, now.unitPrice),
    quantity: change(before.quantity, now.quantity),
  };
}

const change = (before: number, now: number): Change | null =>
  before === now ? null : { before, now };

function readLine(row: unknown): ShownCartLine | null {
  if (!Array.isArray(row)) return null;
  const [productId, name, quantity, unitPrice]: unknown[] = row;
  const known =
    isCount(productId) && typeof name === 'string' && isCount(quantity) && isCount(unitPrice);
  return known ? { productId, name, quantity, unitPrice } : null;
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
