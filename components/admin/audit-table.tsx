import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { PersonName } from '@/components/ui/person-name';
import { Table } from '@/components/ui/table';
import { formatDateTime } from '@/lib/format/date-time';
import { Link } from '@/lib/i18n/link';
import type { AuditRowView } from '@/lib/views/admin-lists';
import { AuditState } from './audit-state';

type Key = Parameters<Awaited<ReturnType<typeof getTranslations<'admin.audit'>>>>[0];

/** Operators' changes with what was before and after, and what others tried to change. */
export async function AuditTable({ rows }: { rows: AuditRowView[] }) {
  const t = await getTranslations('admin.audit');
  const locale = await getLocale();
  // An old entry may name what no text names any more.
  const words = (key: string, code: string) => (t.has(key as Key) ? t(key as Key) : code);
  return (
    <Table label={t('title')}>
      <thead>
        <tr>
          {(['at', 'who', 'action', 'entity', 'before', 'after'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((entry) => (
          <tr key={entry.id} id={`audit-${entry.id}`} data-audit={entry.action}>
            <td className="whitespace-nowrap">{formatDateTime(entry.at, locale)}</td>
            <td className="whitespace-nowrap">
              <PersonName name={entry.actor} />
            </td>
            <td className="whitespace-nowrap">{words(`actions.${entry.action}`, entry.action)}</td>
            <td className="whitespace-nowrap">
              <Subject href={rowOf(entry)}>
                {words(`entities.${entry.entity}`, entry.entity)}{' '}
                {words(`attempts.${entry.entityId}`, entry.entityId)}
              </Subject>
            </td>
            <td className="min-w-40">
              <AuditState fields={entry.before} />
            </td>
            <td className="min-w-40">
              <AuditState fields={entry.after} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** The page of what was changed, for those that have one. */
function rowOf({ entity, entityId }: AuditRowView): string | null {
  const lists: Record<string, string> = {
    customer: '/admin/customers',
    coupon: '/admin/coupons',
    order: '/admin/orders',
    product: '/admin/products',
  };
  const list = lists[entity];
  return list === undefined || !/^\d+$/.test(entityId) ? null : `${list}/${entityId}`;
}

function Subject({ href, children }: { href: string | null; children: ReactNode }) {
  if (href === null) return children;
  return (
    <Link href={href} className="inline-flex min-h-6 items-center gap-1 text-primary underline">
      {children}
    </Link>
  );
}
