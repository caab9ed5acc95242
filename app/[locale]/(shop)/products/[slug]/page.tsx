import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { BuyBox } from '@/components/catalog/buy-box';
import { Morph } from '@/components/catalog/morph';
import { ProductArt } from '@/components/catalog/product-art';
import { ProductGrid } from '@/components/catalog/product-grid';
import { ProductJsonLd } from '@/components/catalog/product-json-ld';
import { RecentlyViewed } from '@/components/catalog/recently-viewed';
import { MissingPage } from '@/components/shell/missing-page';
import { publicMetadata } from '@/components/shell/public-metadata';
import { Price } from '@/components/ui/money';
import { addProductToCart } from '@/lib/actions/cart';
import { env } from '@/lib/env';
import { Link } from '@/lib/i18n/link';
import { isLocale } from '@/lib/i18n/locales';
import { localizedPath } from '@/lib/i18n/localized-path';
import { getProduct } from '@/lib/queries/catalog';

type Props = PageProps<'/[locale]/products/[slug]'>;

/** Rendered at the first visit, not at build time: `next build` needs no database. */
export function generateStaticParams() {
  return [];
}

async function load({ params }: Props) {
  const { locale, slug } = await params;
  if (!isLocale(locale)) notFound();
  return { locale, product: await getProduct(slug, locale) };
}

export async function generateMetadata(props: Props) {
  const { locale, product } = await load(props);
  if (!product) return {};
  const { slug, name, description } = product;
  const picture = `/api/share/${locale}/${slug}`;
  return publicMetadata({ locale, path: `/products/${slug}`, title: name, description, picture });
}

/** One product: what it is, what it costs, how many are left, and the way into the cart. */
export default async function ProductPage(props: Props) {
  const { locale, product } = await load(props);
  if (!product) return <MissingPage />;
  const t = await getTranslations('catalog.product');
  const recent = await getTranslations('catalog.recent');
  const check = (await getTranslations('forms'))('check');
  const { category, similar } = product;
  return (
    <div className="flex flex-col gap-12">
      <ProductJsonLd
        product={product}
        locale={locale}
        brand={(await getTranslations('shell'))('brand')}
        publicUrl={env().publicUrl}
      />
      <article
        data-product={product.slug}
        className="grid items-start gap-6 md:grid-cols-[7fr_5fr] lg:gap-12"
      >
        <Morph slug={product.slug}>
          <ProductArt
            art={product.art}
            category={product.categorySlug}
            first
            className="aspect-4/3"
          />
        </Morph>
        <div className="flex flex-col gap-4 md:sticky md:top-24">
          <Link
            href={`/categories/${category.slug}`}
            className="inline-flex min-h-11 items-center self-start text-sm text-primary underline"
          >
            {category.name}
          </Link>
          <h1 className="text-2xl font-bold">{product.name}</h1>
          <p>
            <Price won={product.price} locale={locale} size="lg" />
          </p>
          <BuyBox
            productId={product.id}
            stock={product.stock}
            price={product.price}
            most={product.mostUnits}
            locale={locale}
            action={addProductToCart}
            cartHref={localizedPath(locale, '/cart')}
            texts={{
              check,
              quantity: t('quantity'),
              decrease: t('decrease'),
              increase: t('increase'),
              add: t('add'),
              adding: t('adding'),
              buyNow: t('buyNow'),
              soldOutButton: t('soldOutButton'),
              soldOutReason: t(similar.length > 0 ? 'soldOutReason' : 'soldOutAlone'),
              seeSimilar: similar.length > 0 ? t('seeSimilar') : undefined,
              toCart: t('toCart'),
              total: t('total'),
              mostNow: t('mostNow', { most: '{most}' }),
              balance: t('balance', { balance: '{balance}' }),
              missing: t('missing', { balance: '{balance}', missing: '{missing}' }),
            }}
          />
          <h2 className="mt-2 font-bold">{t('about')}</h2>
          <p className="whitespace-pre-line">{product.description}</p>
          <dl className="facts">
            <dt>{t('shelf')}</dt>
            <dd>{category.name}</dd>
            <dt>{t('mostTerm')}</dt>
            <dd>{t('most', { most: product.mostUnits })}</dd>
            <dt>{t('pay')}</dt>
            <dd>{t('payBody')}</dd>
            <dt>{t('cancel')}</dt>
            <dd>{t('cancelBody')}</dd>
          </dl>
        </div>
      </article>
      {similar.length > 0 && (
        <section aria-labelledby="similar" className="flex flex-col gap-4">
          <h2 id="similar" className="text-xl font-bold">
            {t('similar')}
          </h2>
          <ProductGrid products={similar} locale={locale} morph />
        </section>
      )}
      <RecentlyViewed
        locale={locale}
        productId={product.id}
        texts={{
          title: recent('title'),
          note: recent('note'),
          forget: recent('forget'),
          forgotten: recent('forgotten'),
        }}
      />
    </div>
  );
}
