import { getLocale, getTranslations } from 'next-intl/server';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { Icon } from '@/components/ui/icon';
import { Money } from '@/components/ui/money';
import { formatCount } from '@/lib/format/count';
import { formatDate } from '@/lib/format/date-time';
import { formatMoney } from '@/lib/format/money';
import { Link } from '@/lib/i18n/link';
import type { CustomerView } from '@/lib/views/admin-customers';
import { ordersAddress } from '@/lib/views/order-address';
import { ReadAt } from './read-at';

/** Who a customer is, what the wallet holds with its proof, and what was bought. */
export async function CustomerAccount({ customer }: { customer: CustomerView }) {
  const t = await getTranslations('office.customer');
  const locale = await getLocale();
  const { ledger } = customer;
  const money = (won: number) => formatMoney(won, locale);
  const facts = [
    [t('email'), customer.email],
    [t('joined'), formatDate(customer.joinedAt, locale)],
    [t('orders'), formatCount(customer.orders, locale)],
    [t('spent'), money(customer.spent)],
  ] as const;
  const proof = { count: ledger.entries, total: money(ledger.entriesTotal) };
  return (
    <Card title={t('account')}>
      {customer.admin && <Badge tone="primary">{t('admin')}</Badge>}
      <p className="text-sm text-muted">{t('balance')}</p>
      <Money won={customer.balance} locale={locale} mark="balance" className="text-2xl font-bold" />
      <p className="mt-1 mb-4 flex items-start gap-1.5 text-sm" data-ledger-agrees={ledger.agrees}>
        {ledger.agrees ? (
          <Icon name="circle-check" size={18} className="mt-0.5 shrink-0 text-success" />
        ) : (
          <Icon name="circle-alert" size={18} className="mt-0.5 shrink-0 text-danger" />
        )}
        <span>{t(ledger.agrees ? 'agrees' : 'broken', proof)}</span>
      </p>
      <dl className="grid gap-x-6 gap-y-3 sm:max-xl:grid-cols-2">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="text-sm text-muted">{name}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <ReadAt at={customer.readAt} />
      <p>
        <Link
          href={ordersAddress('/admin/orders', { customerId: customer.userId })}
          className="inline-flex min-h-11 items-center text-primary underline"
        >
          {t('allOrders')}
        </Link>
      </p>
    </Card>
  );
}
