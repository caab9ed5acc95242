import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { AccountForm } from '@/components/auth/account-form';
import { signUp } from '@/lib/actions/accounts';
import { PASSWORD_LEAST_CHARACTERS } from '@/lib/auth/password-rules';
import { nextPath, skipWhenSignedIn } from '@/lib/auth/return-path-param';
import { localizedPath } from '@/lib/i18n/localized-path';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.signUp'))('title') };
}

/** A new account with its wallet; `?next=` as at sign-in. */
export default async function SignUpPage({ searchParams }: PageProps<'/[locale]/sign-up'>) {
  const next = nextPath(await searchParams);
  const locale = await getLocale();
  await skipWhenSignedIn(locale, next);
  const t = await getTranslations('auth');
  const forms = await getTranslations('forms');
  return (
    <div className="mx-auto flex max-w-100 flex-col gap-6">
      <h1 className="text-2xl font-bold">{t('signUp.title')}</h1>
      <AccountForm
        action={signUp}
        locale={locale}
        next={next}
        texts={{
          summary: forms('check'),
          name: t('name'),
          email: t('email'),
          password: t('password.label'),
          passwordHint: t('password.hint', { least: PASSWORD_LEAST_CHARACTERS }),
          showPassword: t('password.show'),
          submit: t('signUp.submit'),
          pending: forms('pending'),
        }}
      />
      <p className="text-center">
        {t('signUp.other')}{' '}
        <a
          href={localizedPath(
            locale,
            `/sign-in${next === undefined ? '' : `?next=${encodeURIComponent(next)}`}`,
          )}
          className="inline-block py-2.5 font-semibold text-primary underline"
        >
          {t('signUp.otherLink')}
        </a>
      </p>
    </div>
  );
}
