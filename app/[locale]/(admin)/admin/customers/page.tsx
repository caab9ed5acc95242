import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CustomersTable } from '@/components/admin/customers-table';
import { ExportLink } from '@/components/admin/export-link';
import { KeyPages } from '@/components/admin/key-pages';
import { PageHead } from '@/components/admin/page-head';
import { ReadAt } from '@/components/admin/read-at';
import { SearchForm } from '@/components/admin/search-form';
import { UnreadNotice } from '@/components/admin/unread-notice';
import { EmptyState } from '@/components/ui/empty-state';
import { requireAdmin } from '@/lib/auth/session';
import type { Locale } from '@/lib/i18n/locales';
import { listCustomers } from '@/lib/queries/admin/customers';
import { addressOf, queryNumber } from '@/lib/query-value';
import { readSearch } from '@/lib/views/search-word';

const LIST = '/admin/customers';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.customers');
  return { title: t('title') };
}

/** Accounts with wallet and orders by name or e-mail, the newest first. */
export default async function CustomersPage({
  params,
  searchParams,
}: PageProps<'/[locale]/admin/customers'>) {
  const locale = (await params).locale as Locale;
  const query = await searchParams;
  const { search, unread } = readSearch(query);
  const key = queryNumber(query, 'before');
  const here = addressOf(LIST, { q: search });
  await requireAdmin(locale, here);
  const { rows, next, readAt } = await listCustomers(search, key);
  const t = await getTranslations('admin.customers');
  const office = await getTranslations('office.customer');
  const csv = await getTranslations('office.csv.links');
  return (
    <>
      <PageHead
        title={t('title')}
        action={<ExportLink table="wallet-entries" text={csv('allEntries')} />}
      >
        <SearchForm path={LIST} hint={office('search')} search={search} />
      </PageHead>
      <UnreadNotice unread={unread} />
      <ReadAt at={readAt} />
      {rows.length === 0 ? <EmptyState title={office('none')} /> : <CustomersTable rows={rows} />}
      <KeyPages
        firstHref={key === null ? undefined : here}
        nextHref={next === null ? undefined : addressOf(LIST, { q: search, before: next })}
      />
    </>
  );
}
