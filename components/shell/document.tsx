import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { type FormTexts, FormTextsProvider } from '@/components/ui/form-texts';
import type { Locale } from '@/lib/i18n/locales';
import { FirstPaintScript } from './first-paint-script';
import { KeepForLater } from './keep-for-later';

/**
 * The html document that the three root layouts share.
 * `suppressHydrationWarning`: the script marks `<html>` before React arrives.
 *
 * @param props.nonce of the request, on member and admin pages
 */
export async function Document({
  locale,
  nonce,
  children,
}: {
  locale: Locale;
  nonce?: string | undefined;
  children: ReactNode;
}) {
  return (
    <html lang={locale} suppressHydrationWarning>
      {/* biome-ignore lint/style/noHeadElement: metadata has no place for a script */}
      <head>
        <FirstPaintScript nonce={nonce} />
      </head>
      <body>
        <KeepForLater />
        <FormTextsProvider texts={await formTexts(locale)}>{children}</FormTextsProvider>
      </body>
    </html>
  );
}

async function formTexts(locale: Locale): Promise<FormTexts> {
  const t = await getTranslations({ locale });
  return {
    lost: {
      offline: t('forms.lost.offline'),
      outdated: t('forms.lost.outdated'),
      cut: t('forms.lost.cut'),
      reload: t('forms.lost.reload'),
      stuck: t('forms.lost.stuck'),
      noNetwork: t('forms.lost.noNetwork'),
    },
    signIn: t('forms.signIn'),
    fields: {
      required: t('forms.required'),
      missing: {
        recipient: t('checkout.delivery.recipientMissing'),
        phone: t('checkout.delivery.phoneMissing'),
        address: t('checkout.delivery.addressMissing'),
        amount: t('wallet.amountProblems.missing'),
      },
      email: t('auth.emailInvalid'),
      phone: t('checkout.delivery.phoneInvalid'),
      amount: {
        negative: t('wallet.amountProblems.negative'),
        fraction: t('wallet.amountProblems.fraction'),
        notDigits: t('wallet.amountProblems.notDigits'),
      },
    },
  };
}
