'use client';

import { Price } from '@/components/ui/money';
import { StockLabel } from '@/components/ui/stock-label';
import type { Locale } from '@/lib/i18n/locales';
import { localizedPath } from '@/lib/i18n/localized-path';
import type { PopularProductView } from '@/lib/views/catalog';
import { CardLink } from './card-link';
import { ProductArt } from './product-art';

/** A ranked product with its figures in words. */
export type RankedProduct = Omit<PopularProductView, 'move'> & {
  /** Its rank, as it is said. */
  rankText: string;
  unitsText: string;
  /** How the rank moved; left out where the page does not tell it. */
  moved?: { kind: PopularProductView['move']['kind']; text: string };
};

type PopularListProps = {
  products: readonly RankedProduct[];
  locale: Locale;
  /** Of the products' names. */
  headingLevel?: 2 | 3;
};

/**
 * Ranked products with what each sold; the first three are larger on wide screens. A Client Component
 * for the reason of `ProductGrid`.
 */
export function PopularList({ products, locale, headingLevel = 2 }: PopularListProps) {
  const Heading = headingLevel === 2 ? 'h2' : 'h3';
  return (
    <ol className="popular-list">
      {products.map((product) => (
        <li
          key={product.id}
          data-product={product.slug}
          data-rank={product.rank}
          data-units={product.units}
        >
          <span className="rank">
            <span aria-hidden>{product.rank}</span>
            <span className="sr-only">{product.rankText}</span>
          </span>
          <ProductArt art={product.art} category={product.categorySlug} first={product.rank <= 3} />
          <div>
            <Heading>
              <CardLink href={localizedPath(locale, `/products/${product.slug}`)}>
                {product.name}
              </CardLink>
            </Heading>
            <span className="figures">
              <Price won={product.price} locale={locale} />
              <StockLabel quantity={product.stock} locale={locale} />
            </span>
            <span className="figures text-sm">
              <span>{product.unitsText}</span>
              {product.moved && (
                <span data-move={product.moved.kind} className="text-muted">
                  {product.moved.text}
                </span>
              )}
            </span>
          </div>
        </li>
      ))}
    </ol>
  );
}
