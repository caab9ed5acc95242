import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AsOfBar } from '@/components/admin/as-of-bar';
import { ExportLink } from '@/components/admin/export-link';
import { FulfilManyForm } from '@/components/admin/fulfil-many-form';
import { KeyPages } from '@/components/admin/key-pages';
import { OrderFilter } from '@/components/admin/order-filter';
import { OrderRows } from '@/components/admin/order-rows';
import { OrderSums } from '@/components/admin/order-sums';
import { PageHead } from '@/components/admin/page-head';
import { UnreadNotice } from '@/components/admin/unread-notice';
import { EmptyState } from '@/components/ui/empty-state';
import { TabLinks } from '@/components/ui/tab-links';
import { fulfilOrdersAction } from '@/lib/actions/admin/orders';
import { requireAdmin } from '@/lib/auth/session';
import { Link } from '@/lib/i18n/link';
import type { Locale } from '@/lib/i18n/locales';
import { readAsOf } from '@/lib/queries/admin/as-of';
import { listOrdersForAdmin } from '@/lib/queries/admin/orders';
import { queryValue } from '@/lib/query-value';
import {
  ORDER_CHOICES,
  ordersAddress,
  parseOrderFilter,
  parseOrderKey,
} from '@/lib/views/order-address';

const LIST = '/admin/orders';
const STATUSES = [null, ...ORDER_CHOICES];

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.orders');
  return { title: t('title') };
}

/** Orders by what an operator looks for, what they come to, and what can be done with many at once. */
export default async function OrdersPage({
  params,
  searchParams,
}: PageProps<'/[locale]/admin/orders'>) {
  const locale = (await params).locale as Locale;
  const query = await searchParams;
  const { filter: asked, unread } = parseOrderFilter(query);
  const after = parseOrderKey(query);
  await requireAdmin(locale, ordersAddress(LIST, asked, after ? { after } : {}));
  const asOf = await readAsOf(query.asOf);
  const filter = { ...asked, asOf: asOf.at };
  const here = ordersAddress(LIST, filter, after ? { after } : {});
  const { rows, next, sums, readAt, product, customer } = await listOrdersForAdmin(filter, after);
  const ticked = queryValue(query, 'pick') === 'all';
  // The past cannot be changed.
  const open = asOf.at === null && rows.some(({ status }) => status === 'paid');
  const byCancel = filter.dated === 'cancelled';
  const ofProduct = filter.productId !== null;
  const file = ordersAddress('', { ...filter, asOf: asOf.at ?? readAt });
  const t = await getTranslations('admin.orders');
  const office = await getTranslations('office');
  const forms = await getTranslations('forms');
  return (
    <>
      <PageHead title={t('title')}>
        <TabLinks
          label={t('filter')}
          tabs={STATUSES.map((status) => ({
            href: ordersAddress(LIST, { ...filter, status }),
            text: t(status === null ? 'all' : `status.${status}`),
            current: status === filter.status,
          }))}
        />
        <OrderFilter filter={filter} product={product} customer={customer} />
      </PageHead>
      {(asOf.at ?? asOf.problem) && (
        <AsOfBar
          asOf={asOf}
          path={LIST}
          kept={keptOf(ordersAddress(LIST, { ...asked, asOf: null }))}
        />
      )}
      <UnreadNotice unread={unread.filter((name) => name !== 'asOf')} />
      <OrderSums
        sums={sums}
        asOf={asOf.at ?? readAt}
        byCancel={byCancel}
        ofProduct={ofProduct}
        returnsHref={ordersAddress(LIST, { ...filter, dated: 'cancelled' })}
      />
      <nav aria-label={office('csv.links.label')} className="mb-2 flex flex-wrap">
        {(['orders', 'lines'] as const).map((table) => (
          <ExportLink key={table} table={table} query={file} text={office(`csv.links.${table}`)} />
        ))}
      </nav>
      {open && (
        <Link
          href={ticked ? here : `${here}${here.includes('?') ? '&' : '?'}pick=all`}
          className="inline-flex min-h-11 items-center text-sm text-primary underline"
        >
          {office(ticked ? 'orders.pickNone' : 'orders.pickAll')}
        </Link>
      )}
      <FulfilManyForm
        action={fulfilOrdersAction}
        locale={locale}
        open={open}
        texts={{
          submit: office('fulfilMany.submit'),
          help: office('fulfilMany.help'),
          pending: forms('pending'),
          check: forms('check'),
        }}
      >
        {rows.length === 0 ? (
          <EmptyState title={t('empty')} />
        ) : (
          <OrderRows
            orders={rows}
            byCancel={byCancel}
            ofProduct={ofProduct}
            open={open}
            ticked={ticked}
          />
        )}
      </FulfilManyForm>
      <KeyPages
        firstHref={after === null ? undefined : ordersAddress(LIST, filter)}
        nextHref={next === null ? undefined : ordersAddress(LIST, filter, { after: next })}
      />
    </>
  );
}

/** The query of an address, by name. */
function keptOf(address: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(address.split('?')[1]));
}
