import type { NextRequest } from 'next/server';
import { defaultLocale, isLocale } from '@/lib/i18n/locales';
import { listProductsByIds } from '@/lib/queries/catalog';
import { parseStockIds } from '@/lib/views/stock';

/** `GET /api/products?ids=1,2&locale=ko`: cards of products that a browser remembers (`ProductView`). */
export async function GET({ nextUrl: { searchParams } }: NextRequest): Promise<Response> {
  const ids = parseStockIds(searchParams.get('ids'));
  const headers = { 'Cache-Control': 'no-store' };
  if (!ids) {
    const error = 'ids: 1 to 100 product numbers, divided by commas';
    return Response.json({ error }, { status: 400, headers });
  }
  const wanted = searchParams.get('locale') ?? '';
  const locale = isLocale(wanted) ? wanted : defaultLocale;
  return Response.json({ products: await listProductsByIds(ids, locale) }, { headers });
}
