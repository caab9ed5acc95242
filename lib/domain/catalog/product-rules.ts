import { changedFields, type FieldChange } from '../audit/edit-rules';
import type { Won } from '../money';

/** What a unit may cost at most; the schema of the database has the same bound. */
export const MOST_PRICE: Won = 100_000_000;

/** What an operator writes of a product; its stock is changed by movements alone. */
export interface ProductFields {
  slug: string;
  categorySlug: string;
  nameKo: string;
  nameEn: string;
  descriptionKo: string;
  descriptionEn: string;
  price: Won;
  art: string;
  published: boolean;
}

export type ProductFieldRefusal =
  /** Another product has the address. */
  | { code: 'SLUG_TAKEN' }
  | { code: 'UNKNOWN_CATEGORY' }
  /** No uploaded picture has that hash. */
  | { code: 'UNKNOWN_PICTURE' };

/** What `art` holds of an uploaded picture; the shop's own have names with letters beyond these. */
const UPLOADED_ART = /^[0-9a-f]{32}$/;

/** Whether a product's picture is one that was uploaded, and so must be there. */
export const isUploadedArt = (art: string) => UPLOADED_ART.test(art);

/** The fields of a row that `ProductFields` names, and no others. */
export function productFields(
  row: ProductFields,
): Record<keyof ProductFields, string | number | boolean> {
  const { slug, categorySlug, nameKo, nameEn, descriptionKo, descriptionEn } = row;
  const { price, art, published } = row;
  return {
    ...{ slug, categorySlug, nameKo, nameEn, descriptionKo, descriptionEn },
    ...{ price, art, published },
  };
}

/** What an edit changes of a product; empty: everything stands that way already. */
export function productChanges(before: ProductFields, after: ProductFields): FieldChange[] {
  return changedFields(productFields(before), productFields(after));
}

/** The refusal behind a constraint of `products` that a write broke; null: it is a bug. */
export function refusalOfConstraint(constraint: string | null): ProductFieldRefusal | null {
  if (constraint === 'products_slug_unique') return { code: 'SLUG_TAKEN' };
  if (constraint === 'products_category_slug_categories_slug_fk') {
    return { code: 'UNKNOWN_CATEGORY' };
  }
  return null;
}
