import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CouponForm } from '@/components/admin/coupon-form';
import { couponExampleTexts, couponTexts } from '@/components/admin/coupon-texts';
import { PageHead } from '@/components/admin/page-head';
import { createCouponAction } from '@/lib/actions/admin/coupons';
import { requireAdmin } from '@/lib/auth/session';
import type { Locale } from '@/lib/i18n/locales';
import { proposeCouponPeriod } from '@/lib/queries/admin/coupons';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.coupons');
  return { title: t('create') };
}

/** The form that makes a coupon; it proposes thirty days from today. */
export default async function NewCouponPage({ params }: PageProps<'/[locale]/admin/coupons/new'>) {
  const locale = (await params).locale as Locale;
  await requireAdmin(locale, '/admin/coupons/new');
  const t = await getTranslations('admin.coupons');
  return (
    <>
      <PageHead title={t('form.title')} back={{ href: '/admin/coupons', text: t('back') }} />
      <CouponForm
        action={createCouponAction}
        locale={locale}
        {...(await proposeCouponPeriod())}
        texts={await couponTexts()}
        exampleTexts={await couponExampleTexts()}
      />
    </>
  );
}
