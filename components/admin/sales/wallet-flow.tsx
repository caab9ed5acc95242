import { getLocale, getTranslations } from 'next-intl/server';
import { Table } from '@/components/ui/table';
import { formatMoney } from '@/lib/format/money';
import { Link } from '@/lib/i18n/link';
import type { SalesView, WalletPointView } from '@/lib/views/admin-sales';
import { walletEntriesAddress } from '@/lib/views/sales-address';
import type { SalesFilter } from '@/lib/views/sales-filter';
import { ChartCard } from './chart-card';
import { Legend } from './legend';
import { pointLabels } from './point-labels';
import { TimeChart } from './time-chart';

const KINDS = ['topUps', 'payments', 'refunds', 'adjustedUp', 'adjustedDown'] as const;

type WalletFlowProps = { sales: SalesView; filter: SalesFilter; className?: string };

/** Money into and out of all wallets; the table leads from the opening liability to the closing one. */
export async function WalletFlow({ sales, filter, className }: WalletFlowProps) {
  const t = await getTranslations('sales');
  const locale = await getLocale();
  const labels = await pointLabels(sales.unit);
  const money = (won: number) => formatMoney(won, locale);
  const { points, opening, closing } = sales.wallet;
  return (
    <ChartCard
      name="wallet"
      title={t('wallet.title')}
      of="liability"
      threshold={sales.lowThreshold}
      path="/admin"
      filter={filter}
      className={className}
      table={<WalletRows sales={sales} filter={filter} />}
      foot={<p className="mt-3 text-xs text-muted">{t('wallet.note')}</p>}
    >
      <Legend
        entries={[
          { mark: 'first', text: t('wallet.in') },
          { mark: 'second', text: t('wallet.out') },
        ]}
      />
      <TimeChart
        label={t('wallet.label', {
          title: t('wallet.title'),
          opening: money(opening),
          closing: money(closing),
        })}
        rowsOf={(days) => walletEntriesAddress(filter, days)}
        points={points.map((point) => {
          const [moneyIn, moneyOut] = inAndOut(point);
          const at = labels.long(point);
          return {
            short: () => labels.short(point),
            bars: [moneyIn, moneyOut],
            label: t('wallet.bar', { at, moneyIn: money(moneyIn), moneyOut: money(-moneyOut) }),
            days: point.days,
          };
        })}
      />
    </ChartCard>
  );
}

function inAndOut(point: WalletPointView): [number, number] {
  const { topUps, refunds, adjustedUp, payments, adjustedDown } = point;
  return [topUps + refunds + adjustedUp, payments + adjustedDown];
}

async function WalletRows({ sales, filter }: WalletFlowProps) {
  const t = await getTranslations('sales');
  const locale = await getLocale();
  const labels = await pointLabels(sales.unit);
  const money = (won: number) => formatMoney(won, locale);
  const { points, opening, closing } = sales.wallet;
  const sum = (of: (typeof KINDS)[number]) => points.reduce((total, point) => total + point[of], 0);
  return (
    <Table label={t('wallet.title')}>
      <thead>
        <tr>
          <th scope="col">{t(`chart.columns.${sales.unit}`)}</th>
          {KINDS.map((kind) => (
            <th key={kind} scope="col" className="numeric">
              {t(`wallet.${kind}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{t('wallet.opening')}</th>
          <td colSpan={KINDS.length} className="numeric" data-opening={opening}>
            {money(opening)}
          </td>
        </tr>
        {points.map((point) => (
          <tr
            key={point.start.getTime()}
            data-flow={KINDS.reduce((total, kind) => total + point[kind], 0)}
          >
            <th scope="row" className="font-normal whitespace-nowrap">
              <Link
                href={walletEntriesAddress(filter, point.days)}
                aria-label={t('wallet.entriesOf', { at: labels.long(point) })}
                className="row-link"
              >
                {labels.long(point)}
              </Link>
            </th>
            {KINDS.map((kind) => (
              <td key={kind} className="numeric">
                {money(point[kind])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="font-semibold">
          <th scope="row">{t('chart.total')}</th>
          {KINDS.map((kind) => (
            <td key={kind} className="numeric">
              {money(sum(kind))}
            </td>
          ))}
        </tr>
        <tr className="font-semibold">
          <th scope="row">{t('wallet.closing')}</th>
          <td colSpan={KINDS.length} className="numeric" data-closing={closing}>
            {money(closing)}
          </td>
        </tr>
      </tfoot>
    </Table>
  );
}
