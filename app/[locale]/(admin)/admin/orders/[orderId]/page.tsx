import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { OrderDetail } from '@/components/admin/order-detail';
import { OrderForm } from '@/components/admin/order-form';
import { OrderStatus } from '@/components/admin/order-status';
import { OrderStory } from '@/components/admin/order-story';
import { PageHead } from '@/components/admin/page-head';
import { MissingPerRequest } from '@/components/shell/missing-per-request';
import { Card } from '@/components/ui/card';
import { FocusOnAppear } from '@/components/ui/focus-on-appear';
import { Notice } from '@/components/ui/notice';
import { cancelOrderAsAdmin, fulfilOrderAction } from '@/lib/actions/admin/orders';
import { requireAdmin } from '@/lib/auth/session';
import { formatMoney } from '@/lib/format/money';
import { formatOrderNumber } from '@/lib/format/order-number';
import type { Locale } from '@/lib/i18n/locales';
import { readRowId } from '@/lib/page-key';
import { getOrderForAdmin } from '@/lib/queries/admin/orders';
import { queryValue } from '@/lib/query-value';

type OrderPageProps = PageProps<'/[locale]/admin/orders/[orderId]'>;

export async function generateMetadata({ params }: OrderPageProps): Promise<Metadata> {
  const t = await getTranslations('admin.orders');
  const orderId = readRowId((await params).orderId);
  return {
    title: orderId === null ? t('title') : t('detail', { number: formatOrderNumber(orderId) }),
  };
}

/** One order: what was bought and paid, where it goes, where it stands, and what can be done. */
export default async function OrderPage({ params, searchParams }: OrderPageProps) {
  const { locale: language, orderId: id } = await params;
  const locale = language as Locale;
  const orderId = readRowId(id);
  await requireAdmin(locale, orderId === null ? '/admin/orders' : `/admin/orders/${orderId}`);
  const order = orderId === null ? null : await getOrderForAdmin(orderId);
  if (!order) return <MissingPerRequest />;
  const t = await getTranslations('admin.orders');
  const office = await getTranslations('office.story');
  const forms = await getTranslations('forms');
  const form = { orderId: order.orderId, open: order.status === 'paid', locale };
  const amount = formatMoney(order.total, locale);
  const texts = { pending: forms('pending'), check: forms('check') };
  const unsure = (of: 'cancelUnsure' | 'fulfilUnsure') => ({
    checking: t(`${of}.checking`),
    offline: t(`${of}.offline`),
    nothing: t(`${of}.nothing`),
    nothingBody: t(`${of}.nothingBody`),
    signedOut: t(`${of}.signedOut`),
  });
  // Whoever lost the answer is led here.
  const again = queryValue(await searchParams, 'again') === order.status;
  return (
    <>
      <PageHead
        title={t('detail', { number: formatOrderNumber(order.orderId) })}
        back={{ href: '/admin/orders', text: t('back') }}
        action={<OrderStatus status={order.status} />}
      />
      {again && (
        <div className="mb-4">
          <FocusOnAppear>
            <Notice tone="success" announce="status">
              {order.status === 'cancelled' ? t('cancelDone', { amount }) : t('fulfilDone')}
            </Notice>
          </FocusOnAppear>
        </div>
      )}
      <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-12">
        <div className="flex min-w-0 flex-col gap-4 xl:col-span-8">
          <OrderDetail order={order} />
        </div>
        <Card title={office('title')} className="xl:col-span-4">
          <OrderStory orderId={order.orderId} steps={order.story} />
          <div className="mt-4 flex flex-col gap-6">
            <OrderForm
              action={fulfilOrderAction}
              asks="office_fulfil"
              {...form}
              texts={{
                ...texts,
                submit: t('fulfil'),
                help: t('fulfilHelp'),
                unsure: unsure('fulfilUnsure'),
              }}
            />
            <OrderForm
              action={cancelOrderAsAdmin}
              asks="office_cancel"
              {...form}
              texts={{
                ...texts,
                ask: t('cancelAsk'),
                submit: t('cancel', { amount }),
                help: t('cancelHelp', { amount }),
                unsure: unsure('cancelUnsure'),
              }}
            />
          </div>
        </Card>
      </div>
    </>
  );
}
