import { getLocale, getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { isolate } from '@/lib/format/isolate';
import { Link } from '@/lib/i18n/link';
import type { CategoryView, ProductListView } from '@/lib/views/catalog';
import {
  everyProduct,
  isNarrowed,
  type ProductListChoice,
  productListAddress,
} from '@/lib/views/product-list-address';
import { KeepSearch } from './keep-search';
import { ListFilter } from './list-filter';
import { ProductGrid } from './product-grid';
import { ShelfLinks } from './shelf-links';

type ProductListingProps = {
  choice: ProductListChoice;
  list: ProductListView;
  categories: readonly CategoryView[];
};

/** The product list with its filters: heading, shelves, sorting, cards, pages. Works by addresses alone. */
export async function ProductListing({ choice, list, categories }: ProductListingProps) {
  const t = await getTranslations('catalog.list');
  const { search, category } = choice;
  const shelf = categories.find(({ slug }) => slug === category);
  return (
    <div className="flex flex-col gap-6">
      <KeepSearch search={search} />
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h1 className="text-2xl font-bold">
          {search ? t('found', { search: isolate(search) }) : (shelf?.name ?? t('all'))}
        </h1>
        <p className="text-muted tabular-nums" data-result-count={list.total}>
          {t('count', { count: list.total })}
          {list.pageCount > 1 &&
            ` · ${t('pageOf', { page: list.page, pageCount: list.pageCount })}`}
        </p>
        {search && (
          <Link
            href={productListAddress({ ...choice, search: '', page: 1 })}
            className="inline-flex min-h-11 items-center text-primary underline"
          >
            {t('clearSearch')}
          </Link>
        )}
      </div>
      <div className="grid items-start gap-6 lg:grid-cols-[240px_1fr] lg:gap-8">
        <div className="flex min-w-0 flex-col gap-4 lg:sticky lg:top-24 lg:gap-6">
          <ShelfLinks
            rail
            label={t('shelves')}
            shelves={[
              {
                href: productListAddress({ ...choice, category: undefined, page: 1 }),
                name: t('all'),
                current: !shelf,
              },
              ...categories.map(({ slug, name }) => ({
                href: shelfAddress(choice, slug),
                name,
                current: slug === category,
              })),
            ]}
          />
          <ListFilter choice={choice} />
        </div>
        <div className="flex min-w-0 flex-col gap-10">
          {list.total === 0 ? (
            <NothingFound choice={choice} />
          ) : (
            <ProductGrid
              products={list.products}
              locale={await getLocale()}
              headingLevel={2}
              eager={4}
              morph
            />
          )}
          <Pagination
            page={list.page}
            pageCount={list.pageCount}
            hrefFor={(page) => productListAddress({ ...choice, page })}
          />
        </div>
      </div>
    </div>
  );
}

/** A shelf with nothing else chosen has a static page of its own. */
function shelfAddress(choice: ProductListChoice, category: string): string {
  const address = productListAddress({ ...choice, category, page: 1 });
  return address === productListAddress({ category }) ? `/categories/${category}` : address;
}

/** Why the list is empty, and the one step that most likely fills it. */
async function NothingFound({ choice }: { choice: ProductListChoice }) {
  const t = await getTranslations('catalog.list');
  const { search } = choice;
  if (search && isNarrowed(choice)) {
    const everywhere = productListAddress({ ...everyProduct, search });
    return (
      <EmptyState
        title={t('emptyHere', { search: isolate(search) })}
        body={t('emptyHereBody')}
        action={
          <ButtonLink href={everywhere}>
            {t('emptyHereAction', { search: isolate(search) })}
          </ButtonLink>
        }
      />
    );
  }
  return (
    <EmptyState
      title={search ? t('emptySearch', { search: isolate(search) }) : t('emptyTitle')}
      body={t(search ? 'emptySearchBody' : 'emptyBody')}
      action={<ButtonLink href="/products">{t('emptyAction')}</ButtonLink>}
    />
  );
}
