import { Price } from '@/components/ui/money';
import { StockLabel } from '@/components/ui/stock-label';
import type { Locale } from '@/lib/i18n/locales';
import { localizedPath } from '@/lib/i18n/localized-path';
import type { ProductView } from '@/lib/views/catalog';
import { CardLink } from './card-link';
import { Morph } from './morph';
import { ProductArt } from './product-art';

type ProductCardProps = {
  product: ProductView;
  locale: Locale;
  /** Of the name; the card itself is part of a list. */
  headingLevel?: 2 | 3;
  /** The picture is among the first things to be seen. */
  first?: boolean;
  morph?: boolean;
};

/** A product in a list: picture, name, price and exact stock; the whole card is the link. */
export function ProductCard(props: ProductCardProps) {
  const { product, locale, headingLevel = 3, first = false, morph = false } = props;
  const { art, categorySlug, slug } = product;
  const Heading = headingLevel === 2 ? 'h2' : 'h3';
  const picture = <ProductArt art={art} category={categorySlug} first={first} />;
  return (
    <article data-product={slug} className="product-card">
      {morph ? <Morph slug={slug}>{picture}</Morph> : picture}
      <Heading>
        <CardLink href={localizedPath(locale, `/products/${slug}`)}>{product.name}</CardLink>
      </Heading>
      <p>
        <Price won={product.price} locale={locale} />
        <StockLabel quantity={product.stock} locale={locale} />
      </p>
    </article>
  );
}
