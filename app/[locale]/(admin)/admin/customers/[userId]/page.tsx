import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AdjustWalletForm } from '@/components/admin/adjust-wallet-form';
import { AdjustedNotice } from '@/components/admin/adjusted-notice';
import { AsOfBar } from '@/components/admin/as-of-bar';
import { CustomerAccount } from '@/components/admin/customer-account';
import { CustomerEntries } from '@/components/admin/customer-entries';
import { ExportLink } from '@/components/admin/export-link';
import { KeyPages } from '@/components/admin/key-pages';
import { OrdersTable } from '@/components/admin/orders-table';
import { PageHead } from '@/components/admin/page-head';
import { MissingPerRequest } from '@/components/shell/missing-per-request';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { PersonName } from '@/components/ui/person-name';
import { TabLinks } from '@/components/ui/tab-links';
import { adjustWalletAction } from '@/lib/actions/admin/adjust-wallet';
import { requireAdmin } from '@/lib/auth/session';
import { formatMoney } from '@/lib/format/money';
import type { Locale } from '@/lib/i18n/locales';
import { readRowId } from '@/lib/page-key';
import { readAsOf } from '@/lib/queries/admin/as-of';
import { getAdjustment, getCustomer } from '@/lib/queries/admin/customers';
import { getTopUpLimits } from '@/lib/queries/admin/top-up-limits';
import { queryNumber, queryValue } from '@/lib/query-value';
import { asOfPath } from '@/lib/views/as-of';
import { entryKinds, parseEntryChoice } from '@/lib/views/wallet-address';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('office.customer');
  return { title: t('title') };
}

/**
 * One customer: the account, the wallet with every entry, an adjustment, the latest orders. At an
 * earlier moment: what wallet and orders were then, and nothing to adjust.
 */
export default async function CustomerPage({
  params,
  searchParams,
}: PageProps<'/[locale]/admin/customers/[userId]'>) {
  const { locale: language, userId: id } = await params;
  const locale = language as Locale;
  const query = await searchParams;
  const userId = readRowId(id);
  const path = userId === null ? '/admin/customers' : `/admin/customers/${userId}`;
  await requireAdmin(locale, path);
  const { kind } = parseEntryChoice(query);
  const before = queryNumber(query, 'before');
  const asOf = await readAsOf(query.asOf);
  const customer = userId === null ? null : await getCustomer(userId, kind, before, asOf.at);
  if (!customer) return <MissingPerRequest />;
  const seq = queryNumber(query, 'adjusted');
  const adjusted = seq === null ? null : await getAdjustment(customer.userId, seq);
  const t = await getTranslations('office');
  const kinds = await getTranslations('wallet.kinds');
  const forms = await getTranslations('forms');
  const { most, held } = await getTopUpLimits();
  const money = (won: number) => formatMoney(won, locale);
  const entriesOf = (of: string | null) =>
    asOfPath(of === null ? path : `${path}?kind=${of}`, asOf.at);
  const older = customer.entries.next;
  return (
    <>
      <PageHead
        title={<PersonName name={customer.name} />}
        back={{ href: '/admin/customers', text: t('customer.back') }}
      />
      <AsOfBar asOf={asOf} path={path} kept={kind === null ? {} : { kind }} />
      {asOf.at && customer.joinedAt > asOf.at && (
        <div className="mb-4">
          <Notice>{t('customer.notJoined')}</Notice>
        </div>
      )}
      {adjusted && (
        <AdjustedNotice adjusted={adjusted} again={queryValue(query, 'again') !== undefined} />
      )}
      <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-12">
        <div className="flex min-w-0 flex-col gap-4 xl:col-span-4">
          <CustomerAccount customer={customer} />
          {!customer.closed && asOf.at === null && (
            <Card title={t('adjust.title')}>
              <AdjustWalletForm
                key={seq}
                action={adjustWalletAction}
                locale={locale}
                customerId={customer.userId}
                idempotencyKey={crypto.randomUUID()}
                texts={{
                  amount: t('adjust.amount'),
                  amountHint: t('adjust.amountHint', { most: money(most), held: money(held) }),
                  reason: t('adjust.reason'),
                  reasonHint: t('adjust.reasonHint'),
                  look: t('adjust.look'),
                  lookTitle: t('adjust.lookTitle'),
                  before: t('adjust.before'),
                  change: t('adjust.change'),
                  after: t('adjust.after'),
                  confirm: t('adjust.confirm'),
                  edit: t('adjust.edit'),
                  pending: forms('pending'),
                  check: forms('check'),
                  unsure: {
                    checking: t('adjust.unsure.checking'),
                    offline: t('adjust.unsure.offline'),
                    nothing: t('adjust.unsure.nothing'),
                    nothingBody: t('adjust.unsure.nothingBody'),
                    signedOut: t('adjust.unsure.signedOut'),
                  },
                }}
              />
            </Card>
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-4 xl:col-span-8">
          <Card title={t('customer.entries.title')}>
            <TabLinks
              label={t('customer.entries.filter')}
              tabs={[null, ...entryKinds].map((of) => ({
                href: entriesOf(of),
                text: of === null ? t('customer.entries.all') : kinds(of),
                current: of === kind,
              }))}
            />
            <ExportLink
              table="wallet-entries"
              query={asOfPath(
                `?customer=${customer.userId}${kind === null ? '' : `&kind=${kind}`}`,
                asOf.at,
              )}
              text={t('csv.links.entries')}
            />
            {customer.entries.rows.length === 0 ? (
              <EmptyState title={t('customer.entries.empty')} />
            ) : (
              <CustomerEntries entries={customer.entries.rows} />
            )}
            <KeyPages
              firstHref={before === null ? undefined : entriesOf(kind)}
              nextHref={
                older === null
                  ? undefined
                  : `${entriesOf(kind)}${entriesOf(kind).includes('?') ? '&' : '?'}before=${older}`
              }
            />
          </Card>
          <Card title={t('customer.recentOrders')}>
            {customer.recentOrders.length === 0 ? (
              <EmptyState title={t('customer.noOrders')} />
            ) : (
              <OrdersTable orders={customer.recentOrders} label={t('customer.recentOrders')} />
            )}
          </Card>
        </div>
      </div>
    </>
  );
}
