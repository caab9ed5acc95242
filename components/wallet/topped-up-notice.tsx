import { getLocale, getTranslations } from 'next-intl/server';
import { RefreshSession } from '@/components/refresh-session';
import { ButtonLink } from '@/components/ui/button';
import { FocusOnAppear } from '@/components/ui/focus-on-appear';
import { Notice } from '@/components/ui/notice';
import { formatMoney } from '@/lib/format/money';
import { Link } from '@/lib/i18n/link';
import type { TopUpView } from '@/lib/views/wallet';

type ToppedUpNoticeProps = {
  topUp: TopUpView;
  /** Number of its entry. */
  seq: number;
  /** `?again=`: `1` the form was sent again, `other` with another amount: nothing was added twice. */
  again: string | undefined;
  /** Won that were asked for and not added, because the form had added another amount; or null. */
  wanted: number | null;
  /** Path to go on to, without a language prefix; empty: none. */
  next: string;
};

/** What a top-up did, with the way on to the payment that was waiting for it. */
export async function ToppedUpNotice({ topUp, seq, again, wanted, next }: ToppedUpNoticeProps) {
  const t = await getTranslations('wallet.done');
  const locale = await getLocale();
  const money = (won: number) => formatMoney(won, locale);
  const amount = money(topUp.amount);
  const before = money(topUp.balanceBefore);
  const after = money(topUp.balanceAfter);
  const title =
    again === undefined
      ? t('title', { amount, after })
      : t(again === 'other' ? 'other' : 'again', { amount });
  return (
    <FocusOnAppear key={`${seq}-${again}`}>
      <RefreshSession after={`top-up ${seq}`} />
      <Notice tone={again === 'other' ? 'warning' : 'success'} announce="status" title={title}>
        <p>
          {t('change', { before, after })}{' '}
          <Link href={`/wallet/entries/${seq}`} className="underline">
            {t('entry')}
          </Link>
        </p>
        {again === '1' && <p>{t('more')}</p>}
        {wanted !== null && <p>{t('wanted', { wanted: money(wanted) })}</p>}
        {next !== '' && (
          <p>
            <ButtonLink href={next}>
              {next.startsWith('/checkout') ? t('continue') : t('back')}
            </ButtonLink>
          </p>
        )}
      </Notice>
    </FocusOnAppear>
  );
}
