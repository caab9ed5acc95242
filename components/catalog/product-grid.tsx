import type { ProductView } from '@/lib/views/catalog';
import { ProductCard } from './product-card';

/** Cards in two columns on narrow screens, up to four on wide ones. */
export function ProductGrid(props: {
  products: readonly ProductView[];
  headingLevel?: 2 | 3;
  /** How many pictures are seen at once when the page opens. */
  eager?: number;
}) {
  const { products, headingLevel = 3, eager = 0 } = props;
  return (
    <ul className="grid grid-cols-2 gap-x-4 gap-y-8 md:grid-cols-3 lg:grid-cols-4">
      {products.map((product, index) => (
        <li key={product.id} className="min-w-0">
          <ProductCard product={product} headingLevel={headingLevel} first={index < eager} />
        </li>
      ))}
    </ul>
  );
}
