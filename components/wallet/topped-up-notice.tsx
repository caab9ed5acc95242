import { getLocale, getTranslations } from 'next-intl/server';
import { RefreshSession } from '@/components/refresh-session';
import { ButtonLink } from '@/components/ui/button';
import { FocusOnAppear } from '@/components/ui/focus-on-appear';
import { Notice } from '@/components/ui/notice';
import { formatMoney } from '@/lib/format/money';
import type { TopUpView } from '@/lib/views/wallet';

type ToppedUpNoticeProps = {
  topUp: TopUpView;
  /** Number of its entry. */
  seq: number;
  /** The form was sent again: nothing was added twice. */
  again: boolean;
  /** Path to go on to, without a language prefix; empty: none. */
  next: string;
};

/** What a top-up did, with the way on to the payment that was waiting for it. */
export async function ToppedUpNotice({ topUp, seq, again, next }: ToppedUpNoticeProps) {
  const t = await getTranslations('wallet.done');
  const locale = await getLocale();
  const money = (won: number) => formatMoney(won, locale);
  const amount = money(topUp.amount);
  const before = money(topUp.balanceBefore);
  const after = money(topUp.balanceAfter);
  return (
    <FocusOnAppear key={`${seq}-${again}`}>
      <RefreshSession after={`top-up ${seq}`} />
      <Notice
        tone="success"
        announce="status"
        title={again ? t('again', { amount }) : t('title', { amount, after })}
      >
        <p>{t('change', { before, after })}</p>
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
