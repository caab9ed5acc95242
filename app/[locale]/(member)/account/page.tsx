import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { SignOutForm } from '@/components/auth/sign-out-form';
import { HeaderTools } from '@/components/shell/header-tools';
import { Card } from '@/components/ui/card';
import { Icon } from '@/components/ui/icon';
import { Notice } from '@/components/ui/notice';
import { signOut } from '@/lib/actions/accounts';
import { signOutEverywhere } from '@/lib/actions/own-account';
import { requireShopper } from '@/lib/auth/session';
import { localizedPath } from '@/lib/i18n/localized-path';
import { rememberedDelivery } from '@/lib/queries/remembered-delivery';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('title') };
}

/** Who is signed in, where to go from here, what can be changed, and out. */
export default async function AccountPage({ searchParams }: PageProps<'/[locale]/account'>) {
  const locale = await getLocale();
  const user = await requireShopper(locale, '/account');
  const delivery = await rememberedDelivery(user.id);
  const { done } = await searchParams;
  const t = await getTranslations('account');
  const auth = await getTranslations('auth');
  const forms = await getTranslations('forms');
  const places = [
    { path: '/orders', text: t('orders') },
    { path: '/wallet', text: t('wallet') },
    { path: '/coupons', text: t('coupons') },
    { path: '/cart', text: t('cart') },
    ...(user.role === 'admin' ? [{ path: '/admin', text: t('admin') }] : []),
  ];
  const settings = [
    { path: '/account/profile', text: t('edit.title') },
    { path: '/account/password', text: t('password.title') },
    { path: '/account/close', text: t('close.title') },
  ];
  return (
    <div className="mx-auto flex max-w-160 flex-col gap-6">
      <h1 className="text-2xl font-bold">{t('title')}</h1>
      {done === 'password' && (
        <Notice tone="success" announce="status">
          {t('passwordChanged')}
        </Notice>
      )}
      <Card title={t('profile')}>
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2">
          <dt className="text-muted">{auth('name')}</dt>
          <dd className="font-semibold">
            <bdi>{user.name}</bdi>
          </dd>
          <dt className="text-muted">{auth('email')}</dt>
          <dd>
            <bdi>{user.email}</bdi>
          </dd>
          {delivery.recipient !== '' && (
            <>
              <dt className="text-muted">{t('edit.delivery')}</dt>
              <dd>
                <bdi className="block">{delivery.recipient}</bdi>
                <bdi className="block">{delivery.phone}</bdi>
                <bdi className="block">{delivery.address}</bdi>
              </dd>
            </>
          )}
        </dl>
      </Card>
      <Card title={t('links')}>
        <Places locale={locale} places={places} />
      </Card>
      <Card title={t('settings')}>
        <Places locale={locale} places={settings} />
      </Card>
      <Card title={t('display')}>
        <p className="mb-2 text-muted">{t('displayHint')}</p>
        <HeaderTools />
      </Card>
      <SignOutForm
        action={signOut}
        locale={locale}
        texts={{ submit: t('signOut'), pending: forms('pending') }}
      />
      <Card title={t('everywhere.title')}>
        <p className="mb-4 text-muted">{t('everywhere.intro')}</p>
        <SignOutForm
          action={signOutEverywhere}
          locale={locale}
          texts={{ submit: t('everywhere.submit'), pending: forms('pending') }}
        />
      </Card>
    </div>
  );
}

function Places({
  locale,
  places,
}: {
  locale: Awaited<ReturnType<typeof getLocale>>;
  places: { path: string; text: string }[];
}) {
  return (
    <ul className="-my-2 divide-y divide-line">
      {places.map(({ path, text }) => (
        <li key={path}>
          <a
            href={localizedPath(locale, path)}
            className="flex min-h-12 items-center justify-between gap-2"
          >
            {text}
            <Icon name="chevron-right" size={20} className="text-muted" />
          </a>
        </li>
      ))}
    </ul>
  );
}
