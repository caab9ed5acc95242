import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ExportLink } from '@/components/admin/export-link';
import { KeyPages } from '@/components/admin/key-pages';
import { PageHead } from '@/components/admin/page-head';
import { ProductsTable } from '@/components/admin/products-table';
import { ReadAt } from '@/components/admin/read-at';
import { SearchForm } from '@/components/admin/search-form';
import { UnreadNotice } from '@/components/admin/unread-notice';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { TabLinks } from '@/components/ui/tab-links';
import { requireAdmin } from '@/lib/auth/session';
import type { Locale } from '@/lib/i18n/locales';
import { listProductsForAdmin } from '@/lib/queries/admin/products';
import { queryNumber } from '@/lib/query-value';
import { choiceAddress, PRODUCT_STATES, parseProductChoice } from '@/lib/views/choice-address';

const LIST = '/admin/products';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.products');
  return { title: t('title') };
}

/** Products with price and stock, by name, number and whether they are sold. */
export default async function ProductsPage({
  params,
  searchParams,
}: PageProps<'/[locale]/admin/products'>) {
  const locale = (await params).locale as Locale;
  const query = await searchParams;
  const { choice, unread } = parseProductChoice({ ...query, level: undefined });
  const key = queryNumber(query, 'after');
  const here = choiceAddress(LIST, choice);
  await requireAdmin(locale, here);
  const { rows, next, readAt } = await listProductsForAdmin(choice, key);
  const t = await getTranslations('admin.products');
  const office = await getTranslations('office');
  return (
    <>
      <PageHead
        title={t('title')}
        action={
          <div className="flex flex-wrap gap-2">
            <ExportLink
              table="products"
              query={choiceAddress('', choice)}
              text={office('csv.links.products')}
            />
            <ButtonLink href="/admin/products/new">{t('create')}</ButtonLink>
          </div>
        }
      >
        <TabLinks
          label={t('filter')}
          tabs={PRODUCT_STATES.map((state) => ({
            href: choiceAddress(LIST, { ...choice, state }),
            text: t(state ?? 'all'),
            current: state === choice.state,
          }))}
        />
        <SearchForm
          path={LIST}
          hint={office('search.products')}
          search={choice.search}
          kept={{ state: choice.state }}
        />
      </PageHead>
      <UnreadNotice unread={unread} />
      <ReadAt at={readAt} />
      {rows.length === 0 ? (
        <EmptyState title={office('search.noProducts')} />
      ) : (
        <ProductsTable rows={rows} />
      )}
      <KeyPages
        firstHref={key === null ? undefined : here}
        nextHref={next === null ? undefined : choiceAddress(LIST, choice, { after: next })}
      />
    </>
  );
}
