import type { Query } from '@/lib/query-value';
import { parseSalesFilter, salesQuestion } from '@/lib/views/sales-filter';

/** What the sales screen at this address asks for, at an instant. */
export function askSales(query: Query, now: Date) {
  const { filter, problems } = parseSalesFilter(query, now);
  if (problems.length > 0) throw new Error(`no good address: ${JSON.stringify(problems)}`);
  return salesQuestion(filter);
}
