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
  art: string;
  published: boolean;
  /** Units left now. */
  quantity: number;
  openingQuantity: number | '';
}

/** Why a picture was not taken. */
export const PICTURE_REFUSALS = [
  'TOO_LARGE',
  'NO_FILE',
  'NOT_A_PICTURE',
  'TOO_MANY_PIXELS',
  'TOO_SMALL',
  'BUSY',
] as const;
