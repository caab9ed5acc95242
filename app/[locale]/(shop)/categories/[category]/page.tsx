import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ProductListing } from '@/components/catalog/product-listing';
import { MissingPage } from '@/components/shell/missing-page';
import { publicMetadata } from '@/components/shell/public-metadata';
import { isLocale } from '@/lib/i18n/locales';
import { getProductList, listCategories } from '@/lib/queries/catalog';
import { everyProduct } from '@/lib/views/product-list-address';

type Props = PageProps<'/[locale]/categories/[category]'>;

/** Rendered at the first visit, not at build time: `next build` needs no database. */
export function generateStaticParams() {
  return [];
}

async function load({ params }: Props) {
  const { locale, category } = await params;
  if (!isLocale(locale)) notFound();
  const categories = await listCategories(locale);
  return { locale, categories, shelf: categories.find(({ slug }) => slug === category) };
}

export async function generateMetadata(props: Props) {
  const { locale, shelf } = await load(props);
  if (!shelf) return {};
  const t = await getTranslations('catalog.list');
  return publicMetadata({
    locale,
    path: `/categories/${shelf.slug}`,
    title: shelf.name,
    description: t('shelfDescription', { shelf: shelf.name }),
  });
}

/** One shelf as it opens; whatever is chosen on it leads to `/products`. */
export default async function CategoryPage(props: Props) {
  const { locale, categories, shelf } = await load(props);
  if (!shelf) return <MissingPage />;
  const choice = { ...everyProduct, category: shelf.slug };
  const list = await getProductList(choice, locale);
  return <ProductListing choice={choice} list={list} categories={categories} />;
}
