import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ImportUploadForm } from '@/components/admin/import-upload-form';
import { ImportsTable } from '@/components/admin/imports-table';
import { KeyPages } from '@/components/admin/key-pages';
import { PageHead } from '@/components/admin/page-head';
import { buttonClass } from '@/components/ui/button-class';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { requireAdmin } from '@/lib/auth/session';
import type { Locale } from '@/lib/i18n/locales';
import { localizedPath } from '@/lib/i18n/localized-path';
import { readRowId } from '@/lib/page-key';
import { listStockImports } from '@/lib/queries/admin/stock-imports';
import { IMPORT_REFUSALS } from '@/lib/views/stock-import';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('backOffice.imports');
  return { title: t('title') };
}

/** Restocking many products at once by a table: upload, look, apply. */
export default async function StockImportsPage({
  params,
  searchParams,
}: PageProps<'/[locale]/admin/stock/imports'>) {
  const locale = (await params).locale as Locale;
  const { refused, before: key } = await searchParams;
  const before = readRowId(key);
  await requireAdmin(locale, '/admin/stock/imports');
  const { rows, next } = await listStockImports(before);
  const t = await getTranslations('backOffice.imports');
  const refusal = IMPORT_REFUSALS.find((code) => code === refused);
  return (
    <>
      <PageHead title={t('title')} back={{ href: '/admin/stock', text: t('back') }}>
        <p className="mt-2 text-muted">{t('how')}</p>
      </PageHead>
      <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-12">
        <Card title={t('form.title')} className="min-w-0 xl:col-span-7">
          <div className="flex flex-col gap-4">
            {refusal && (
              <Notice tone="danger" announce="alert">
                {t(`refused.${refusal}`)}
              </Notice>
            )}
            <p>
              <a
                className={buttonClass({ variant: 'secondary' })}
                href={localizedPath(locale, '/admin/stock/imports/template')}
                download
              >
                {t('template')}
              </a>
            </p>
            <ImportUploadForm uploadKey={crypto.randomUUID()} />
          </div>
        </Card>
        <Card title={t('recent.title')} className="min-w-0 xl:col-span-5">
          {rows.length === 0 ? (
            <p className="text-muted">{t('recent.empty')}</p>
          ) : (
            <ImportsTable rows={rows} />
          )}
          <KeyPages
            firstHref={before === null ? undefined : '/admin/stock/imports'}
            nextHref={next === null ? undefined : `/admin/stock/imports?before=${next}`}
          />
        </Card>
      </div>
    </>
  );
}
