import { ChevronRight } from 'lucide-react';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { SignOutForm } from '@/components/auth/sign-out-form';
import { HeaderTools } from '@/components/shell/header-tools';
import { Card } from '@/components/ui/card';
import { signOut } from '@/lib/actions/accounts';
import { requireShopper } from '@/lib/auth/session';
import { localizedPath } from '@/lib/i18n/localized-path';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.account'))('title') };
}

/** Who is signed in, where to go from here, and out. */
export default async function AccountPage() {
  const locale = await getLocale();
  const user = await requireShopper(locale, '/account');
  const t = await getTranslations('auth');
  const forms = await getTranslations('forms');
  const links = [
    { path: '/orders', text: t('account.orders') },
    { path: '/wallet', text: t('account.wallet') },
    { path: '/cart', text: t('account.cart') },
    ...(user.role === 'admin' ? [{ path: '/admin', text: t('account.admin') }] : []),
  ];
  return (
    <div className="mx-auto flex max-w-160 flex-col gap-6">
      <h1 className="text-2xl font-bold">{t('account.title')}</h1>
      <Card title={t('account.profile')}>
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2">
          <dt className="text-muted">{t('name')}</dt>
          <dd className="font-semibold">{user.name}</dd>
          <dt className="text-muted">{t('email')}</dt>
          <dd>{user.email}</dd>
        </dl>
      </Card>
      <Card title={t('account.links')}>
        <ul className="-my-2 divide-y divide-line">
          {links.map(({ path, text }) => (
            <li key={path}>
              <a
                href={localizedPath(locale, path)}
                className="flex min-h-12 items-center justify-between gap-2"
              >
                {text}
                <ChevronRight aria-hidden size={20} className="text-muted" />
              </a>
            </li>
          ))}
        </ul>
      </Card>
      <Card title={t('account.display')}>
        <p className="mb-2 text-muted">{t('account.displayHint')}</p>
        <HeaderTools />
      </Card>
      <SignOutForm
        action={signOut}
        locale={locale}
        texts={{ submit: t('account.signOut'), pending: forms('pending') }}
      />
    </div>
  );
}
