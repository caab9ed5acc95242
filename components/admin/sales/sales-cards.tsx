import { useLocale, useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { formatCount } from '@/lib/format/count';
import { formatMoney } from '@/lib/format/money';
import { Link } from '@/lib/i18n/link';
import type { Locale } from '@/lib/i18n/locales';
import { type SalesMetric, type SalesView, salesMetrics } from '@/lib/views/admin-sales';
import {
  lostDemandAddress,
  officeAddress,
  salesOrdersAddress,
  walletEntriesAddress,
} from '@/lib/views/sales-address';
import type { SalesFilter } from '@/lib/views/sales-filter';
import { Change } from './change';
import { tableAddress } from './chart-card';
import { Definition } from './definition';

type SalesCardsProps = { sales: SalesView; filter: SalesFilter };

/** The figures of the range, each with its change, its meaning and the way to its rows. */
export async function SalesCards({ sales, filter }: SalesCardsProps) {
  const t = await getTranslations('sales');
  return (
    <section aria-label={t('cards.title')}>
      <dl className="grid grid-cols-2 gap-3 md:grid-cols-3 md:gap-4 xl:grid-cols-5">
        {salesMetrics.map((metric) => (
          <Figure key={metric} metric={metric} sales={sales} filter={filter} />
        ))}
      </dl>
    </section>
  );
}

const MONEY: readonly SalesMetric[] = ['netSales', 'aov', 'discounts', 'returns', 'liability'];
/** These are the whole shop's, whatever product, coupon or status is chosen. */
const WHOLE_SHOP: readonly SalesMetric[] = ['liability', 'low', 'out'];

/** One card. `data-figure` and its plain numbers let a test compare it with the database. */
function Figure({ metric, sales, filter }: SalesCardsProps & { metric: SalesMetric }) {
  const t = useTranslations('sales');
  const locale = useLocale();
  const figure = sales.figures[metric];
  const percentage = metric === 'success';
  const format = (value: number) => {
    if (percentage) return t('cards.percent', { percent: value });
    return MONEY.includes(metric) ? formatMoney(value, locale) : formatCount(value, locale);
  };
  const chosen = filter.product !== null || filter.coupon !== null || filter.status !== null;
  // Returns are counted as what was given back and shown as what they are to sales: a minus.
  const shown =
    figure.now === null ? null : format(metric === 'returns' ? -figure.now : figure.now);
  const note = cardNote(metric, sales, t, locale);
  return (
    <div
      data-figure={metric}
      data-value={figure.now ?? undefined}
      data-before={figure.before ?? undefined}
      className="flex flex-col rounded-card border border-line bg-bg p-3 md:p-4"
    >
      <dt className="flex items-start justify-between gap-1 text-sm font-semibold text-muted">
        {t(`metrics.${metric}`)}
        <Definition of={metric} at="card" threshold={sales.lowThreshold} />
      </dt>
      <dd className="flex grow flex-col gap-0.5">
        {shown === null ? (
          <p className="text-muted">{t('cards.none')}</p>
        ) : (
          <Link
            href={rowsOf(metric, filter)}
            aria-label={t('cards.rows', { metric: t(`metrics.${metric}`), value: shown })}
            className="w-fit text-lg font-bold tabular-nums underline decoration-line underline-offset-4 hover:decoration-current md:text-xl"
          >
            {shown}
          </Link>
        )}
        {sales.compared && shown !== null && (
          <Change
            comparison={figure}
            points={percentage}
            givenBack={metric === 'returns'}
            format={(value) => (percentage ? t('change.points', { points: value }) : format(value))}
          />
        )}
        {note && <p className="mt-auto pt-1 text-xs text-muted">{note}</p>}
        {chosen && WHOLE_SHOP.includes(metric) && (
          <p className="text-xs text-muted">{t('cards.wholeShop')}</p>
        )}
      </dd>
    </div>
  );
}

/** What belongs to a figure and is none of its own. */
function cardNote(
  metric: SalesMetric,
  sales: SalesView,
  t: ReturnType<typeof useTranslations<'sales'>>,
  locale: Locale,
): string | null {
  switch (metric) {
    case 'orders':
      return t('cards.cancelled', { count: sales.cancelledOrders });
    case 'units':
      return t('cards.netUnits', { count: formatCount(sales.netUnits, locale) });
    case 'returns':
      return t('cards.byCancelDay');
    case 'low':
      return t('cards.atMost', { threshold: sales.lowThreshold });
    case 'success': {
      if (!sales.lost) return t('cards.notByOrder');
      const won = sales.lost.reduce((sum, { lost }) => sum + lost, 0);
      const count = sales.lost.reduce((sum, { attempts }) => sum + attempts, 0);
      return t('cards.lost', { count, amount: formatMoney(won, locale) });
    }
    default:
      return null;
  }
}

/** Where the rows behind a figure stand. */
function rowsOf(metric: SalesMetric, filter: SalesFilter): string {
  switch (metric) {
    case 'netSales':
      return tableAddress('/admin', filter, 'net-sales');
    case 'returns':
      return salesOrdersAddress(filter, { dated: 'cancelled' });
    case 'success':
      return lostDemandAddress(filter);
    case 'liability':
      return walletEntriesAddress(filter, filter);
    case 'low':
    case 'out':
      return officeAddress('/admin/stock', filter, { level: metric, state: 'published' });
    default:
      return salesOrdersAddress(filter);
  }
}
