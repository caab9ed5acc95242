import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AsOfBar } from '@/components/admin/as-of-bar';
import { KeyPages } from '@/components/admin/key-pages';
import { PageHead } from '@/components/admin/page-head';
import { StockTable } from '@/components/admin/stock-table';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { TabLinks } from '@/components/ui/tab-links';
import { requireAdmin } from '@/lib/auth/session';
import type { Locale } from '@/lib/i18n/locales';
import { readChoice } from '@/lib/page-key';
import { readAsOf } from '@/lib/queries/admin/as-of';
import { listStock, STOCK_LEVELS, type StockKey } from '@/lib/queries/admin/stock';
import { asOfPath } from '@/lib/views/as-of';

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
  const level = readChoice(query.level, STOCK_LEVELS, 'all');
  const after = readStockKey(query.after);
  const levelHref = `/admin/stock?level=${level}`;
  await requireAdmin(locale, levelHref);
  const asOf = await readAsOf(query.asOf);
  const href = asOfPath(levelHref, asOf.at);
  const { rows, next } = await listStock(level, after, asOf.at);
  const t = await getTranslations('admin.stock');
  return (
    <>
      <PageHead
        title={t('title')}
        action={
          <ButtonLink variant="secondary" href="/admin/stock/imports">
            {t('byTable')}
          </ButtonLink>
        }
      >
        <TabLinks
          label={t('filter')}
          tabs={STOCK_LEVELS.map((name) => ({
            href: asOfPath(`/admin/stock?level=${name}`, asOf.at),
            text: t(`filters.${name}`),
            current: name === level,
          }))}
        />
      </PageHead>
      <AsOfBar asOf={asOf} path="/admin/stock" kept={{ level }} />
      {rows.length === 0 ? (
        <EmptyState title={t('empty')} />
      ) : (
        <StockTable rows={rows} asOf={asOf.at} />
      )}
      <KeyPages
        firstHref={after === null ? undefined : href}
        nextHref={next === null ? undefined : `${href}&after=${next.quantity}-${next.productId}`}
      />
    </>
  );
}

/** `12-42`: after the product 42 with its 12 units. Anything else begins at the first page. */
function readStockKey(text: unknown): StockKey | null {
  const [, quantity, productId] = /^(\d{1,9})-(\d{1,15})$/.exec(String(text)) ?? [];
  return quantity && productId
    ? { quantity: Number(quantity), productId: Number(productId) }
    : null;
}
