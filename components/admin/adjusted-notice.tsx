import { getLocale, getTranslations } from 'next-intl/server';
import { FocusOnAppear } from '@/components/ui/focus-on-appear';
import { Notice } from '@/components/ui/notice';
import { formatMoney } from '@/lib/format/money';
import type { AdjustedView } from '@/lib/views/admin-customers';

type AdjustedNoticeProps = {
  adjusted: AdjustedView;
  /** The form was sent again: nothing was done twice. */
  again: boolean;
};

/** What an adjustment did. It stands in the page, as the result of money does. */
export async function AdjustedNotice({ adjusted, again }: AdjustedNoticeProps) {
  const t = await getTranslations('office.adjust.done');
  const locale = await getLocale();
  const { seq, amount, balanceBefore, balanceAfter, reason } = adjusted;
  const sign = amount > 0 ? '+' : '';
  return (
    <div className="mb-4" data-adjusted={seq} data-again={again}>
      <FocusOnAppear key={`${seq}-${again}`}>
        <Notice
          tone="success"
          announce="status"
          title={t(again ? 'again' : 'title', { amount: `${sign}${formatMoney(amount, locale)}` })}
        >
          <p>
            {t('change', {
              before: formatMoney(balanceBefore, locale),
              after: formatMoney(balanceAfter, locale),
            })}
          </p>
          <p>{t('reason', { reason })}</p>
        </Notice>
      </FocusOnAppear>
    </div>
  );
}
