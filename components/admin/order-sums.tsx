import { getLocale, getTranslations } from 'next-intl/server';
import { formatCount } from '@/lib/format/count';
import { formatDateTime } from '@/lib/format/date-time';
import { formatMoney } from '@/lib/format/money';
import { Link } from '@/lib/i18n/link';
import type { OrderListView } from '@/lib/views/admin-orders';

type OrderSumsProps = Pick<OrderListView, 'sums'> & {
  /** The moment that the figures are of. */
  asOf: Date;
  /** The list goes by the day of the cancel: what was paid was given back. */
  byCancel: boolean;
  /** The money is that of one product's lines. */
  ofProduct: boolean;
  /** The orders cancelled on the same days, without a language prefix. */
  returnsHref: string;
};

/** What all orders of a filter come to, so that a figure of the dashboard is found again here. */
export async function OrderSums({ sums, asOf, byCancel, ofProduct, returnsHref }: OrderSumsProps) {
  const t = await getTranslations('office.orders');
  const locale = await getLocale();
  const money = (won: number) => formatMoney(won, locale);
  const figures = [
    ['orders', t('count'), sums.orders, formatCount(sums.orders, locale)],
    ['units', t('units'), sums.units, formatCount(sums.units, locale)],
    ['subtotal', t('subtotal'), sums.subtotal, money(sums.subtotal)],
    ['discount', t('discount'), sums.discount, money(-sums.discount)],
    ['total', t(byCancel ? 'returned' : 'total'), sums.total, money(sums.total)],
  ] as const;
  return (
    <section aria-label={t('sums')} className="my-4 rounded-card border border-line p-4">
      <dl className="flex flex-wrap gap-x-8 gap-y-3">
        {figures.map(([name, label, value, text]) => (
          <div key={name}>
            <dt className="text-sm text-muted">{label}</dt>
            <dd className="font-bold tabular-nums" data-sum={name} data-value={value}>
              {text}
            </dd>
          </div>
        ))}
        {sums.returned !== null && (
          <>
            <div>
              <dt className="text-sm text-muted">{t('returns')}</dt>
              <dd className="font-bold tabular-nums" data-sum="returned" data-value={sums.returned}>
                <Link href={returnsHref} className="text-primary underline">
                  {money(-sums.returned)}
                </Link>
              </dd>
            </div>
            <div>
              <dt className="text-sm text-muted">{t('net')}</dt>
              <dd
                className="font-bold tabular-nums"
                data-sum="net"
                data-value={sums.total - sums.returned}
              >
                {money(sums.total - sums.returned)}
              </dd>
            </div>
          </>
        )}
      </dl>
      <p className="mt-3 text-sm text-muted">
        {t('cancelled', { count: sums.cancelled })} ·{' '}
        {t('asOf', { time: formatDateTime(asOf, locale) })}
        {ofProduct && ` · ${t('ofProduct')}`}
      </p>
    </section>
  );
}
