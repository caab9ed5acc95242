import type { NextRequest } from 'next/server';
import { clientAddress } from '@/lib/auth/client-address';
import { openStockStream } from '@/lib/queries/stock-stream';
import { parseStockIds } from '@/lib/views/stock';

/**
 * `GET /api/stock/stream?ids=1,2`: Server-Sent Events, each a `StockAnswer` of what changed. 429 when
 * too many are open: `/api/stock` answers the same question.
 */
export async function GET(request: NextRequest): Promise<Response> {
  const ids = parseStockIds(request.nextUrl.searchParams.get('ids'));
  const noStore = { 'Cache-Control': 'no-store' };
  if (!ids) {
    const error = 'ids: 1 to 100 product numbers, divided by commas';
    return Response.json({ error }, { status: 400, headers: noStore });
  }
  const stream = openStockStream(ids, await clientAddress());
  if (!stream) {
    const headers = { ...noStore, 'Retry-After': '30' };
    return Response.json({ error: 'too many streams are open' }, { status: 429, headers });
  }
  return new Response(stream, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      // Compressed it would wait for more to compress.
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
      // Kept alive, the connection would hold up a stopping process after its stream has ended.
      Connection: 'close',
    },
  });
}
