import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AsOfBar } from '@/components/admin/as-of-bar';
import { KeyPages } from '@/components/admin/key-pages';
import { PageHead } from '@/components/admin/page-head';
import { ChartCard } from '@/components/admin/sales/chart-card';
import { ChoiceLinks } from '@/components/admin/sales/choice-links';
import { ChosenHour } from '@/components/admin/sales/chosen-hour';
import { LostAttempts } from '@/components/admin/sales/lost-attempts';
import { LostOverTime } from '@/components/admin/sales/lost-over-time';
import { LostProducts } from '@/components/admin/sales/lost-products';
import { LostReasonBars, LostReasonRows } from '@/components/admin/sales/lost-reasons';
import { reasonTexts } from '@/components/admin/sales/reason-text';
import { SalesFilterForm } from '@/components/admin/sales/sales-filter';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { requireAdmin } from '@/lib/auth/session';
import { formatDateTime } from '@/lib/format/date-time';
import { formatMoney } from '@/lib/format/money';
import type { Locale } from '@/lib/i18n/locales';
import { redirect } from '@/lib/i18n/redirect';
import { findSalesFilter } from '@/lib/queries/admin/find-sales-filter';
import { readLostDemand } from '@/lib/queries/admin/lost-demand';
import { queryNumber, queryValue } from '@/lib/query-value';
import { readReason } from '@/lib/views/lost-demand';
import { readHour } from '@/lib/views/order-address';
import { addressOf, readAt, salesAddress, salesQuery } from '@/lib/views/sales-address';

const PATH = '/admin/lost-demand';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sales.lost');
  return { title: t('title') };
}

/** Checkouts that came to nothing: why, when, of which products, and what to restock for them. */
export default async function LostDemandPage({
  params,
  searchParams,
}: PageProps<'/[locale]/admin/lost-demand'>) {
  const locale = (await params).locale as Locale;
  const query = await searchParams;
  await requireAdmin(locale, addressOf(PATH, query));
  const found = await findSalesFilter(query);
  const { filter, asOf } = found;
  const reason = readReason(queryValue(query, 'reason'));
  const hour = readHour(queryValue(query, 'hour'));
  const ofReason: Record<string, string> = reason === null ? {} : { reason };
  const kept = { ...ofReason, ...(hour !== null && { hour: String(hour) }) };
  if (found.canonical) redirect(locale, salesAddress(PATH, filter, kept));
  const before = queryNumber(query, 'before');
  const keptOnPage = { ...kept, ...(before !== null && { before: String(before) }) };
  const lost = await readLostDemand(filter, { reason, hour, before }, asOf.at);
  // Its figures lead to the rows that they were counted from.
  const figures = { filter: readAt(filter, lost.asOf) };
  const t = await getTranslations('sales');
  const nameOf = await reasonTexts();
  const chosen = lost.byReason.filter((row) => reason === null || row.reason === reason);
  const attempts = chosen.reduce((sum, row) => sum + row.attempts, 0);
  const won = chosen.reduce((sum, row) => sum + row.lost, 0);
  return (
    <>
      <PageHead
        title={t('lost.title')}
        back={{ href: salesAddress('/admin', filter), text: t('lost.back') }}
        action={
          <span className="flex flex-wrap gap-2">
            <ButtonLink variant="secondary" href="/admin/stock?level=low">
              {t('lost.restockList')}
            </ButtonLink>
            <ButtonLink variant="secondary" href="/admin/stock/imports">
              {t('lost.restockTable')}
            </ButtonLink>
          </span>
        }
      >
        <p className="mt-1 text-sm text-muted">
          {t('asOf', { time: formatDateTime(lost.asOf, locale) })}
        </p>
      </PageHead>
      <AsOfBar
        asOf={asOf}
        path={PATH}
        kept={{ ...salesQuery(PATH, { ...filter, asOf: null }), ...kept }}
      />
      <div className="flex flex-col gap-4">
        <SalesFilterForm path={PATH} {...found} conditions={['product']} kept={ofReason} />
        {hour !== null && <ChosenHour hour={hour} without={salesAddress(PATH, filter, ofReason)} />}
        {(reason !== null || lost.byReason.length > 1) && (
          <ChoiceLinks
            label={t('lost.reason')}
            choices={[
              null,
              ...new Set([...lost.byReason.map((row) => row.reason), ...(reason ? [reason] : [])]),
            ].map((choice) => ({
              href: salesAddress(PATH, filter, { ...kept, reason: choice }),
              text: choice === null ? t('lost.every') : nameOf(choice),
              current: choice === reason,
            }))}
          />
        )}
        <p data-lost-attempts={attempts} data-lost-won={won} className="text-lg font-semibold">
          {t('lost.found', { attempts, won: formatMoney(won, locale) })}
          {reason === null && (
            <span data-lost-orders={lost.orders} className="block text-sm font-normal text-muted">
              {t('lost.ofAttempts', { orders: lost.orders, attempts: lost.orders + attempts })}
            </span>
          )}
        </p>
        <LostOverTime lost={lost} {...figures} kept={ofReason} keptOnPage={keptOnPage} />
        <div className="grid grid-cols-1 items-start gap-4 2xl:grid-cols-12">
          <ChartCard
            name="lost-reasons"
            title={t('lost.chart')}
            of="lost"
            threshold={lost.lowThreshold}
            path={PATH}
            filter={filter}
            kept={keptOnPage}
            className="2xl:col-span-4"
            table={lost.byReason.length > 0 && <LostReasonRows lost={lost.byReason} {...figures} />}
          >
            <LostReasonBars lost={lost.byReason} {...figures} />
          </ChartCard>
          <Card title={t('lost.byProduct')} className="min-w-0 2xl:col-span-8">
            <LostProducts {...lost} {...figures} kept={kept} />
          </Card>
        </div>
        <Card title={t('lost.list')} className="min-w-0">
          <LostAttempts attempts={lost.attempts.rows} filter={filter} />
          <KeyPages
            firstHref={before === null ? undefined : salesAddress(PATH, filter, kept)}
            nextHref={
              lost.attempts.next === null
                ? undefined
                : salesAddress(PATH, filter, { ...kept, before: lost.attempts.next })
            }
          />
        </Card>
      </div>
    </>
  );
}
