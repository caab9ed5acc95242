import { ProductArt } from '@/components/catalog/product-art';
import { Price } from '@/components/ui/money';
import { StockLabel } from '@/components/ui/stock-label';
import type { Locale } from '@/lib/i18n/locales';

/** A product as it would be, from what its form holds. */
export interface PreviewedProduct {
  name: string;
  description: string;
  categorySlug: string;
  category: string;
  art: string;
  /** Won; null while what is typed is no price. */
  price: number | null;
  stock: number;
}

type ProductPreviewProps = {
  product: PreviewedProduct;
  /** The language of the shopper who would see it. */
  locale: Locale;
  texts: Record<'language' | 'card' | 'page' | 'noPrice', string>;
};

/** A product as a shopper would see it in one language: on a list, and on its page. */
export function ProductPreview({ product, locale, texts }: ProductPreviewProps) {
  const { name, description, category, categorySlug, art, price, stock } = product;
  const soldOut = stock <= 0;
  const cost = (size: 'md' | 'lg') =>
    price === null ? (
      <span className="text-muted">{texts.noPrice}</span>
    ) : (
      <Price won={price} locale={locale} size={size} />
    );
  return (
    <section aria-label={texts.language} lang={locale} data-preview={locale}>
      <h3 className="mb-2 text-sm font-semibold text-muted">{texts.language}</h3>
      <div className="grid grid-cols-[140px_minmax(0,1fr)] items-start gap-4">
        <figure className="flex flex-col gap-2">
          <figcaption className="text-sm text-muted">{texts.card}</figcaption>
          <div className={soldOut ? 'opacity-60' : undefined}>
            <ProductArt art={art} category={categorySlug} />
          </div>
          <p className="line-clamp-2">{name}</p>
          <p className="flex flex-col">
            {cost('md')}
            <StockLabel quantity={stock} locale={locale} />
          </p>
        </figure>
        <figure className="flex min-w-0 flex-col gap-2">
          <figcaption className="text-sm text-muted">{texts.page}</figcaption>
          <ProductArt
            art={art}
            category={categorySlug}
            className="aspect-4/3 w-full rounded-card"
          />
          <p className="text-sm text-primary">{category}</p>
          <p className="text-xl font-bold">{name}</p>
          <p>{cost('lg')}</p>
          <p>
            <StockLabel quantity={stock} locale={locale} />
          </p>
          <p className="whitespace-pre-line">{description}</p>
        </figure>
      </div>
    </section>
  );
}
