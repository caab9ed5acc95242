/** Why a line of an uploaded table cannot be applied. */
export type ImportProblem =
  /** No product has this number or address. */
  | 'UNKNOWN_PRODUCT'
  /** The change is no whole number, or beyond `MOST_UNITS`. */
  | 'WRONG_NUMBER'
  /** More would be taken away than is there. */
  | 'BELOW_ZERO'
  /** An earlier line changes the same product. */
  | 'DUPLICATE'
  /** Neither the line nor the upload says why. */
  | 'NO_REASON';

export interface ImportedLine {
  /** As the file's editor numbers it. */
  line: number;
  /** The product's number, or the end of its address; digits alone are a number. */
  product: string;
  /** Empty or 0: the line changes nothing. */
  delta: string;
  reason: string;
}

export interface ImportedProduct {
  productId: number;
  slug: string;
  nameKo: string;
  nameEn: string;
  /** Units now. */
  quantity: number;
}

/** What a line would do. */
export type LineDecision = ImportedLine & { found: ImportedProduct | null } & (
    | { effect: 'change'; change: number; quantityAfter: number }
    | { effect: 'nothing' }
    | { effect: 'problem'; problem: ImportProblem }
  );

/** Most units one change can move: a slip of the finger stays a slip. */
export const MOST_UNITS = 10_000;

/**
 * What every line of an uploaded table would do to the stock at hand (admin.md: Products and stock).
 * Applying decides the same again on locked rows: all lines, or, when one has a problem, none.
 *
 * @param products those that the lines name, in any order
 */
export function decideImport(lines: ImportedLine[], products: ImportedProduct[]): LineDecision[] {
  const byReference = new Map<string, ImportedProduct>();
  for (const product of products) {
    if (numberNamed(product.slug) === null) byReference.set(product.slug, product);
    byReference.set(String(product.productId), product);
  }
  const changed = new Set<number>();
  return lines.map((line) => {
    const found = byReference.get(line.product) ?? null;
    const problem = (code: ImportProblem): LineDecision => ({
      ...line,
      found,
      effect: 'problem',
      problem: code,
    });
    if (!found) return problem('UNKNOWN_PRODUCT');
    const change = readChange(line.delta);
    if (change === null) return problem('WRONG_NUMBER');
    if (change === 0) return { ...line, found, effect: 'nothing' };
    if (changed.has(found.productId)) return problem('DUPLICATE');
    changed.add(found.productId);
    const quantityAfter = found.quantity + change;
    if (quantityAfter < 0) return problem('BELOW_ZERO');
    if (line.reason === '') return problem('NO_REASON');
    return { ...line, found, effect: 'change', change, quantityAfter };
  });
}

/** The product's number that a line names; null: it names an address. */
export function numberNamed(product: string): number | null {
  return /^[1-9]\d{0,14}$/.test(product) ? Number(product) : null;
}

/** `20`, `+20`, `-3`, `−3`, `1,000`; empty is 0; null: no such change. */
function readChange(text: string): number | null {
  if (text === '') return 0;
  if (!/^[+−-]?(?:\d{1,6}|\d{1,3}(?:,\d{3})+)$/.test(text)) return null;
  const change = Number(text.replaceAll(',', '').replace('−', '-'));
  return Math.abs(change) <= MOST_UNITS ? change : null;
}
