import { getLocale, getTranslations } from 'next-intl/server';
import { buttonClass } from '@/components/ui/button-class';
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
  if (status === 'cancelled') return null;
  if (status === 'fulfilled') return <p className="text-muted print:hidden">{t('fulfilled')}</p>;
  const total = formatMoney(receipt.total, locale);
  return (
    <details className="print:hidden">
      <summary className={buttonClass({ variant: 'secondary' })}>{t('open')}</summary>
      <div className="mt-4 flex flex-col gap-4 rounded-card border border-line p-4">
        <ul className="list-disc space-y-1 pl-5">
          <li>{t('consequence', { total })}</li>
          {coupon?.reason === null && <li>{t('coupon', { code: isolate(coupon.code) })}</li>}
          <li>{t('final')}</li>
        </ul>
        <CancelForm
          action={cancelOwnOrder}
          locale={locale}
          orderId={orderId}
          texts={{
            check: t('check'),
            confirm: t('confirm', { total }),
            pending: t('pending'),
            unsure: {
              checking: t('unsure.checking'),
              offline: t('unsure.offline'),
              nothing: t('unsure.nothing'),
              nothingBody: t('unsure.nothingBody'),
              signedOut: t('unsure.signedOut'),
            },
          }}
        />
      </div>
    </details>
  );
}
