import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { KeyPages } from '@/components/admin/key-pages';
import { OrdersTable } from '@/components/admin/orders-table';
import { PageHead } from '@/components/admin/page-head';
import { EmptyState } from '@/components/ui/empty-state';
import { TabLinks } from '@/components/ui/tab-links';
import { requireAdmin } from '@/lib/auth/session';
import type { Locale } from '@/lib/i18n/locales';
import { readChoice, readRowId } from '@/lib/page-key';
import { listOrders, ORDER_FILTERS } from '@/lib/queries/admin/orders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.orders');
  return { title: t('title') };
}

/** Every order, the newest first, by where it stands. */
export default async function OrdersPage({
  params,
  searchParams,
}: PageProps<'/[locale]/admin/orders'>) {
  const locale = (await params).locale as Locale;
  const query = await searchParams;
  const status = readChoice(query.status, ORDER_FILTERS, 'all');
  const before = readRowId(query.before);
  const href = `/admin/orders?status=${status}`;
  await requireAdmin(locale, href);
  const { rows, next } = await listOrders(status, before);
  const t = await getTranslations('admin.orders');
  return (
    <>
      <PageHead title={t('title')}>
        <TabLinks
          label={t('filter')}
          tabs={ORDER_FILTERS.map((filter) => ({
            href: `/admin/orders?status=${filter}`,
            text: filter === 'all' ? t('all') : t(`status.${filter}`),
            current: filter === status,
          }))}
        />
      </PageHead>
      {rows.length === 0 ? (
        <EmptyState title={t('empty')} />
      ) : (
        <OrdersTable orders={rows} label={t('title')} />
      )}
      <KeyPages
        firstHref={before === null ? undefined : href}
        nextHref={next === null ? undefined : `${href}&before=${next}`}
      />
    </>
  );
}
