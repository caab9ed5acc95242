import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { AccountPage } from '@/components/account/account-page';
import { PasswordForm } from '@/components/account/password-form';
import { changePassword } from '@/lib/actions/own-account';
import { PASSWORD_LEAST_CHARACTERS } from '@/lib/auth/password-rules';
import { requireShopper } from '@/lib/auth/session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account.password'))('title') };
}

/** Another password, which signs out everywhere else. */
export default async function PasswordPage() {
  const locale = await getLocale();
  const user = await requireShopper(locale, '/account/password');
  const t = await getTranslations('account.password');
  const auth = await getTranslations('auth.password');
  const forms = await getTranslations('forms');
  return (
    <AccountPage title={t('title')} intro={t('intro')}>
      <PasswordForm
        action={changePassword}
        locale={locale}
        email={user.email}
        texts={{
          summary: forms('check'),
          current: t('current'),
          next: t('next'),
          hint: auth('hint', { least: PASSWORD_LEAST_CHARACTERS }),
          show: auth('show'),
          save: t('save'),
          pending: forms('pending'),
        }}
      />
    </AccountPage>
  );
}
