/** A shelf of the shop, named in the page's language. */
export interface CategoryView {
  slug: string;
  name: string;
}

/** What a product card shows, in the page's language. */
export interface ProductView {
  id: number;
  slug: string;
  categorySlug: string;
  name: string;
  /** Won. */
  price: number;
  /** Units left when the page was made; 0: sold out. */
  stock: number;
  /** See `artAddress`. */
  art: string;
}

/** A product's own page. */
export interface ProductDetailView extends ProductView {
  description: string;
  category: CategoryView;
  /** Units that a cart's line takes at most, whatever is left. */
  mostUnits: number;
  /** Others of the same shelf that can be bought. */
  similar: ProductView[];
}

/** One page of a product list. */
export interface ProductListView {
  products: ProductView[];
  /** Products on all pages. */
  total: number;
  /** From 1, never beyond the last page. */
  page: number;
  pageCount: number;
}

export interface PopularProductView extends ProductView {
  /** From 1. */
  rank: number;
  /** Units sold in the window less units cancelled. */
  units: number;
  /** Against the window before; `by` in ranks. */
  move: { kind: 'new' | 'same' } | { kind: 'up' | 'down'; by: number };
}

/** The popular list with the window it was counted in; texts are days and times of Asia/Seoul. */
export interface PopularView {
  from: string;
  to: string;
  /** The window of the same length before it, which moves are told against. */
  before: { from: string; to: string };
  asOf: string;
  products: PopularProductView[];
}
