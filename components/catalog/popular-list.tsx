import { getLocale, getTranslations } from 'next-intl/server';
import { Price } from '@/components/ui/money';
import { StockLabel } from '@/components/ui/stock-label';
import { Link } from '@/lib/i18n/link';
import type { PopularProductView } from '@/lib/views/catalog';
import { ProductArt } from './product-art';

type PopularListProps = {
  products: readonly PopularProductView[];
  /** Of the products' names. */
  headingLevel?: 2 | 3;
};

/** Ranked products with what each sold; the first three are larger on wide screens. */
export async function PopularList({ products, headingLevel = 2 }: PopularListProps) {
  const Heading = headingLevel === 2 ? 'h2' : 'h3';
  const t = await getTranslations('catalog.popular');
  const locale = await getLocale();
  return (
    <ol className="grid gap-3 md:grid-cols-6 md:gap-4">
      {products.map((product) => (
        <li
          key={product.id}
          data-product={product.slug}
          data-rank={product.rank}
          data-units={product.units}
          className={`relative flex items-center gap-4 rounded-card border border-line p-3 hover:bg-surface ${
            product.rank <= 3
              ? 'md:col-span-2 md:flex-col md:items-stretch md:p-4'
              : 'md:col-span-3'
          }`}
        >
          <span
            className={`w-8 shrink-0 text-center text-3xl font-bold tabular-nums ${
              product.rank <= 3 ? 'text-primary md:w-auto md:text-left' : 'text-muted'
            }`}
          >
            <span aria-hidden>{product.rank}</span>
            <span className="sr-only">{t('rank', { rank: product.rank })}</span>
          </span>
          <ProductArt
            art={product.art}
            category={product.categorySlug}
            first={product.rank <= 3}
            className={`shrink-0 rounded-control ${
              product.rank <= 3 ? 'w-24 md:aspect-4/3 md:w-full' : 'w-18 md:w-24'
            } ${product.stock <= 0 ? 'opacity-60' : ''}`}
          />
          <div className="flex min-w-0 grow flex-col">
            <Heading className="font-semibold">
              <Link href={`/products/${product.slug}`} prefetch={false} className="card-link">
                {product.name}
              </Link>
            </Heading>
            <span className="flex flex-wrap items-baseline gap-x-3">
              <Price won={product.price} locale={locale} />
              <StockLabel quantity={product.stock} locale={locale} />
            </span>
            <span className="text-sm tabular-nums">{t('units', { units: product.units })}</span>
          </div>
        </li>
      ))}
    </ol>
  );
}
