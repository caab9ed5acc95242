import { getTranslations } from 'next-intl/server';
import { publicMetadata } from '@/components/shell/public-metadata';
import { isLocale } from '@/lib/i18n/locales';

/** How wallet, coupons and cancelling work. It reads no data: static for good. */
export const revalidate = false;

const sections = ['wallet', 'stock', 'coupon', 'cancel'] as const;

export async function generateMetadata({ params }: PageProps<'/[locale]/guide'>) {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const t = await getTranslations('guide');
  const [title, description] = [t('title'), t('description')];
  return publicMetadata({ locale, path: '/guide', title, description });
}

export default async function GuidePage() {
  const t = await getTranslations('guide');
  return (
    <article className="grid grid-cols-1 gap-8 lg:grid-cols-2 lg:gap-x-16">
      <h1 className="text-2xl font-bold lg:col-span-2">{t('title')}</h1>
      {sections.map((section) => (
        <section key={section} className="flex flex-col gap-2">
          <h2 className="text-lg font-semibold">{t(`${section}.title`)}</h2>
          <p>{t(`${section}.body`)}</p>
        </section>
      ))}
    </article>
  );
}
