import { getLocale, getTranslations } from 'next-intl/server';
import { CouponCard } from '@/components/coupons/coupon-card';
import { publicMetadata } from '@/components/shell/public-metadata';
import { buttonClass } from '@/components/ui/button-class';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { getSessionUser } from '@/lib/auth/session';
import { isLocale } from '@/lib/i18n/locales';
import { localizedPath } from '@/lib/i18n/localized-path';
import { listCouponOffers } from '@/lib/queries/coupons';

export async function generateMetadata({ params }: PageProps<'/[locale]/coupons'>) {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const t = await getTranslations('coupons');
  const [title, description] = [t('title'), t('description')];
  return publicMetadata({ locale, path: '/coupons', title, description });
}

/**
 * First-come coupons. Everybody sees them; claiming takes signing in. It is a member page for what a
 * shopper has claimed; a guest, such as a search engine, gets what is on offer and no code.
 */
export default async function CouponsPage() {
  const locale = await getLocale();
  const t = await getTranslations('coupons');
  const [offers, user] = await Promise.all([listCouponOffers(new Date()), getSessionUser()]);
  // The shop is another document, so this is no next/link.
  const browse = (
    <a href={localizedPath(locale, '/products')} className={buttonClass({ variant: 'secondary' })}>
      {t('browse')}
    </a>
  );
  return (
    <div className="flex flex-col gap-6">
      <div>
        <h1 className="text-2xl font-bold">{t('title')}</h1>
        <p className="mt-1 text-muted">{t('intro')}</p>
      </div>
      {offers.length === 0 ? (
        <EmptyState
          picture={<Icon name="ticket-percent" size={40} />}
          title={t('empty')}
          body={t('emptyBody')}
          action={browse}
        />
      ) : (
        <>
          <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
            {offers.map((offer) => (
              <CouponCard key={offer.couponId} offer={offer} signedIn={user !== null} />
            ))}
          </ul>
          <div>{browse}</div>
        </>
      )}
    </div>
  );
}
