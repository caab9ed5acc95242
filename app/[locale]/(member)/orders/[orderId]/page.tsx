import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { CancelSection } from '@/components/orders/cancel-section';
import { PrintButton } from '@/components/orders/print-button';
import { Receipt } from '@/components/orders/receipt';
import { ReceiptNotice } from '@/components/orders/receipt-notice';
import { MissingPerRequest } from '@/components/shell/missing-per-request';
import { ButtonLink } from '@/components/ui/button';
import { requireShopper } from '@/lib/auth/session';
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
  const t = await getTranslations('orders.receipt');
  return (
    <div className="mx-auto flex max-w-160 flex-col gap-6">
      <ReceiptNotice
        receipt={receipt}
        placed={queryValue(query, 'placed')}
        cancelled={queryValue(query, 'cancelled')}
      />
      <h1 className="text-2xl font-bold">{t('title')}</h1>
      <Receipt receipt={receipt} />
      <div className="flex flex-wrap gap-2 print:hidden">
        <ButtonLink href="/orders" variant="secondary">
          {t('all')}
        </ButtonLink>
        <PrintButton text={t('print')} />
        <ButtonLink href="/products" variant="quiet">
          {t('shop')}
        </ButtonLink>
      </div>
      <CancelSection receipt={receipt} />
    </div>
  );
}
