import { getLocale, getTranslations } from 'next-intl/server';
import { StockLabel } from '@/components/ui/stock-label';
import { Table } from '@/components/ui/table';
import { Link } from '@/lib/i18n/link';
import { productName, type SalesView } from '@/lib/views/admin-sales';
import { officeAddress } from '@/lib/views/sales-address';
import type { SalesFilter } from '@/lib/views/sales-filter';
import { Definition } from './definition';

type ShortProductsProps = { sales: SalesView; filter: SalesFilter };

/** What is low or out, each line leading to its restock form. */
export async function ShortProducts({ sales, filter }: ShortProductsProps) {
  const t = await getTranslations('sales');
  const locale = await getLocale();
  if (sales.shortProducts.length === 0) return <p className="text-muted">{t('short.empty')}</p>;
  return (
    <>
      <Table label={t('short.title')}>
        <thead>
          <tr>
            <th scope="col">{t('short.product')}</th>
            <th scope="col">{t('short.quantity')}</th>
            <th scope="col" className="numeric">
              <span className="inline-flex items-center gap-1">
                {t('metrics.cover')}
                <Definition of="cover" at="short" threshold={sales.lowThreshold} />
              </span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sales.shortProducts.map((product) => (
            <tr key={product.productId} data-product={product.productId}>
              <th scope="row" className="min-w-32 font-normal">
                <Link
                  href={officeAddress(`/admin/stock/${product.productId}`, filter)}
                  className="row-link"
                >
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
        {t('short.note', { threshold: sales.lowThreshold })}
        <Link href={officeAddress('/admin/stock', filter)} className="text-link">
          {t('short.all')}
        </Link>
      </p>
    </>
  );
}

/** How long the units last at the pace of the last seven days. */
function coverText(
  { quantity, daysOfCover }: SalesView['shortProducts'][number],
  t: Awaited<ReturnType<typeof getTranslations<'sales'>>>,
): string {
  if (quantity === 0) return t('short.coverOut');
  return daysOfCover === null ? t('short.coverNone') : t('short.coverDays', { days: daysOfCover });
}
