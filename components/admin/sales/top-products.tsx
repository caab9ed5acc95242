import { getLocale, getTranslations } from 'next-intl/server';
import { Table } from '@/components/ui/table';
import { formatCount } from '@/lib/format/count';
import { isolate } from '@/lib/format/isolate';
import { formatMoney } from '@/lib/format/money';
import { Link } from '@/lib/i18n/link';
import { localizedPath } from '@/lib/i18n/localized-path';
import { productName, type SalesView } from '@/lib/views/admin-sales';
import { officeAddress, salesAddress, salesOrdersAddress } from '@/lib/views/sales-address';
import { type SalesFilter, TOP_ORDERS } from '@/lib/views/sales-filter';
import { BarList } from './bar-list';
import { ChartCard } from './chart-card';
import { ChoiceLinks } from './choice-links';

type TopProductsProps = { sales: SalesView; filter: SalesFilter; className?: string };

/** What sold best in the range, by units or revenue. */
export async function TopProducts({ sales, filter, className }: TopProductsProps) {
  const t = await getTranslations('sales');
  const locale = await getLocale();
  const { topProducts: products } = sales;
  const text = (product: SalesView['topProducts'][number]) =>
    filter.top === 'units'
      ? formatCount(product.units, locale)
      : formatMoney(product.revenue, locale);
  return (
    <ChartCard
      name="top-products"
      title={t('metrics.top')}
      of="top"
      threshold={sales.lowThreshold}
      path="/admin"
      filter={filter}
      className={className}
      choice={
        <ChoiceLinks
          label={t('top.by')}
          choices={TOP_ORDERS.map((top) => ({
            href: salesAddress('/admin', { ...filter, top }),
            text: t(`top.${top}`),
            current: top === filter.top,
          }))}
        />
      }
      table={products.length > 0 && <ProductRows sales={sales} filter={filter} />}
      foot={<p className="mt-3 text-xs text-muted">{t('top.note')}</p>}
    >
      {products.length === 0 ? (
        <p className="text-muted">{t('top.empty')}</p>
      ) : (
        <BarList
          label={t('metrics.top')}
          bars={products.map((product) => ({
            key: product.productId,
            name: productName(product, locale),
            values: [product[filter.top]],
            text: text(product),
            label: t('top.bar', {
              name: isolate(productName(product, locale)),
              value: text(product),
            }),
            href: localizedPath(locale, ordersOf(product.productId, filter)),
          }))}
        />
      )}
    </ChartCard>
  );
}

/** Its figures leave cancelled orders out, and so do its rows. */
const ordersOf = (product: number, filter: SalesFilter) =>
  salesOrdersAddress({ ...filter, product }, { status: 'standing' });

async function ProductRows({ sales, filter }: TopProductsProps) {
  const t = await getTranslations('sales');
  const locale = await getLocale();
  return (
    <Table label={t('metrics.top')}>
      <thead>
        <tr>
          <th scope="col">{t('top.product')}</th>
          <th scope="col" className="numeric">
            {t('top.units')}
          </th>
          <th scope="col" className="numeric">
            {t('top.revenue')}
          </th>
          <th scope="col">{t('top.see')}</th>
        </tr>
      </thead>
      <tbody>
        {sales.topProducts.map((product) => {
          const name = productName(product, locale);
          const { productId } = product;
          return (
            <tr key={productId} data-product={productId}>
              <th scope="row" className="min-w-32 font-normal">
                <Link
                  href={ordersOf(productId, filter)}
                  aria-label={t('top.ordersOf', { name })}
                  className="row-link"
                >
                  {name}
                </Link>
              </th>
              <td className="numeric">{formatCount(product.units, locale)}</td>
              <td className="numeric">{formatMoney(product.revenue, locale)}</td>
              <td>
                <span className="flex flex-wrap gap-x-3">
                  <Link
                    href={salesAddress('/admin', { ...filter, product: productId })}
                    aria-label={t('top.figuresOf', { name })}
                    className="row-link"
                  >
                    {t('top.figures')}
                  </Link>
                  <Link
                    href={officeAddress(`/admin/stock/${productId}`, filter)}
                    aria-label={t('top.stockOf', { name })}
                    className="row-link"
                  >
                    {t('top.stock')}
                  </Link>
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
