import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CouponsTable } from '@/components/admin/coupons-table';
import { ExportLink } from '@/components/admin/export-link';
import { KeyPages } from '@/components/admin/key-pages';
import { PageHead } from '@/components/admin/page-head';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { switchCouponAction } from '@/lib/actions/admin/coupons';
import { requireAdmin } from '@/lib/auth/session';
import type { Locale } from '@/lib/i18n/locales';
import { readRowId } from '@/lib/page-key';
import { listCoupons } from '@/lib/queries/admin/coupons';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.coupons');
  return { title: t('title') };
}

/** Every coupon: what it gives, how often it was used, whether it works now. */
export default async function CouponsPage({
  params,
  searchParams,
}: PageProps<'/[locale]/admin/coupons'>) {
  const locale = (await params).locale as Locale;
  const before = readRowId((await searchParams).before);
  await requireAdmin(locale, '/admin/coupons');
  const { rows, next } = await listCoupons(before);
  const t = await getTranslations('admin.coupons');
  const office = await getTranslations('office.csv.links');
  return (
    <>
      <PageHead
        title={t('title')}
        action={
          <div className="flex flex-wrap gap-2">
            <ExportLink table="coupons" text={office('coupons')} />
            <ButtonLink href="/admin/coupons/new">{t('create')}</ButtonLink>
          </div>
        }
      />
      {rows.length === 0 ? (
        <EmptyState title={t('empty')} />
      ) : (
        <CouponsTable coupons={rows} switchAction={switchCouponAction} />
      )}
      <KeyPages
        firstHref={before === null ? undefined : '/admin/coupons'}
        nextHref={next === null ? undefined : `/admin/coupons?before=${next}`}
      />
    </>
  );
}
