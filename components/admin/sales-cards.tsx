import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { formatCount } from '@/lib/format/count';
import { formatMoney } from '@/lib/format/money';
import { Link } from '@/lib/i18n/link';
import type { ComparisonView, SalesView } from '@/lib/views/admin-sales';
import { Change } from './change';

/** The figures of the range, each with its change and what it is made of. */
export async function SalesCards({ sales }: { sales: SalesView }) {
  const t = await getTranslations('admin.sales.cards');
  const locale = await getLocale();
  const money = (won: number) => formatMoney(won, locale);
  const count = (number: number) => formatCount(number, locale);
  const { averageOrderValue: aov } = sales;
  return (
    <section aria-label={t('title')}>
      <dl className="grid grid-cols-2 gap-3 md:gap-4 xl:grid-cols-4">
        <Figure name="net-sales" {...sales.netSales} title={t('netSales')} help={t('netSalesHelp')}>
          <Value text={money(sales.netSales.now)} />
          <Change comparison={sales.netSales} format={money} />
        </Figure>
        <Figure
          name="orders"
          {...sales.orders}
          title={t('orders')}
          help={t('ordersHelp', { count: sales.cancelledOrders })}
        >
          <Value text={count(sales.orders.now)} />
          <Change comparison={sales.orders} format={count} />
        </Figure>
        <Figure name="aov" now={aov?.now} title={t('aov')} help={t('aovHelp')}>
          {aov ? (
            <>
              <Value text={money(aov.now)} />
              <Change comparison={aov} format={money} />
            </>
          ) : (
            <p className="mt-1 text-muted">{t('aovNone')}</p>
          )}
        </Figure>
        <Figure
          name="units"
          {...sales.units}
          title={t('units')}
          help={t('unitsHelp', { count: count(sales.netUnits) })}
        >
          <Value text={count(sales.units.now)} />
          <Change comparison={sales.units} format={count} />
        </Figure>
        <Figure
          name="discounts"
          {...sales.discounts}
          title={t('discounts')}
          help={t('discountsHelp')}
        >
          <Value text={money(sales.discounts.now)} />
          <Change comparison={sales.discounts} format={money} />
        </Figure>
        <Figure name="returns" {...sales.returns} title={t('returns')} help={t('returnsHelp')}>
          <Value text={money(sales.returns.now)} />
          <Change comparison={sales.returns} format={money} />
        </Figure>
        <Figure
          name="liability"
          {...sales.liability}
          title={t('liability')}
          help={t('liabilityHelp')}
        >
          <Value text={money(sales.liability.now)} />
          <Change comparison={sales.liability} format={money} />
        </Figure>
        <Figure name="stock" now={sales.outProducts} title={t('stock')}>
          <Value text={t('stockOut', { count: sales.outProducts })} />
          <p className="text-sm">
            {t('stockLow', { count: sales.lowProducts, threshold: sales.lowThreshold })}
          </p>
          <Link
            href="/admin/stock?level=low"
            className="mt-auto inline-flex min-h-11 items-center text-sm text-primary underline"
          >
            {t('stockLink')}
          </Link>
        </Figure>
      </dl>
    </section>
  );
}

type FigureProps = Partial<ComparisonView> & {
  name: string;
  title: string;
  help?: string;
  children: ReactNode;
};

/** One card. `data-figure` and its plain number let a test compare it with the database. */
function Figure({ name, title, help, now, children }: FigureProps) {
  return (
    <div
      data-figure={name}
      data-value={now}
      className="flex flex-col rounded-card border border-line bg-bg p-3 md:p-4"
    >
      <dt className="text-sm font-semibold text-muted">{title}</dt>
      <dd className="flex grow flex-col gap-0.5">
        {children}
        {help && <p className="mt-auto pt-1 text-xs text-muted">{help}</p>}
      </dd>
    </div>
  );
}

function Value({ text }: { text: string }) {
  return <p className="text-xl font-bold tabular-nums md:text-2xl">{text}</p>;
}
