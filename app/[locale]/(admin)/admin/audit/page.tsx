import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AuditFilter } from '@/components/admin/audit-filter';
import { AuditTable } from '@/components/admin/audit-table';
import { KeyPages } from '@/components/admin/key-pages';
import { PageHead } from '@/components/admin/page-head';
import { UnreadNotice } from '@/components/admin/unread-notice';
import { EmptyState } from '@/components/ui/empty-state';
import { requireAdmin } from '@/lib/auth/session';
import type { Locale } from '@/lib/i18n/locales';
import { readRowId } from '@/lib/page-key';
import { listAudit, listAuditActors } from '@/lib/queries/admin/audit';
import { auditAddress, parseAuditFilter } from '@/lib/views/audit-address';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.audit');
  return { title: t('title') };
}

/** What operators changed: who, when, before and after, by what one looks for. */
export default async function AuditPage({
  params,
  searchParams,
}: PageProps<'/[locale]/admin/audit'>) {
  const locale = (await params).locale as Locale;
  const query = await searchParams;
  const { filter, unread } = parseAuditFilter(query);
  const key = readRowId(query.before);
  await requireAdmin(locale, auditAddress(filter));
  const [{ rows, next }, actors] = await Promise.all([listAudit(filter, key), listAuditActors()]);
  const t = await getTranslations('admin.audit');
  const office = await getTranslations('office.audit');
  const narrowed = Object.values(filter).some((part) => part !== null);
  return (
    <>
      <PageHead title={t('title')} />
      <AuditFilter filter={filter} actors={actors} />
      <UnreadNotice unread={unread} />
      {rows.length === 0 ? (
        <EmptyState title={narrowed ? office('none') : t('empty')} />
      ) : (
        <AuditTable rows={rows} />
      )}
      <KeyPages
        firstHref={key === null ? undefined : auditAddress(filter)}
        nextHref={next === null ? undefined : auditAddress(filter, next)}
      />
    </>
  );
}
