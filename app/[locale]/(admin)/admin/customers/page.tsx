import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CustomersTable } from '@/components/admin/customers-table';
import { KeyPages } from '@/components/admin/key-pages';
import { PageHead } from '@/components/admin/page-head';
import { requireAdmin } from '@/lib/auth/session';
import type { Locale } from '@/lib/i18n/locales';
import { readRowId } from '@/lib/page-key';
import { listCustomers } from '@/lib/queries/admin/customers';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.customers');
  return { title: t('title') };
}

/** Every account with its wallet and orders, the newest first. */
export default async function CustomersPage({
  params,
  searchParams,
}: PageProps<'/[locale]/admin/customers'>) {
  const locale = (await params).locale as Locale;
  const key = readRowId((await searchParams).before);
  await requireAdmin(locale, '/admin/customers');
  const { rows, next } = await listCustomers(key);
  const t = await getTranslations('admin.customers');
  return (
    <>
      <PageHead title={t('title')} />
      <CustomersTable rows={rows} />
      <KeyPages
        firstHref={key === null ? undefined : '/admin/customers'}
        nextHref={next === null ? undefined : `/admin/customers?before=${next}`}
      />
    </>
  );
}
