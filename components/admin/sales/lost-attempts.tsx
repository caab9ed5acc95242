import { getLocale, getTranslations } from 'next-intl/server';
import { PersonName } from '@/components/ui/person-name';
import { Table } from '@/components/ui/table';
import { formatDateTime } from '@/lib/format/date-time';
import { isolate } from '@/lib/format/isolate';
import { formatMoney } from '@/lib/format/money';
import { Link } from '@/lib/i18n/link';
import { productName } from '@/lib/views/admin-sales';
import type { LostAttemptView } from '@/lib/views/lost-demand';
import { officeAddress } from '@/lib/views/sales-address';
import type { SalesFilter } from '@/lib/views/sales-filter';
import { reasonTexts } from './reason-text';

type LostAttemptsProps = { attempts: readonly LostAttemptView[]; filter: SalesFilter };

/** The attempts themselves: who wanted what, and what stood in the way. */
export async function LostAttempts({ attempts, filter }: LostAttemptsProps) {
  const t = await getTranslations('sales.lost');
  const locale = await getLocale();
  const nameOf = await reasonTexts();
  if (attempts.length === 0) return <p className="text-muted">{t('empty')}</p>;
  return (
    <Table label={t('list')}>
      <thead>
        <tr>
          <th scope="col">{t('at')}</th>
          <th scope="col">{t('shopper')}</th>
          <th scope="col">{t('reason')}</th>
          <th scope="col">{t('wantedLines')}</th>
          <th scope="col" className="numeric">
            {t('won')}
          </th>
        </tr>
      </thead>
      <tbody>
        {attempts.map(({ id, at, userId, shopper, reason, lines, lost }) => (
          <tr key={id} data-attempt={id} data-lost={lost}>
            <th scope="row" className="font-normal whitespace-nowrap">
              <time dateTime={at.toISOString()}>{formatDateTime(at, locale)}</time>
            </th>
            <td className="whitespace-nowrap">
              <Link href={officeAddress(`/admin/customers/${userId}`, filter)} className="row-link">
                <PersonName name={shopper} />
              </Link>
            </td>
            <td className="whitespace-nowrap">{nameOf(reason)}</td>
            <td className="min-w-48">
              {lines
                .map((line) =>
                  t('line', { name: isolate(productName(line, locale)), count: line.quantity }),
                )
                .join(', ')}
            </td>
            <td className="numeric">
              {lines.length === 0 ? t('unpriced') : formatMoney(lost, locale)}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
