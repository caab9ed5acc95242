import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AuditTable } from '@/components/admin/audit-table';
import { KeyPages } from '@/components/admin/key-pages';
import { PageHead } from '@/components/admin/page-head';
import { requireAdmin } from '@/lib/auth/session';
import type { Locale } from '@/lib/i18n/locales';
import { readRowId } from '@/lib/page-key';
import { listAudit } from '@/lib/queries/admin/audit';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.audit');
  return { title: t('title') };
}

/** What operators changed: who, when, before and after. */
export default async function AuditPage({
  params,
  searchParams,
}: PageProps<'/[locale]/admin/audit'>) {
  const locale = (await params).locale as Locale;
  const key = readRowId((await searchParams).before);
  await requireAdmin(locale, '/admin/audit');
  const { rows, next } = await listAudit(key);
  const t = await getTranslations('admin.audit');
  return (
    <>
      <PageHead title={t('title')} />
      <AuditTable rows={rows} />
      <KeyPages
        firstHref={key === null ? undefined : '/admin/audit'}
        nextHref={next === null ? undefined : `/admin/audit?before=${next}`}
      />
    </>
  );
}
