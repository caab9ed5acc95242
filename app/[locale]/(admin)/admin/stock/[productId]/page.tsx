import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { KeyPages } from '@/components/admin/key-pages';
import { PageHead } from '@/components/admin/page-head';
import { StockForm } from '@/components/admin/stock-form';
import { StockHistory } from '@/components/admin/stock-history';
import { StockLevelBadge } from '@/components/admin/stock-level-badge';
import { MissingPerRequest } from '@/components/shell/missing-per-request';
import { Card } from '@/components/ui/card';
import { changeStockAction } from '@/lib/actions/admin/change-stock';
import { requireAdmin } from '@/lib/auth/session';
import type { Locale } from '@/lib/i18n/locales';
import { readRowId } from '@/lib/page-key';
import { getStock } from '@/lib/queries/admin/stock';
import { productName } from '@/lib/views/admin-sales';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.stock');
  return { title: t('title') };
}

/** One product's stock: what there is, the form that changes it, and why it is what it is. */
export default async function ProductStockPage({
  params,
  searchParams,
}: PageProps<'/[locale]/admin/stock/[productId]'>) {
  const { locale: language, productId: id } = await params;
  const locale = language as Locale;
  const productId = readRowId(id);
  const before = readRowId((await searchParams).before);
  const href = productId === null ? '/admin/stock' : `/admin/stock/${productId}`;
  await requireAdmin(locale, href);
  const found = productId === null ? null : await getStock(productId, before);
  if (!found) return <MissingPerRequest />;
  const { product, movements } = found;
  const t = await getTranslations('admin.stock');
  const forms = await getTranslations('forms');
  return (
    <>
      <PageHead
        title={productName(product, locale)}
        back={{ href: '/admin/stock', text: t('back') }}
      />
      <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-12">
        <div className="flex min-w-0 flex-col gap-4 xl:col-span-5">
          <Card title={t('now')}>
            <p className="flex flex-wrap items-center gap-3">
              <span data-stock={product.quantity} className="text-3xl font-bold tabular-nums">
                {t('units', { count: product.quantity })}
              </span>
              <StockLevelBadge level={product.level} />
            </p>
          </Card>
          <Card title={t('form.title')}>
            <StockForm
              action={changeStockAction}
              locale={locale}
              productId={product.productId}
              idempotencyKey={crypto.randomUUID()}
              texts={{
                kind: t('form.kind'),
                restock: t('form.restock'),
                correction: t('form.correction'),
                delta: t('form.delta'),
                deltaHint: t('form.deltaHint'),
                reason: t('form.reason'),
                reasonHint: t('form.reasonHint'),
                submit: t('form.submit'),
                pending: forms('pending'),
                check: forms('check'),
              }}
            />
          </Card>
        </div>
        <Card title={t('history.title')} className="xl:col-span-7">
          <StockHistory movements={movements.rows} />
          <KeyPages
            firstHref={before === null ? undefined : href}
            nextHref={movements.next === null ? undefined : `${href}?before=${movements.next}`}
          />
        </Card>
      </div>
    </>
  );
}
