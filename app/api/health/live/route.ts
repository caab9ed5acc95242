export const dynamic = 'force-dynamic';

/** `GET /api/health/live`: the process answers. Touches nothing else. */
export function GET() {
  return Response.json({ status: 'live' }, { headers: { 'Cache-Control': 'no-store' } });
}
