import { getLocale, getTranslations } from 'next-intl/server';
import { cancelOwnOrder } from '@/lib/actions/orders';
import { isolate } from '@/lib/format/isolate';
import { formatMoney } from '@/lib/format/money';
import type { ReceiptView } from '@/lib/views/orders';
import { CancelForm } from './cancel-form';

/** How an order is cancelled, with what follows from it said first; or why it cannot be. */
export async function CancelSection({ receipt }: { receipt: ReceiptView }) {
  const t = await getTranslations('orders.cancel');
  const locale = await getLocale();
  const { status, orderId, coupon } = receipt;
  const total = formatMoney(receipt.total, locale);
  return (
    <CancelForm
      action={cancelOwnOrder}
      locale={locale}
      orderId={orderId}
      status={status}
      texts={{
        open: t('open'),
        check: t('check'),
        confirm: t('confirm', { total }),
        pending: t('pending'),
        fulfilled: t('fulfilled'),
        unsure: {
          checking: t('unsure.checking'),
          offline: t('unsure.offline'),
          nothing: t('unsure.nothing'),
          nothingBody: t('unsure.nothingBody'),
          signedOut: t('unsure.signedOut'),
        },
      }}
    >
      <ul className="list-disc space-y-1 pl-5">
        <li>{t('consequence', { total })}</li>
        {coupon?.reason === null && <li>{t('coupon', { code: isolate(coupon.code) })}</li>}
        <li>{t('final')}</li>
      </ul>
    </CancelForm>
  );
}
