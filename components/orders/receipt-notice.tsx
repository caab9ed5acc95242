import { getLocale, getTranslations } from 'next-intl/server';
import { RefreshSession } from '@/components/refresh-session';
import { FocusOnAppear } from '@/components/ui/focus-on-appear';
import { Notice } from '@/components/ui/notice';
import { formatMoney } from '@/lib/format/money';
import type { ReceiptView } from '@/lib/views/orders';

type ReceiptNoticeProps = {
  receipt: ReceiptView;
  /** `?placed=`: `1` just now, `again` the same form once more, `other` the form with other wishes. */
  placed: string | undefined;
  /** `?cancelled=`: `1` just now, `again` it was before. */
  cancelled: string | undefined;
};

/** What the press that led here did, said from the order itself, never from the address alone. */
export async function ReceiptNotice({ receipt, placed, cancelled }: ReceiptNoticeProps) {
  const t = await getTranslations('orders');
  const locale = await getLocale();
  const money = (won: number) => formatMoney(won, locale);
  const { orderId, status, total, balanceAfter, balanceAfterRefund } = receipt;

  const isCancelled = status === 'cancelled';

  if (isCancelled && cancelled !== undefined && balanceAfterRefund !== null) {
    const body = { total: money(total), balance: money(balanceAfterRefund) };
    return (
      <FocusOnAppear key={`cancelled-${cancelled}`}>
        <RefreshSession after={`cancelled ${orderId}`} />
        <Notice
          tone="success"
          announce="status"
          title={cancelled === 'again' ? t('cancel.again') : t('cancel.done')}
        >
          <p>{t('cancel.doneBody', body)}</p>
        </Notice>
      </FocusOnAppear>
    );
  }
  if (placed === undefined) return null;
  const paid = { total: money(total), balance: money(balanceAfter) };
  const said =
    placed === 'other'
      ? { title: t('placed.other'), body: t('placed.otherBody') }
      : isCancelled
        ? { title: t('placed.again'), body: t('placed.againCancelled', paid) }
        : placed === 'again'
          ? { title: t('placed.again'), body: t('placed.againBody', paid) }
          : { title: t('placed.done'), body: t(total > 0 ? 'placed.paid' : 'placed.free', paid) };
  return (
    <FocusOnAppear key={`placed-${placed}`}>
      <RefreshSession after={`placed ${orderId}`} />
      <Notice
        tone={placed === 'other' ? 'warning' : 'success'}
        announce="status"
        title={said.title}
      >
        <p>{said.body}</p>
      </Notice>
    </FocusOnAppear>
  );
}
