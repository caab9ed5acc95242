import { getLocale, getTranslations } from 'next-intl/server';
import { Badge } from '@/components/ui/badge';
import { Price } from '@/components/ui/money';
import { Table } from '@/components/ui/table';
import { formatCount } from '@/lib/format/count';
import { Link } from '@/lib/i18n/link';
import type { ProductRowView } from '@/lib/views/admin-lists';
import { productName } from '@/lib/views/admin-sales';

/** Products with price and stock, each leading to its form and its stock. */
export async function ProductsTable({ rows }: { rows: ProductRowView[] }) {
  const t = await getTranslations('admin.products');
  const locale = await getLocale();
  return (
    <Table label={t('title')}>
      <thead>
        <tr>
          <th scope="col">{t('columns.product')}</th>
          <th scope="col">{t('columns.category')}</th>
          <th scope="col">{t('columns.state')}</th>
          <th scope="col" className="numeric">
            {t('columns.price')}
          </th>
          <th scope="col" className="numeric">
            {t('columns.quantity')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((product) => (
          <tr key={product.productId} data-product={product.productId}>
            <th scope="row" className="min-w-32 font-normal">
              <Link
                href={`/admin/products/${product.productId}`}
                className="text-primary underline"
              >
                {productName(product, locale)}
              </Link>
            </th>
            <td className="whitespace-nowrap">
              {locale === 'ko' ? product.categoryKo : product.categoryEn}
            </td>
            <td className="whitespace-nowrap">
              <Badge tone={product.published ? 'success' : 'neutral'}>
                {t(product.published ? 'published' : 'hidden')}
              </Badge>
            </td>
            <td className="numeric">
              <Price won={product.price} locale={locale} />
            </td>
            <td className="numeric" data-stock={product.quantity}>
              <Link
                href={`/admin/stock/${product.productId}`}
                aria-label={t('stockOf', {
                  name: productName(product, locale),
                  count: formatCount(product.quantity, locale),
                })}
                className="text-primary underline"
              >
                {formatCount(product.quantity, locale)}
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
