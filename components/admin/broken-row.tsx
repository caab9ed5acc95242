import { Link } from '@/lib/i18n/link';

/** Where a row that is named by its number can be looked at. */
const PAGES: Record<string, (id: number) => string> = {
  order_id: (id) => `/admin/orders/${id}`,
  product_id: (id) => `/admin/stock/${id}`,
};

/**
 * A row that breaks an invariant: what is wrong, then its columns as the database has them. Not
 * translated: it is what stands in `npm run verify` and in the books themselves.
 */
export function BrokenRow({ row: { fault, ...columns } }: { row: Record<string, unknown> }) {
  return (
    <>
      <p lang="en">{String(fault)}</p>
      <dl className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-muted tabular-nums">
        {Object.entries(columns).map(([name, value]) => (
          <div key={name} className="flex min-w-0 flex-wrap gap-x-1">
            <dt>{name}</dt>
            <dd className="text-ink">
              <Value name={name} value={value} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Value({ name, value }: { name: string; value: unknown }) {
  const page = PAGES[name];
  if (page && typeof value === 'number') {
    return (
      <Link href={page(value)} className="text-primary underline">
        {value}
      </Link>
    );
  }
  return value === null ? '–' : String(value);
}
