/** A text in both languages of the shop. */
export type Bilingual = { ko: string; en: string };

export type SampleCategory = {
  /** Lower case, in addresses; product art takes its tint by it. */
  slug: string;
  name: Bilingual;
};

export type SampleProduct = {
  /** Lower case with hyphens, unique, in addresses. */
  slug: string;
  /** The slug of its category. */
  category: string;
  /** A picture of `public/products`, without its ending. */
  art: string;
  name: Bilingual;
  /** Two or three sentences. */
  description: Bilingual;
  /** Integer won. */
  priceWon: number;
  /** Units left once the sample orders are placed: what the shop opens with is reckoned from it. */
  quantityLeft: number;
  /** How many days before the seed it was added; “newest” sorts by it, and nobody buys it earlier. */
  createdDaysAgo: number;
};
