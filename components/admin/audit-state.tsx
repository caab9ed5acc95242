import { getLocale, getTranslations } from 'next-intl/server';
import { formatDateTime } from '@/lib/format/date-time';
import { formatMoney } from '@/lib/format/money';
import { Link } from '@/lib/i18n/link';
import type { AuditFieldView } from '@/lib/views/admin-lists';

const MONEY = [
  ...['amount', 'balance', 'cap', 'minSubtotal'],
  ...['plannedPrice', 'price', 'refunded'],
];
const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** Fields of a row before or after a change, in words. */
export async function AuditState({ fields }: { fields: AuditFieldView[] }) {
  const t = await getTranslations('office.audit');
  const status = await getTranslations('admin.orders.status');
  const edit = await getTranslations('backOffice.products.form');
  const locale = await getLocale();
  // An old entry may hold a field that no text names any more.
  const name = (field: string) =>
    t.has(`fields.${field}` as 'fields.code') ? t(`fields.${field}` as 'fields.code') : field;
  const text = ({ field, value }: AuditFieldView) => {
    if (value === null) return edit('empty');
    if (field === 'importId') {
      return (
        <Link
          href={`/admin/stock/imports/${value}`}
          className="inline-flex min-h-6 min-w-6 items-center text-primary underline"
        >
          {value}
        </Link>
      );
    }
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (typeof value === 'number')
      return MONEY.includes(field) ? formatMoney(value, locale) : value;
    if (field === 'status' && status.has(value as 'paid')) return status(value as 'paid');
    return INSTANT.test(value) ? formatDateTime(new Date(value), locale) : value;
  };
  return (
    <dl>
      {fields.map((entry) => (
        <div key={entry.field} className="flex gap-2">
          <dt className="shrink-0 text-muted">{name(entry.field)}</dt>
          <dd className="min-w-0">
            <bdi>{text(entry)}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
