import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PopularList } from '@/components/catalog/popular-list';
import { ProductGrid } from '@/components/catalog/product-grid';
import { rankedProducts } from '@/components/catalog/ranked-products';
import { RecentlyViewed } from '@/components/catalog/recently-viewed';
import { ShelfLinks } from '@/components/catalog/shelf-links';
import { publicMetadata } from '@/components/shell/public-metadata';
import { ButtonLink } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-class';
import { Link } from '@/lib/i18n/link';
import { isLocale } from '@/lib/i18n/locales';
import { localizedPath } from '@/lib/i18n/localized-path';
import { listCategories, listNewestProducts } from '@/lib/queries/catalog';
import { getPopular } from '@/lib/queries/popular';

const popularDays = 3;

export async function generateMetadata({ params }: PageProps<'/[locale]'>) {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const t = await getTranslations('shell');
  return publicMetadata({ locale, path: '/', description: t('description') });
}

/** What the shop is, its shelves, what sells and what is new. */
export default async function HomePage({ params }: PageProps<'/[locale]'>) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const t = await getTranslations('catalog.home');
  const recent = await getTranslations('catalog.recent');
  const [categories, popular] = await Promise.all([
    listCategories(locale),
    getPopular(popularDays, locale, new Date()),
  ]);
  const above = popular.products.map(({ id }) => id);
  const newest = await listNewestProducts(above, locale);
  return (
    <div className="flex flex-col gap-10">
      <section className="flex flex-col gap-4">
        <h1 className="text-3xl font-bold">{t('title')}</h1>
        <p className="max-w-160 text-lg">{t('body')}</p>
        <p className="flex flex-wrap gap-2">
          <ButtonLink href="/products">{t('browse')}</ButtonLink>
          {/* Another document, so this is no next/link. */}
          <a
            href={localizedPath(locale, '/coupons')}
            className={buttonClass({ variant: 'secondary' })}
          >
            {t('coupons')}
          </a>
        </p>
        <ShelfLinks
          label={t('shelves')}
          shelves={categories.map(({ slug, name }) => ({
            href: `/categories/${slug}`,
            name,
            current: false,
          }))}
        />
      </section>
      {popular.products.length > 0 && (
        <section aria-labelledby="home-popular" className="flex flex-col gap-4">
          <SectionTitle
            id="home-popular"
            title={t('popular')}
            href="/popular"
            more={t('popularMore')}
          />
          <PopularList
            products={await rankedProducts(popular.products, { withMoves: false })}
            locale={locale}
            headingLevel={3}
          />
        </section>
      )}
      {newest.length > 0 && (
        <section aria-labelledby="home-newest" className="flex flex-col gap-4">
          <SectionTitle
            id="home-newest"
            title={t('newest')}
            href="/products"
            more={t('newestMore')}
          />
          <ProductGrid products={newest} locale={locale} morph />
        </section>
      )}
      <RecentlyViewed
        locale={locale}
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

function SectionTitle(props: { id: string; title: string; href: string; more: string }) {
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-4">
      <h2 id={props.id} className="text-xl font-bold">
        {props.title}
      </h2>
      <Link href={props.href} className="inline-flex min-h-11 items-center text-primary underline">
        {props.more}
      </Link>
    </div>
  );
}
