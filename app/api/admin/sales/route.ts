import type { NextRequest } from 'next/server';
import { getSessionUser } from '@/lib/auth/session';
import { readSalesAhead } from '@/lib/queries/admin/get-sales';

/**
 * `GET /api/admin/sales?…`, with the query of `/admin`: has its figures read, so that the drawing which
 * follows at once has them. 204, 401 for whoever is signed out by now, 403 for who is no operator.
 */
export async function GET({ nextUrl: { searchParams } }: NextRequest): Promise<Response> {
  const answer = (status: number) =>
    new Response(null, { status, headers: { 'Cache-Control': 'private, no-store' } });
  const user = await getSessionUser();
  if (!user) return answer(401);
  if (user.role !== 'admin') return answer(403);
  await readSalesAhead(Object.fromEntries(searchParams));
  return answer(204);
}
