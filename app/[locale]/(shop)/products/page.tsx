import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ProductListing } from '@/components/catalog/product-listing';
import { publicMetadata } from '@/components/shell/public-metadata';
import { isolate } from '@/lib/format/isolate';
import { isLocale } from '@/lib/i18n/locales';
import { getProductList, listCategories } from '@/lib/queries/catalog';
import { parseProductListQuery } from '@/lib/views/product-list-address';

/**
 * The layout's pages are static; a query has no end of answers to keep. Without this line the first
 * reading of the query ends a static rendering in an error.
 */
export const dynamic = 'force-dynamic';

type Props = PageProps<'/[locale]/products'>;

async function load({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const categories = await listCategories(locale);
  const slugs = categories.map(({ slug }) => slug);
  return { locale, categories, choice: parseProductListQuery(await searchParams, slugs) };
}

export async function generateMetadata(props: Props) {
  const { locale, categories, choice } = await load(props);
  const t = await getTranslations('catalog.list');
  const { search, category } = choice;
  const shelf = categories.find(({ slug }) => slug === category);
  return publicMetadata({
    locale,
    // The ways to filter have no end: what they find is found by the list and the shelves.
    path: shelf ? `/categories/${shelf.slug}` : '/products',
    title: search ? t('found', { search: isolate(search) }) : (shelf?.name ?? t('all')),
    description: shelf ? t('shelfDescription', { shelf: shelf.name }) : t('description'),
    indexed: !search,
  });
}

/** Every product, searched, filtered, sorted and paged by the address; rendered per request. */
export default async function ProductsPage(props: Props) {
  const { locale, categories, choice } = await load(props);
  const list = await getProductList(choice, locale);
  return <ProductListing choice={choice} list={list} categories={categories} />;
}
