import { getLocale, getTranslations } from 'next-intl/server';
import { formatCount } from '@/lib/format/count';
import { formatMoney } from '@/lib/format/money';
import type { Locale } from '@/lib/i18n/locales';
import { localizedPath } from '@/lib/i18n/localized-path';
import { type SalesMetric, type SalesView, salesMetrics } from '@/lib/views/admin-sales';
import {
  lostDemandAddress,
  officeAddress,
  salesOrdersAddress,
  walletEntriesAddress,
} from '@/lib/views/sales-address';
import type { SalesFilter } from '@/lib/views/sales-filter';
import { changeTexts } from './change-texts';
import { tableAddress } from './chart-card';
import { definitionTexts } from './definition';
import { type FigureCard, FigureCards } from './figure-cards';

type SalesCardsProps = { sales: SalesView; filter: SalesFilter };
type Texts = Awaited<ReturnType<typeof getTranslations<'sales'>>>;

/** The figures of the range, each with its change, its meaning and the way to its rows. */
export async function SalesCards({ sales, filter }: SalesCardsProps) {
  const t = await getTranslations('sales');
  const locale = await getLocale();
  return (
    <FigureCards
      label={t('cards.title')}
      none={t('cards.none')}
      cards={salesMetrics.map((metric) => cardOf(metric, sales, filter, t, locale))}
    />
  );
}

const MONEY: readonly SalesMetric[] = ['netSales', 'aov', 'discounts', 'returns', 'liability'];
/** These are the whole shop's, whatever product, coupon or status is chosen. */
const WHOLE_SHOP: readonly SalesMetric[] = ['liability', 'low', 'out'];

function cardOf(
  metric: SalesMetric,
  sales: SalesView,
  filter: SalesFilter,
  t: Texts,
  locale: Locale,
): FigureCard {
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
  return {
    metric,
    now: figure.now,
    before: figure.before,
    definition: definitionTexts(t, { of: metric, at: 'card', threshold: sales.lowThreshold }),
    ...(shown !== null && {
      shown,
      href: localizedPath(locale, rowsOf(metric, filter)),
      rows: t('cards.rows', { metric: t(`metrics.${metric}`), value: shown }),
      ...(sales.compared && {
        change: changeTexts(t, locale, {
          comparison: figure,
          points: percentage,
          givenBack: metric === 'returns',
          format: (value) => (percentage ? t('change.points', { points: value }) : format(value)),
        }),
      }),
    }),
    ...(note !== null && { note }),
    ...(chosen && WHOLE_SHOP.includes(metric) && { scope: t('cards.wholeShop') }),
  };
}

/** What belongs to a figure and is none of its own. */
function cardNote(metric: SalesMetric, sales: SalesView, t: Texts, locale: Locale): string | null {
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
