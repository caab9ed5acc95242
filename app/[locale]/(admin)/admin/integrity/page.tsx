import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { IntegrityForm } from '@/components/admin/integrity-form';
import { IntegrityReport } from '@/components/admin/integrity-report';
import { PageHead } from '@/components/admin/page-head';
import { checkIntegrity } from '@/lib/actions/admin/integrity';
import { requireAdmin } from '@/lib/auth/session';
import type { Locale } from '@/lib/i18n/locales';
import { getIntegrity } from '@/lib/queries/admin/integrity';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('integrity');
  return { title: t('title') };
}

/** Whether the books hold: the invariants with the last check, and a button for the next. */
export default async function IntegrityPage({ params }: PageProps<'/[locale]/admin/integrity'>) {
  const locale = (await params).locale as Locale;
  await requireAdmin(locale, '/admin/integrity');
  const integrity = await getIntegrity();
  const t = await getTranslations('integrity');
  return (
    <>
      <PageHead title={t('title')}>
        <p className="mt-2 mb-4 max-w-160 text-muted">{t('intro')}</p>
        <IntegrityForm
          action={checkIntegrity}
          locale={locale}
          texts={{ run: t('run'), running: t('running'), check: t('check') }}
        />
      </PageHead>
      <IntegrityReport integrity={integrity} />
    </>
  );
}
