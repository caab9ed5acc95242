import { getLocale, getTranslations } from 'next-intl/server';
import { StockLabel } from '@/components/ui/stock-label';
import { Table } from '@/components/ui/table';
import { formatCount } from '@/lib/format/count';
import { formatMoney } from '@/lib/format/money';
import { Link } from '@/lib/i18n/link';
import { productName } from '@/lib/views/admin-sales';
import type { LostDemandView, LostProductView } from '@/lib/views/lost-demand';
import { lostDemandAddress } from '@/lib/views/sales-address';
import type { SalesFilter } from '@/lib/views/sales-filter';

type LostProductsProps = {
  products: readonly LostProductView[];
  rest: LostDemandView['rest'];
  filter: SalesFilter;
  /** What else the address holds and must keep. */
  kept: Record<string, string>;
};

/** Products that lost attempts wanted, each with the way to its restock form: of now, whatever moment is looked at. */
export async function LostProducts({ products, rest, filter, kept }: LostProductsProps) {
  const t = await getTranslations('sales.lost');
  const locale = await getLocale();
  if (products.length === 0) return <p className="text-muted">{t('empty')}</p>;
  return (
    <>
      <Table label={t('byProduct')}>
        <thead>
          <tr>
            <th scope="col">{t('product')}</th>
            <th scope="col" className="numeric">
              {t('won')}
            </th>
            {(['attempts', 'wanted', 'missing'] as const).map((column) => (
              <th key={column} scope="col" className="numeric">
                {t(column)}
              </th>
            ))}
            <th scope="col">{t(filter.asOf === null ? 'left' : 'leftThen')}</th>
            <th scope="col">{t('action')}</th>
          </tr>
        </thead>
        <tbody>
          {products.map((product) => {
            const { productId } = product;
            const name = productName(product, locale);
            return (
              <tr key={productId} data-product={productId} data-lost={product.lost}>
                <th scope="row" className="min-w-32 font-normal">
                  <Link
                    href={lostDemandAddress({ ...filter, product: productId }, kept)}
                    className="row-link"
                  >
                    {name}
                  </Link>
                </th>
                <td className="numeric">{formatMoney(product.lost, locale)}</td>
                <td className="numeric">{formatCount(product.attempts, locale)}</td>
                <td className="numeric">{formatCount(product.wanted, locale)}</td>
                <td className="numeric" data-missing={product.missing}>
                  {formatCount(product.missing, locale)}
                </td>
                <td className="whitespace-nowrap">
                  <StockLabel quantity={product.quantity} locale={locale} />
                </td>
                <td>
                  <Link
                    href={`/admin/stock/${productId}`}
                    aria-label={t('restockOf', { name })}
                    className="row-link whitespace-nowrap"
                  >
                    {t('restock')}
                  </Link>
                </td>
              </tr>
            );
          })}
          {rest.products > 0 && (
            <tr data-lost={rest.lost}>
              <th scope="row" className="font-normal">
                {t('rest', { count: rest.products })}
              </th>
              <td className="numeric">{formatMoney(rest.lost, locale)}</td>
              <td colSpan={5} />
            </tr>
          )}
        </tbody>
      </Table>
      <p className="mt-3 text-xs text-muted">{t('productNote')}</p>
    </>
  );
}
