import { MOST_PRICE } from '@/lib/domain/catalog/product-rules';
import { type NumberReader, wonOf } from '@/lib/parse-amount';

/** What the form of a product begins with. */
export interface ProductEditView {
  /** Null: it does not exist yet. */
  productId: number | null;
  /** Of the row that the page shows; an edit names it. */
  version: number;
  slug: string;
  categorySlug: string;
  nameKo: string;
  nameEn: string;
  descriptionKo: string;
  descriptionEn: string;
  /** Won as a field holds it; empty: not typed yet. */
  price: number | '';
  /** A price that is planned and does not hold yet, as its fields hold it; empty: none. */
  plannedPrice: string;
  plannedFrom: string;
  art: string;
  published: boolean;
  /** Units left now. */
  quantity: number;
  openingQuantity: number | '';
}

/** Reads a price as the shop takes it; null: none, or more than it may be. */
export const priceOf: NumberReader = (typed) => {
  const won = wonOf(typed);
  return won !== null && won <= MOST_PRICE ? won : null;
};

/** Why a picture was not taken. */
export const PICTURE_REFUSALS = [
  'TOO_LARGE',
  'NO_FILE',
  'NOT_A_PICTURE',
  'TOO_MANY_PIXELS',
  'TOO_SMALL',
  'BUSY',
] as const;

/** A change or a plan of a product's price. */
export interface PriceChangeView {
  id: number;
  at: Date;
  by: string;
  change:
    | { kind: 'changed' | 'planned' | 'moved'; price: number; from: Date | null }
    | { kind: 'unplanned' };
}
