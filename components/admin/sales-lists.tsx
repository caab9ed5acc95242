import { getLocale, getTranslations } from 'next-intl/server';
import { Money } from '@/components/ui/money';
import { StockLabel } from '@/components/ui/stock-label';
import { Table } from '@/components/ui/table';
import { formatCount } from '@/lib/format/count';
import { Link } from '@/lib/i18n/link';
import { productName, type SalesView } from '@/lib/views/admin-sales';

/** What sold best in the range. */
export async function TopProducts({ products }: { products: SalesView['topProducts'] }) {
  const t = await getTranslations('admin.sales.top');
  const locale = await getLocale();
  if (products.length === 0) return <p className="text-muted">{t('empty')}</p>;
  return (
    <>
      <Table label={t('title')}>
        <thead>
          <tr>
            <th scope="col">{t('product')}</th>
            <th scope="col" className="numeric">
              {t('units')}
            </th>
            <th scope="col" className="numeric">
              {t('revenue')}
            </th>
          </tr>
        </thead>
        <tbody>
          {products.map((product) => (
            <tr key={product.productId} data-product={product.productId}>
              <th scope="row" className="min-w-32 font-normal">
                <Link href={`/admin/stock/${product.productId}`} className="text-primary underline">
                  {productName(product, locale)}
                </Link>
              </th>
              <td className="numeric">{formatCount(product.units, locale)}</td>
              <td className="numeric">
                <Money won={product.revenue} locale={locale} />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="mt-3 text-xs text-muted">{t('note')}</p>
    </>
  );
}

/** What is low or out, each line leading to its restock form. */
export async function ShortProducts({ sales }: { sales: SalesView }) {
  const t = await getTranslations('admin.sales.short');
  const locale = await getLocale();
  if (sales.shortProducts.length === 0) return <p className="text-muted">{t('empty')}</p>;
  return (
    <>
      <Table label={t('title')}>
        <thead>
          <tr>
            <th scope="col">{t('product')}</th>
            <th scope="col">{t('quantity')}</th>
            <th scope="col" className="numeric">
              {t('cover')}
            </th>
          </tr>
        </thead>
        <tbody>
          {sales.shortProducts.map((product) => (
            <tr key={product.productId} data-product={product.productId}>
              <th scope="row" className="min-w-32 font-normal">
                <Link href={`/admin/stock/${product.productId}`} className="text-primary underline">
                  {productName(product, locale)}
                </Link>
              </th>
              <td className="whitespace-nowrap">
                <StockLabel quantity={product.quantity} locale={locale} />
              </td>
              <td className="numeric">{coverText(product, t)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="mt-3 flex flex-wrap items-center justify-between gap-2 text-xs text-muted">
        {t('note', { threshold: sales.lowThreshold })}
        <Link
          href="/admin/stock"
          className="inline-flex min-h-11 items-center text-sm text-primary underline"
        >
          {t('all')}
        </Link>
      </p>
    </>
  );
}

/** How long the units last at the pace of the last seven days. */
function coverText(
  { quantity, daysOfCover }: SalesView['shortProducts'][number],
  t: Awaited<ReturnType<typeof getTranslations<'admin.sales.short'>>>,
): string {
  if (quantity === 0) return t('coverOut');
  return daysOfCover === null ? t('coverNone') : t('coverDays', { days: daysOfCover });
}
