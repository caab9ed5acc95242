import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { FollowBalance } from '@/components/live/follow-balance';
import { OrderList } from '@/components/orders/order-list';
import { requireShopper } from '@/lib/auth/session';
import { getOwnBalance } from '@/lib/queries/get-me';
import { listOwnOrders } from '@/lib/queries/orders';
import { queryNumber } from '@/lib/query-value';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('orders');
  return { title: t('title') };
}

export default async function OrdersPage({ searchParams }: PageProps<'/[locale]/orders'>) {
  const locale = await getLocale();
  const before = queryNumber(await searchParams, 'before');
  const address = before === null ? '/orders' : `/orders?before=${before}`;
  const user = await requireShopper(locale, address);
  const t = await getTranslations('orders');
  const orders = await listOwnOrders(user.id, before, locale);
  const balance = await getOwnBalance(user.id);
  return (
    <div className="mx-auto flex w-full max-w-200 flex-col gap-6 lg:max-w-none">
      <FollowBalance drawn={balance} />
      <h1 className="text-2xl font-bold">{t('title')}</h1>
      <OrderList {...orders} />
    </div>
  );
}
