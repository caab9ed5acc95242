'use client';

import type { Locale } from '@/lib/i18n/locales';
import type { ProductView } from '@/lib/views/catalog';
import { ProductCard } from './product-card';

type ProductGridProps = {
  products: readonly ProductView[];
  locale: Locale;
  headingLevel?: 2 | 3;
  /** How many pictures are seen at once when the page opens. */
  eager?: number;
  /** Pictures grow into their product's page; for one grid of a page, whose products no other shows. */
  morph?: boolean;
};

/**
 * Cards in two columns on narrow screens, up to four on wide ones. A Client Component, though it does
 * nothing in the browser: a page then carries its products once as markup and once as plain data,
 * instead of twice as markup.
 */
export function ProductGrid(props: ProductGridProps) {
  const { products, eager = 0, ...card } = props;
  return (
    <ul className="product-grid">
      {products.map((product, index) => (
        <li key={product.id}>
          <ProductCard product={product} first={index < eager} {...card} />
        </li>
      ))}
    </ul>
  );
}
