import { getLocale, getTranslations } from 'next-intl/server';
import { Badge } from '@/components/ui/badge';
import { Table } from '@/components/ui/table';
import { formatCount } from '@/lib/format/count';
import { Link } from '@/lib/i18n/link';
import type { StockRowView } from '@/lib/views/admin-lists';
import { productName } from '@/lib/views/admin-sales';
import { asOfPath } from '@/lib/views/as-of';
import { StockLevelBadge } from './stock-level-badge';

type StockTableProps = {
  rows: StockRowView[];
  /** The moment that is shown, which the links keep; null: now. */
  asOf: Date | null;
};

/** Products with their quantity, each leading to its form and its stock page. */
export async function StockTable({ rows, asOf }: StockTableProps) {
  const t = await getTranslations('admin.stock');
  const locale = await getLocale();
  return (
    <Table label={t('title')}>
      <thead>
        <tr>
          <th scope="col">{t('columns.product')}</th>
          <th scope="col" className="numeric">
            {t('columns.quantity')}
          </th>
          <th scope="col">{t('columns.state')}</th>
          <th scope="col">{t('columns.action')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((product) => {
          const name = productName(product, locale);
          return (
            <tr key={product.productId} data-product={product.productId}>
              <th scope="row" className="min-w-32 font-normal">
                <Link
                  href={`/admin/products/${product.productId}`}
                  className="text-primary underline"
                >
                  <bdi>{name}</bdi>
                </Link>{' '}
                {!product.published && <Badge>{t('hidden')}</Badge>}
              </th>
              <td className="numeric" data-stock={product.quantity}>
                {formatCount(product.quantity, locale)}
              </td>
              <td className="whitespace-nowrap">
                <StockLevelBadge level={product.level} />
              </td>
              <td className="whitespace-nowrap">
                <Link
                  href={asOfPath(`/admin/stock/${product.productId}`, asOf)}
                  aria-label={t(asOf ? 'historyOf' : 'changeOf', { name })}
                  className="inline-flex min-h-6 items-center text-primary underline"
                >
                  {t(asOf ? 'history.title' : 'change')}
                </Link>
              </td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
