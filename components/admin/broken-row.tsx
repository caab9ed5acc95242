import { Link } from '@/lib/i18n/link';
import type { BrokenRowView } from '@/lib/views/admin-integrity';

/** Where a row that is named by its number can be looked at. */
const PAGES: Record<string, (id: number) => string> = {
  order_id: (id) => `/admin/orders/${id}`,
  product_id: (id) => `/admin/stock/${id}`,
};

/** A row that breaks an invariant: its columns as the database has them, for whoever looks it up there. */
export function BrokenRow({ row: { fault, ...columns } }: { row: BrokenRowView }) {
  return (
    <li className="py-2">
      <dl className="flex flex-wrap gap-x-4 gap-y-1 text-muted tabular-nums">
        {Object.entries(columns).map(([name, value]) => (
          <div key={name} className="flex min-w-0 flex-wrap gap-x-1">
            <dt>{name}</dt>
            <dd className="text-ink">
              <Value name={name} value={value} />
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

function Value({ name, value }: { name: string; value: unknown }) {
  const page = PAGES[name];
  if (page && typeof value === 'number') {
    return (
      <Link href={page(value)} className="inline-flex min-h-6 items-center text-primary underline">
        {value}
      </Link>
    );
  }
  return value === null ? '–' : String(value);
}
