import { unstable_rethrow } from 'next/navigation';
import type { NextRequest } from 'next/server';
import { getTranslations } from 'next-intl/server';
import { requireAdmin } from '@/lib/auth/session';
import { type CsvFile, csvResponse } from '@/lib/csv';
import {
  couponColumns,
  entryColumns,
  lineColumns,
  orderColumns,
  productColumns,
} from '@/lib/export-columns';
import { defaultLocale, isLocale } from '@/lib/i18n/locales';
import type { Texts } from '@/lib/i18n/texts';
import { log, newReference } from '@/lib/log';
import {
  readCouponFile,
  readEntryFile,
  readLineFile,
  readOrderFile,
  readProductFile,
} from '@/lib/queries/admin/exports';
import type { Query } from '@/lib/query-value';
import { parseAsOf } from '@/lib/views/as-of';
import { parseCouponChoice, parseProductChoice } from '@/lib/views/choice-address';
import { EXPORT_TABLES, type ExportTable, parseEntryFilter } from '@/lib/views/export-address';
import { parseOrderFilter } from '@/lib/views/order-address';

/** The screens that the tables belong to; a guest is led to one of them after signing in. */
const SCREENS: Record<ExportTable, string> = {
  orders: '/admin/orders',
  lines: '/admin/orders',
  products: '/admin/products',
  'wallet-entries': '/admin/wallet-entries',
  coupons: '/admin/coupons',
};

/**
 * `GET /admin/export/{orders|lines|products|wallet-entries|coupons}`: what a screen shows for the same
 * query, all of it, as a CSV file that is read while it is fetched. A query that cannot be read is
 * refused: a file with more in it than was asked for would be taken for what it is not.
 */
export async function GET(
  request: NextRequest,
  { params }: RouteContext<'/[locale]/admin/export/[table]'>,
): Promise<Response> {
  const { locale: asked, table: name } = await params;
  const locale = isLocale(asked) ? asked : defaultLocale;
  const table = EXPORT_TABLES.find((known) => known === name);
  await requireAdmin(locale, table ? SCREENS[table] : '/admin');
  if (!table) return plain(404, 'no such table');
  const t: Texts = await getTranslations({ locale });
  const query = queryOf(request.nextUrl.searchParams);
  const orders = parseOrderFilter(query);
  const entries = parseEntryFilter(query);
  const products = parseProductChoice(query);
  const coupons = parseCouponChoice(query);
  const asOf = parseAsOf(query.asOf);
  const moment = asOf === 'unreadable' ? null : asOf;
  const unread = {
    orders: orders.unread,
    lines: orders.unread,
    'wallet-entries': entries.unread,
    products: [...products.unread, ...(asOf === 'unreadable' ? (['asOf'] as const) : [])],
    // What a coupon was at an earlier moment is in no book.
    coupons: [...coupons.unread, ...(asOf === null ? [] : (['asOf'] as const))],
  }[table];
  if (unread.length > 0) {
    const names = unread.map((parameter) => t(`office.filter.names.${parameter}`)).join(', ');
    return plain(400, t('office.csv.unread', { names }));
  }
  const pen = { t, locale };
  const file = <Row>(columns: CsvFile<Row>['columns'], batches: CsvFile<Row>['batches']) =>
    csvResponse({ name: fileName(table, query), columns, batches });
  try {
    switch (table) {
      case 'orders':
        return file(orderColumns(pen), await readOrderFile(orders.filter));
      case 'lines':
        return file(lineColumns(pen), await readLineFile(orders.filter));
      case 'products':
        return file(
          productColumns(pen, moment === null),
          await readProductFile(products.choice, moment),
        );
      case 'wallet-entries':
        return file(entryColumns(pen), await readEntryFile(entries.filter));
      case 'coupons':
        return file(couponColumns(pen), await readCouponFile(coupons.choice));
    }
  } catch (error) {
    unstable_rethrow(error);
    log('error', 'query.failed', { reference: newReference(), query: `export ${table}` }, error);
    return plain(503, t('office.csv.busy'), { 'Retry-After': '10' });
  }
}

/** `jangteo-orders-2026-11-01-2026-11-30.csv`; with a product its lines alone count, which the name says. */
function fileName(table: ExportTable, { product, from, to }: Query): string {
  const parts = ['jangteo', table, product && `product-${product}`, from, to].filter(
    (part) => typeof part === 'string' && part,
  );
  return `${parts.join('-')}.csv`;
}

/** As a page gets it: a name that stands there twice has two values. */
function queryOf(params: URLSearchParams): Query {
  return Object.fromEntries(
    [...new Set(params.keys())].map((name) => {
      const values = params.getAll(name);
      return [name, values.length > 1 ? values : values[0]];
    }),
  );
}

function plain(status: number, text: string, headers: Record<string, string> = {}): Response {
  return new Response(text, {
    status,
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'private, no-store',
      ...headers,
    },
  });
}
