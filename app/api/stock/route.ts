import type { NextRequest } from 'next/server';
import { getStockAnswer } from '@/lib/queries/catalog';
import { parseStockIds } from '@/lib/views/stock';

/** `GET /api/stock?ids=1,2`: the units left now, for pages that stay open (contract.md). */
export async function GET(request: NextRequest): Promise<Response> {
  const ids = parseStockIds(request.nextUrl.searchParams.get('ids'));
  const headers = { 'Cache-Control': 'no-store' };
  if (!ids) {
    const error = 'ids: 1 to 100 product numbers, divided by commas';
    return Response.json({ error }, { status: 400, headers });
  }
  return Response.json(await getStockAnswer(ids, new Date()), { headers });
}
