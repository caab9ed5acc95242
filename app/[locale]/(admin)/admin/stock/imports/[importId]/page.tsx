import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ConfirmForm } from '@/components/admin/confirm-form';
import { ImportLines } from '@/components/admin/import-lines';
import { PageHead } from '@/components/admin/page-head';
import { MissingPerRequest } from '@/components/shell/missing-per-request';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { applyStockImportAction } from '@/lib/actions/admin/stock-imports';
import { requireAdmin } from '@/lib/auth/session';
import { formatDateTime } from '@/lib/format/date-time';
import type { Locale } from '@/lib/i18n/locales';
import { readRowId } from '@/lib/page-key';
import { getStockImportForAdmin } from '@/lib/queries/admin/stock-imports';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('backOffice.imports');
  return { title: t('title') };
}

/** The dry run of an uploaded table: what every line would do now, and the press that does it. */
export default async function StockImportPage({
  params,
}: PageProps<'/[locale]/admin/stock/imports/[importId]'>) {
  const { locale: language, importId: id } = await params;
  const locale = language as Locale;
  const importId = readRowId(id);
  const list = '/admin/stock/imports';
  await requireAdmin(locale, importId === null ? list : `${list}/${importId}`);
  const found = importId === null ? null : await getStockImportForAdmin(importId);
  if (!found) return <MissingPerRequest />;
  const { lines, changes, problems, unitsIn, unitsOut, appliedAt, sameAppliedAt } = found;
  const t = await getTranslations('backOffice.imports');
  const forms = await getTranslations('forms');
  const open = appliedAt === null && problems === 0 && changes > 0;
  return (
    <>
      <PageHead
        title={t('detail', { at: formatDateTime(found.createdAt, locale) })}
        back={{ href: list, text: t('backToImports') }}
      />
      <div className="flex flex-col gap-4">
        <Card>
          <div className="flex flex-col gap-4">
            <p data-changes={changes} data-problems={problems}>
              {appliedAt
                ? t('appliedAt', { at: formatDateTime(appliedAt, locale) })
                : t('summary', { changes, problems, unitsIn, unitsOut })}
            </p>
            {appliedAt === null && problems > 0 && <Notice tone="warning">{t('mendFirst')}</Notice>}
            {open && sameAppliedAt && (
              <Notice tone="warning">
                {t('sameBefore', { at: formatDateTime(sameAppliedAt, locale) })}
              </Notice>
            )}
            <ConfirmForm
              action={applyStockImportAction}
              locale={locale}
              fields={{ importId: found.importId }}
              open={open}
              texts={{
                submit: t('apply', { count: changes }),
                pending: forms('pending'),
                check: forms('check'),
              }}
            />
          </div>
        </Card>
        <ImportLines lines={lines} applied={appliedAt !== null} />
      </div>
    </>
  );
}
