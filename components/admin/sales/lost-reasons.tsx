import { getLocale, getTranslations } from 'next-intl/server';
import { Table } from '@/components/ui/table';
import { formatCount } from '@/lib/format/count';
import { formatMoney } from '@/lib/format/money';
import { Link } from '@/lib/i18n/link';
import { localizedPath } from '@/lib/i18n/localized-path';
import type { LostReasonView, SalesView } from '@/lib/views/admin-sales';
import { lostDemandAddress } from '@/lib/views/sales-address';
import type { SalesFilter } from '@/lib/views/sales-filter';
import { BarList } from './bar-list';
import { ChartCard } from './chart-card';
import { reasonTexts } from './reason-text';

type LostReasonsProps = { sales: SalesView; filter: SalesFilter; className?: string };

/** Why checkouts failed, and what they would have brought; leads to the lost demand. */
export async function LostReasons({ sales, filter, className }: LostReasonsProps) {
  const t = await getTranslations('sales');
  const { lost } = sales;
  return (
    <ChartCard
      name="lost-reasons"
      title={t('lost.chart')}
      of="lost"
      threshold={sales.lowThreshold}
      path="/admin"
      filter={filter}
      className={className}
      table={lost !== null && lost.length > 0 && <LostReasonRows lost={lost} filter={filter} />}
      foot={
        lost !== null && (
          <p className="mt-2">
            <Link href={lostDemandAddress(filter)} className="text-link">
              {t('lost.all')}
            </Link>
          </p>
        )
      }
    >
      {lost === null ? (
        <p className="text-muted">{t('lost.notByOrder')}</p>
      ) : (
        <LostReasonBars lost={lost} filter={filter} />
      )}
    </ChartCard>
  );
}

type LostReasonsOf = { lost: readonly LostReasonView[]; filter: SalesFilter };

/** The reasons as bars, as long as attempts were lost by them. */
export async function LostReasonBars({ lost, filter }: LostReasonsOf) {
  const t = await getTranslations('sales');
  const locale = await getLocale();
  const nameOf = await reasonTexts();
  if (lost.length === 0) return <p className="text-muted">{t('lost.empty')}</p>;
  return (
    <BarList
      label={t('lost.chart')}
      bars={lost.map(({ reason, attempts, lost: won }) => ({
        key: reason,
        name: nameOf(reason),
        values: [attempts],
        text: `${t('lost.count', { count: attempts })} · ${formatMoney(won, locale)}`,
        label: t('lost.bar', { reason: nameOf(reason), attempts, won: formatMoney(won, locale) }),
        href: localizedPath(locale, lostDemandAddress(filter, { reason })),
      }))}
    />
  );
}

/** The same as a table, with its sums. */
export async function LostReasonRows({ lost, filter }: LostReasonsOf) {
  const t = await getTranslations('sales');
  const locale = await getLocale();
  const nameOf = await reasonTexts();
  const sum = (of: 'attempts' | 'lost') => lost.reduce((total, row) => total + row[of], 0);
  return (
    <Table label={t('lost.chart')}>
      <thead>
        <tr>
          <th scope="col">{t('lost.reason')}</th>
          <th scope="col" className="numeric">
            {t('lost.attempts')}
          </th>
          <th scope="col" className="numeric">
            {t('lost.won')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lost.map((row) => (
          <tr key={row.reason} data-lost={row.lost}>
            <th scope="row" className="font-normal">
              <Link href={lostDemandAddress(filter, { reason: row.reason })} className="row-link">
                {nameOf(row.reason)}
              </Link>
            </th>
            <td className="numeric">{formatCount(row.attempts, locale)}</td>
            <td className="numeric">{formatMoney(row.lost, locale)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="font-semibold">
          <th scope="row">{t('chart.total')}</th>
          <td className="numeric">{formatCount(sum('attempts'), locale)}</td>
          <td className="numeric">{formatMoney(sum('lost'), locale)}</td>
        </tr>
      </tfoot>
    </Table>
  );
}
