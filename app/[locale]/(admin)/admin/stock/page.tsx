import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AsOfBar } from '@/components/admin/as-of-bar';
import { ExportLink } from '@/components/admin/export-link';
import { KeyPages } from '@/components/admin/key-pages';
import { PageHead } from '@/components/admin/page-head';
import { ReadAt } from '@/components/admin/read-at';
import { SearchForm } from '@/components/admin/search-form';
import { StockTable } from '@/components/admin/stock-table';
import { UnreadNotice } from '@/components/admin/unread-notice';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { TabLinks } from '@/components/ui/tab-links';
import { requireAdmin } from '@/lib/auth/session';
import { Link } from '@/lib/i18n/link';
import type { Locale } from '@/lib/i18n/locales';
import { readAsOf } from '@/lib/queries/admin/as-of';
import { listStock, type StockKey } from '@/lib/queries/admin/stock';
import { asOfText } from '@/lib/views/as-of';
import {
  choiceAddress,
  type ProductChoice,
  parseProductChoice,
  STOCK_LEVELS,
} from '@/lib/views/choice-address';

const LIST = '/admin/stock';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.stock');
  return { title: t('title') };
}

/** Every product's stock, the emptiest first, now or at an earlier moment. */
export default async function StockPage({
  params,
  searchParams,
}: PageProps<'/[locale]/admin/stock'>) {
  const locale = (await params).locale as Locale;
  const query = await searchParams;
  const { choice, unread } = parseProductChoice(query);
  const after = readStockKey(query.after);
  await requireAdmin(locale, choiceAddress(LIST, choice));
  const asOf = await readAsOf(query.asOf);
  const { rows, next, count, readAt } = await listStock(choice, after, asOf.at);
  const moment = asOf.at && asOfText(asOf.at);
  const address = (level: ProductChoice['level'], key: string | null = null) =>
    choiceAddress(LIST, { ...choice, level }, { asOf: moment, after: key });
  const t = await getTranslations('admin.stock');
  const office = await getTranslations('office');
  return (
    <>
      <PageHead
        title={t('title')}
        action={
          <div className="flex flex-wrap gap-2">
            <ExportLink
              table="products"
              query={choiceAddress('', choice, { asOf: moment })}
              text={office('csv.links.products')}
            />
            <ButtonLink variant="secondary" href="/admin/stock/imports">
              {t('byTable')}
            </ButtonLink>
          </div>
        }
      >
        <TabLinks
          label={t('filter')}
          tabs={STOCK_LEVELS.map((level) => ({
            href: address(level),
            text: t(`filters.${level ?? 'all'}`),
            current: level === choice.level,
          }))}
        />
        <SearchForm
          path={LIST}
          hint={office('search.products')}
          search={choice.search}
          kept={{ level: choice.level, state: choice.state, asOf: moment }}
        />
      </PageHead>
      <UnreadNotice unread={unread} />
      <AsOfBar asOf={asOf} path={LIST} kept={keptOf(choiceAddress('', choice))} />
      {asOf.at === null && <ReadAt at={readAt} />}
      <p data-products={count} className="mb-2 flex flex-wrap items-baseline gap-x-3 font-semibold">
        {t('found', { count })}
        {choice.state !== null && (
          <span className="text-sm font-normal text-muted">
            {t(`only.${choice.state}`)} ·{' '}
            <Link
              href={choiceAddress(LIST, { ...choice, state: null }, { asOf: moment })}
              className="text-link"
            >
              {t('anyState')}
            </Link>
          </span>
        )}
      </p>
      {rows.length === 0 ? (
        <EmptyState title={t('empty')} />
      ) : (
        <StockTable rows={rows} asOf={asOf.at} />
      )}
      <KeyPages
        firstHref={after === null ? undefined : address(choice.level)}
        nextHref={
          next === null ? undefined : address(choice.level, `${next.quantity}-${next.productId}`)
        }
      />
    </>
  );
}

/** The query of an address, by name. */
function keptOf(address: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(address.split('?')[1]));
}

/** `12-42`: after the product 42 with its 12 units. Anything else begins at the first page. */
function readStockKey(text: unknown): StockKey | null {
  const [, quantity, productId] = /^(\d{1,9})-(\d{1,15})$/.exec(String(text)) ?? [];
  return quantity && productId
    ? { quantity: Number(quantity), productId: Number(productId) }
    : null;
}
