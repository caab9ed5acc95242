import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AsOfBar } from '@/components/admin/as-of-bar';
import { KeyPages } from '@/components/admin/key-pages';
import { PageHead } from '@/components/admin/page-head';
import { StockForm } from '@/components/admin/stock-form';
import { StockHistory } from '@/components/admin/stock-history';
import { StockLevelBadge } from '@/components/admin/stock-level-badge';
import { StockSold } from '@/components/admin/stock-sold';
import { MissingPerRequest } from '@/components/shell/missing-per-request';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { FocusOnAppear } from '@/components/ui/focus-on-appear';
import { Notice } from '@/components/ui/notice';
import { changeStockAction } from '@/lib/actions/admin/change-stock';
import { requireAdmin } from '@/lib/auth/session';
import { formatCount, formatCountChange } from '@/lib/format/count';
import { Link } from '@/lib/i18n/link';
import type { Locale } from '@/lib/i18n/locales';
import { readRowId } from '@/lib/page-key';
import { readAsOf } from '@/lib/queries/admin/as-of';
import { getStock, getStockChange } from '@/lib/queries/admin/stock';
import { queryUuid } from '@/lib/query-value';
import { productName } from '@/lib/views/admin-sales';
import { asOfPath } from '@/lib/views/as-of';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.stock');
  return { title: t('title') };
}

/**
 * One product's stock: what there is, the form that changes it, and why it is what it is. At an
 * earlier moment: what there was, what had been sold, and nothing to change.
 */
export default async function ProductStockPage({
  params,
  searchParams,
}: PageProps<'/[locale]/admin/stock/[productId]'>) {
  const { locale: language, productId: id } = await params;
  const locale = language as Locale;
  const productId = readRowId(id);
  const query = await searchParams;
  const before = readRowId(query.before);
  const path = productId === null ? '/admin/stock' : `/admin/stock/${productId}`;
  await requireAdmin(locale, path);
  const asOf = await readAsOf(query.asOf);
  const href = asOfPath(path, asOf.at);
  const found = productId === null ? null : await getStock(productId, before, asOf.at);
  if (!found) return <MissingPerRequest />;
  const { product, movements, past } = found;
  // Whoever lost the answer is led here.
  const changed = await getStockChange(product.productId, queryUuid(query, 'changed'));
  const t = await getTranslations('admin.stock');
  const sales = await getTranslations('sales');
  const forms = await getTranslations('forms');
  return (
    <>
      <PageHead
        title={productName(product, locale)}
        back={{ href: asOfPath('/admin/stock', asOf.at), text: t('back') }}
        action={
          <Link
            href={asOfPath(`/admin?range=30d&product=${product.productId}`, asOf.at)}
            className="text-link"
          >
            {sales('top.salesOf')}
          </Link>
        }
      />
      <AsOfBar asOf={asOf} path={path} />
      {changed && (
        <div className="mb-4">
          <FocusOnAppear>
            <Notice tone="success" announce="status">
              {t('form.done', {
                delta: formatCountChange(changed.delta, locale),
                quantity: formatCount(changed.quantity, locale),
              })}
            </Notice>
          </FocusOnAppear>
        </div>
      )}
      {past === 'notIn' ? (
        <EmptyState title={t('notIn')} body={t('notInHelp')} />
      ) : (
        <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-12">
          <div className="flex min-w-0 flex-col gap-4 xl:col-span-5">
            <Card title={t(past ? 'then' : 'now')}>
              <p className="flex flex-wrap items-center gap-3">
                <span data-stock={product.quantity} className="text-3xl font-bold tabular-nums">
                  {t('units', { count: product.quantity })}
                </span>
                <StockLevelBadge level={product.level} />
              </p>
            </Card>
            {past ? (
              <StockSold sold={past} />
            ) : (
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
                    unsure: {
                      checking: t('form.unsure.checking'),
                      offline: t('form.unsure.offline'),
                      nothing: t('form.unsure.nothing'),
                      nothingBody: t('form.unsure.nothingBody'),
                      signedOut: t('form.unsure.signedOut'),
                    },
                  }}
                />
              </Card>
            )}
          </div>
          <Card title={t('history.title')} className="xl:col-span-7">
            <StockHistory movements={movements.rows} />
            <KeyPages
              firstHref={before === null ? undefined : href}
              nextHref={
                movements.next === null
                  ? undefined
                  : asOfPath(`${path}?before=${movements.next}`, asOf.at)
              }
            />
          </Card>
        </div>
      )}
    </>
  );
}
