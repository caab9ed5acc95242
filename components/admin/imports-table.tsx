import { getLocale, getTranslations } from 'next-intl/server';
import { Badge } from '@/components/ui/badge';
import { Table } from '@/components/ui/table';
import { formatCount } from '@/lib/format/count';
import { formatDateTime } from '@/lib/format/date-time';
import { Link } from '@/lib/i18n/link';
import type { StockImportRowView } from '@/lib/views/stock-import';

/** Uploaded tables, the newest first. */
export async function ImportsTable({ rows }: { rows: StockImportRowView[] }) {
  const t = await getTranslations('backOffice.imports.recent');
  const locale = await getLocale();
  return (
    <Table label={t('title')}>
      <thead>
        <tr>
          <th scope="col">{t('at')}</th>
          <th scope="col">{t('by')}</th>
          <th scope="col" className="numeric">
            {t('lines')}
          </th>
          <th scope="col">{t('state')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ importId, createdAt, by, lines, appliedAt }) => (
          <tr key={importId} data-import={importId}>
            <th scope="row" className="font-normal whitespace-nowrap">
              <Link href={`/admin/stock/imports/${importId}`} className="text-primary underline">
                {formatDateTime(createdAt, locale)}
              </Link>
            </th>
            <td className="whitespace-nowrap">{by}</td>
            <td className="numeric">{formatCount(lines, locale)}</td>
            <td className="whitespace-nowrap">
              <Badge tone={appliedAt ? 'success' : 'neutral'}>
                {appliedAt
                  ? t('applied', { at: formatDateTime(appliedAt, locale) })
                  : t('notApplied')}
              </Badge>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
