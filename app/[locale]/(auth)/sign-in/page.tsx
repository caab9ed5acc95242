import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { AccountForm } from '@/components/auth/account-form';
import { SignedOutNotice } from '@/components/auth/signed-out-notice';
import { signIn } from '@/lib/actions/accounts';
import { nextPath, skipWhenSignedIn } from '@/lib/auth/return-path-param';
import { getEndedUserId } from '@/lib/auth/session';
import { localizedPath } from '@/lib/i18n/localized-path';
import { getAccountClosing } from '@/lib/queries/account-closing';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.signIn'))('title') };
}

/** Sign-in; `?next=` is where it leads, a path of this site or home. */
export default async function SignInPage({ searchParams }: PageProps<'/[locale]/sign-in'>) {
  const query = await searchParams;
  const next = nextPath(query);
  const locale = await getLocale();
  await skipWhenSignedIn(locale, next);
  const t = await getTranslations('auth');
  const forms = await getTranslations('forms');
  return (
    <div className="mx-auto flex max-w-100 flex-col gap-6">
      <h1 className="text-2xl font-bold">{t('signIn.title')}</h1>
      <SignedOutNotice why={await whyHere(query.done)} />
      {next !== undefined && <p className="text-muted">{t('signIn.next')}</p>}
      <AccountForm
        action={signIn}
        locale={locale}
        next={next}
        texts={{
          summary: forms('check'),
          email: t('email'),
          password: t('password.label'),
          showPassword: t('password.show'),
          submit: t('signIn.submit'),
          pending: forms('pending'),
        }}
      />
      <p className="text-center">
        {t('signIn.other')}{' '}
        <a
          href={localizedPath(
            locale,
            `/sign-up${next === undefined ? '' : `?next=${encodeURIComponent(next)}`}`,
          )}
          className="inline-block py-2.5 font-semibold text-primary underline"
        >
          {t('signIn.otherLink')}
        </a>
      </p>
    </div>
  );
}

/**
 * Why somebody who was signed in stands here; null: nobody was. A browser that still has the cookie
 * of an ended session learns it too, as after an answer that got lost.
 */
async function whyHere(done: string | string[] | undefined) {
  if (done === 'closed' || done === 'everywhere') return done;
  const userId = await getEndedUserId();
  if (userId === null) return null;
  return (await getAccountClosing(userId)).isClosed ? 'closed' : 'ended';
}
