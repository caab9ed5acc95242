import { getLocale } from 'next-intl/server';
import { Price } from '@/components/ui/money';
import { StockLabel } from '@/components/ui/stock-label';
import { Link } from '@/lib/i18n/link';
import type { ProductView } from '@/lib/views/catalog';
import { ProductArt } from './product-art';

type ProductCardProps = {
  product: ProductView;
  /** Of the name; the card itself is part of a list. */
  headingLevel?: 2 | 3;
  /** The picture is among the first things to be seen. */
  first?: boolean;
};

/** A product in a list: picture, name, price and exact stock; the whole card is the link. */
export async function ProductCard({ product, headingLevel = 3, first = false }: ProductCardProps) {
  const locale = await getLocale();
  const Heading = headingLevel === 2 ? 'h2' : 'h3';
  const soldOut = product.stock <= 0;
  return (
    <article data-product={product.slug} className="group relative flex h-full flex-col gap-2">
      <div className={soldOut ? 'opacity-60' : undefined}>
        <ProductArt art={product.art} category={product.categorySlug} first={first} />
      </div>
      <Heading className="line-clamp-2 font-normal group-hover:underline">
        {/* Not prefetched: a list would ask the database for every product's page. */}
        <Link href={`/products/${product.slug}`} prefetch={false} className="card-link">
          {product.name}
        </Link>
      </Heading>
      <p className="mt-auto flex flex-col">
        <Price won={product.price} locale={locale} />
        <StockLabel quantity={product.stock} locale={locale} />
      </p>
    </article>
  );
}
