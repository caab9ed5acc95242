import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { FollowBalance } from '@/components/live/follow-balance';
import { CancelSection } from '@/components/orders/cancel-section';
import { OrderAgainForm } from '@/components/orders/order-again-form';
import { PrintButton } from '@/components/orders/print-button';
import { Receipt } from '@/components/orders/receipt';
import { ReceiptNotice } from '@/components/orders/receipt-notice';
import { MissingPerRequest } from '@/components/shell/missing-per-request';
import { ButtonLink } from '@/components/ui/button';
import { orderAgain } from '@/lib/actions/orders';
import { requireShopper } from '@/lib/auth/session';
import { localizedPath } from '@/lib/i18n/localized-path';
import { getOwnBalance } from '@/lib/queries/get-me';
import { getOwnReceipt } from '@/lib/queries/orders';
import { queryValue } from '@/lib/query-value';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('orders.receipt');
  return { title: t('title') };
}

export default async function ReceiptPage({
  params,
  searchParams,
}: PageProps<'/[locale]/orders/[orderId]'>) {
  const { orderId } = await params;
  if (!/^[1-9]\d{0,14}$/.test(orderId)) return <MissingPerRequest />;
  const locale = await getLocale();
  const query = await searchParams;
  const user = await requireShopper(locale, `/orders/${orderId}`);
  const receipt = await getOwnReceipt(user.id, Number(orderId), locale);
  if (!receipt) return <MissingPerRequest />;
  const balance = await getOwnBalance(user.id);
  const t = await getTranslations('orders');
  const shell = await getTranslations('shell');
  return (
    <div className="mx-auto flex max-w-160 flex-col gap-6">
      <FollowBalance drawn={balance} />
      <div className="empty:hidden print:hidden">
        <ReceiptNotice
          receipt={receipt}
          placed={queryValue(query, 'placed')}
          cancelled={queryValue(query, 'cancelled')}
        />
      </div>
      <div className="flex items-baseline justify-between">
        <h1 className="text-2xl font-bold">{t('receipt.title')}</h1>
        {/* On paper there is no header to say whose receipt it is. */}
        <p className="hidden text-lg font-bold print:block">{shell('brand')}</p>
      </div>
      <Receipt receipt={receipt} />
      <OrderAgainForm
        action={orderAgain}
        locale={locale}
        orderId={receipt.orderId}
        cartHref={localizedPath(locale, '/cart')}
        texts={{
          check: t('again.check'),
          submit: t('again.submit'),
          pending: t('again.pending'),
          cart: t('again.cart'),
        }}
      />
      <div className="flex flex-wrap gap-2 print:hidden">
        <ButtonLink href="/orders" variant="secondary">
          {t('receipt.all')}
        </ButtonLink>
        <PrintButton text={t('receipt.print')} />
        <ButtonLink href="/products" variant="quiet">
          {t('receipt.shop')}
        </ButtonLink>
      </div>
      <CancelSection receipt={receipt} />
    </div>
  );
}
