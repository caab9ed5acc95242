import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { AccountPage } from '@/components/account/account-page';
import { CloseAccountForm } from '@/components/account/close-account-form';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { closeAccount } from '@/lib/actions/own-account';
import { requireShopper, type SessionUser } from '@/lib/auth/session';
import { formatMoney } from '@/lib/format/money';
import { localizedPath } from '@/lib/i18n/localized-path';
import { getAccountClosing } from '@/lib/queries/account-closing';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account.close'))('title') };
}

/** What closing the account means, and the form; or what stands in the way, and where to see to it. */
export default async function CloseAccountPage() {
  const locale = await getLocale();
  const user = await requireShopper(locale, '/account/close');
  const t = await getTranslations('account.close');
  const auth = await getTranslations('auth.password');
  const forms = await getTranslations('forms');
  const href = (path: string) => localizedPath(locale, path);
  const obstacles = await obstaclesOf(user);
  return (
    <AccountPage title={t('title')} intro={t('intro')}>
      <ul className="list-disc space-y-2 pl-5">
        <li>{t('gone')}</li>
        <li>{t('kept')}</li>
        <li>{t('again')}</li>
      </ul>
      {obstacles.length > 0 ? (
        <Notice tone="warning" title={t('blocked')}>
          {obstacles.map(({ text, path, link }) => (
            <div key={text} className="space-y-2">
              <p>{text}</p>
              {path && (
                <a className="inline-block py-2.5 font-semibold underline" href={href(path)}>
                  {link}
                </a>
              )}
            </div>
          ))}
        </Notice>
      ) : (
        <CloseAccountForm
          action={closeAccount}
          locale={locale}
          hrefs={{ wallet: href('/wallet'), orders: href('/orders') }}
          texts={{
            summary: forms('check'),
            password: auth('label'),
            show: auth('show'),
            submit: t('submit'),
            pending: forms('pending'),
            wallet: t('balanceLink'),
            orders: t('ordersLink'),
          }}
        />
      )}
      <ButtonLink href="/account" variant="quiet" wide>
        {t('stay')}
      </ButtonLink>
    </AccountPage>
  );
}

/** What stands in the way, in words, each with where it is seen to. */
async function obstaclesOf(user: SessionUser) {
  const t = await getTranslations('account.close');
  if (user.role === 'admin') return [{ text: t('operator'), path: null, link: '' }];
  const { balance, waitingOrderIds } = await getAccountClosing(user.id);
  const locale = await getLocale();
  const obstacles: { text: string; path: string | null; link: string }[] = [];
  if (balance > 0) {
    const text = t('balance', { balance: formatMoney(balance, locale) });
    obstacles.push({ text, path: '/wallet', link: t('balanceLink') });
  }
  const [latest] = waitingOrderIds;
  if (latest !== undefined) {
    const path = waitingOrderIds.length === 1 ? `/orders/${latest}` : '/orders';
    const text = t('orders', { count: waitingOrderIds.length });
    obstacles.push({ text, path, link: t('ordersLink') });
  }
  return obstacles;
}
