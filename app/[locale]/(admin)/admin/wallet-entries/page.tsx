import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AsOfBar } from '@/components/admin/as-of-bar';
import { ExportLink } from '@/components/admin/export-link';
import { KeyPages } from '@/components/admin/key-pages';
import { PageHead } from '@/components/admin/page-head';
import { ChoiceLinks } from '@/components/admin/sales/choice-links';
import { ChosenHour } from '@/components/admin/sales/chosen-hour';
import { SalesFilterForm } from '@/components/admin/sales/sales-filter';
import { ShopEntries } from '@/components/admin/sales/shop-entries';
import { requireAdmin } from '@/lib/auth/session';
import { formatDateTime } from '@/lib/format/date-time';
import { formatMoney } from '@/lib/format/money';
import type { Locale } from '@/lib/i18n/locales';
import { redirect } from '@/lib/i18n/redirect';
import { findSalesFilter } from '@/lib/queries/admin/find-sales-filter';
import { readWalletEntries } from '@/lib/queries/admin/wallet-entries';
import { queryValue } from '@/lib/query-value';
import { asOfText } from '@/lib/views/as-of';
import { readHour } from '@/lib/views/order-address';
import { addressOf, queryOf, salesAddress, salesQuery } from '@/lib/views/sales-address';
import { entryKeyText, readEntryKey } from '@/lib/views/shop-entries';
import { entryKinds } from '@/lib/views/wallet-address';

const PATH = '/admin/wallet-entries';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sales.entries');
  return { title: t('title') };
}

/** Entries of all wallets: the rows behind the wallet liability and what moved it. */
export default async function WalletEntriesPage({
  params,
  searchParams,
}: PageProps<'/[locale]/admin/wallet-entries'>) {
  const locale = (await params).locale as Locale;
  const query = await searchParams;
  await requireAdmin(locale, addressOf(PATH, query));
  const found = await findSalesFilter(query);
  const { filter, asOf } = found;
  const kind = entryKinds.find((known) => known === queryValue(query, 'kind')) ?? null;
  const hour = readHour(queryValue(query, 'hour'));
  const ofKind: Record<string, string> = kind === null ? {} : { kind };
  const kept = { ...ofKind, ...(hour !== null && { hour: String(hour) }) };
  if (found.canonical) redirect(locale, salesAddress(PATH, filter, kept));
  const before = readEntryKey(query.before);
  const entries = await readWalletEntries(filter, { kind, hour, before }, asOf.at);
  const { page, count, sum, opening, asOf: at } = entries;
  const money = (won: number) => formatMoney(won, locale);
  const file = { ...filter, range: 'custom', asOf: asOfText(at) } as const;
  const t = await getTranslations('sales');
  return (
    <>
      <PageHead
        title={t('entries.title')}
        back={{ href: salesAddress('/admin', filter), text: t('entries.back') }}
        action={
          <ExportLink
            table="wallet-entries"
            query={queryOf(salesAddress(PATH, file, kept))}
            text={t('csv.entries')}
          />
        }
      >
        <p className="mt-1 text-sm text-muted">{t('asOf', { time: formatDateTime(at, locale) })}</p>
      </PageHead>
      <AsOfBar
        asOf={asOf}
        path={PATH}
        kept={{ ...salesQuery(PATH, { ...filter, asOf: null }), ...kept }}
      />
      <div className="flex flex-col gap-4">
        <SalesFilterForm path={PATH} {...found} conditions={[]} kept={ofKind} />
        {hour !== null && <ChosenHour hour={hour} without={salesAddress(PATH, filter, ofKind)} />}
        <ChoiceLinks
          label={t('entries.kind')}
          choices={[null, ...entryKinds].map((choice) => ({
            href: salesAddress(PATH, filter, { ...kept, kind: choice }),
            text: choice === null ? t('entries.every') : t(`entries.kinds.${choice}`),
            current: choice === kind,
          }))}
        />
        <p data-entries={count} data-entries-sum={sum} className="text-lg font-semibold">
          {t('entries.found', { count, sum: money(sum) })}
          {opening !== null && (
            <span
              data-opening={opening}
              data-closing={opening + sum}
              className="block text-sm font-normal text-muted"
            >
              {t('entries.books', {
                opening: money(opening),
                sum: money(sum),
                closing: money(opening + sum),
              })}
            </span>
          )}
        </p>
        <ShopEntries entries={page.rows} filter={filter} />
        <KeyPages
          firstHref={before === null ? undefined : salesAddress(PATH, filter, kept)}
          nextHref={
            page.next === null
              ? undefined
              : salesAddress(PATH, filter, { ...kept, before: entryKeyText(page.next) })
          }
        />
      </div>
    </>
  );
}
