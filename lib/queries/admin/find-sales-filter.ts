import 'server-only';
import { database } from '@/db';
import { seoulDay } from '@/lib/domain/seoul-day';
import { readRowId } from '@/lib/page-key';
import { type Query, queryValue } from '@/lib/query-value';
import type { NamedProductView } from '@/lib/views/admin-sales';
import { type AsOfView, asOfText } from '@/lib/views/as-of';
import { type FilterProblem, parseSalesFilter, type SalesFilter } from '@/lib/views/sales-filter';
import { adminOnly } from './admin-only';
import { readAsOf } from './as-of';

const MOST_CANDIDATES = 8;
const MOST_TEXT_LENGTH = 100;

/** What an address asks for, held against what there is. */
export interface FoundFilter {
  filter: SalesFilter;
  problems: FilterProblem[];
  /** True: the address said it in a longer way, as forms do, and has a better one. */
  canonical: boolean;
  /** The Seoul day that named ranges end on. */
  today: string;
  /** What the product's number names; null: no product is chosen. */
  product: NamedProductView | null;
  /** The moment that is looked at. */
  asOf: AsOfView;
  /** Products that a typed name may mean, where it means several. */
  candidates: NamedProductView[];
}

/**
 * Reads the filter of a sales screen from its address. A product may be given by name or number,
 * a coupon must exist; what there is not is reported and chooses nothing. Named ranges end at the
 * moment that is looked at.
 */
export async function findSalesFilter(query: Query): Promise<FoundFilter> {
  await adminOnly();
  const asOf = await readAsOf(query.asOf);
  const now = asOf.at ?? new Date();
  const { filter, problems } = parseSalesFilter(query, now);
  const found: FoundFilter = {
    filter: { ...filter, asOf: asOf.at && asOfText(asOf.at) },
    asOf,
    problems,
    canonical: false,
    today: seoulDay(now),
    product: null,
    candidates: [],
  };
  await Promise.all([findProduct(found, query), findCoupon(found)]);
  const empty = Object.values(query).includes('');
  const named = found.filter.range !== 'custom' && ('from' in query || 'to' in query);
  const typedName = found.product !== null && readRowId(query.product) === null;
  return { ...found, canonical: found.problems.length === 0 && (empty || named || typedName) };
}

async function findProduct(found: FoundFilter, query: Query): Promise<void> {
  const typed = (queryValue(query, 'product') ?? '')
    .replaceAll('\0', '')
    .trim()
    .slice(0, MOST_TEXT_LENGTH);
  if (typed === '') return;
  const { product: id } = found.filter;
  const { sql } = database();
  const products = await (id === null
    ? sql<NamedProductView[]>`
        select id as "productId", name_ko as "nameKo", name_en as "nameEn" from products
        where strpos(lower(name_ko), lower(${typed})) > 0
          or strpos(lower(name_en), lower(${typed})) > 0
        order by (lower(${typed}) in (lower(name_ko), lower(name_en))) desc, id
        limit ${MOST_CANDIDATES}`
    : sql<NamedProductView[]>`
        select id as "productId", name_ko as "nameKo", name_en as "nameEn" from products
        where id = ${id}`);
  const [product] = products;
  const without = found.problems.filter(({ code }) => code !== 'product.unknown');
  if (product && products.length === 1) {
    found.product = product;
    found.filter = { ...found.filter, product: product.productId };
    found.problems = without;
  } else {
    found.candidates = products;
    found.filter = { ...found.filter, product: null };
    found.problems = [...without, { code: 'product.unknown', given: typed }];
  }
}

async function findCoupon(found: FoundFilter): Promise<void> {
  const { coupon: code } = found.filter;
  if (code === null) return;
  const [coupon] = await database().sql`select from coupons where code = ${code}`;
  if (coupon) return;
  found.filter = { ...found.filter, coupon: null };
  found.problems = [...found.problems, { code: 'coupon.unknown', given: code }];
}
