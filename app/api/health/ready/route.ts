import { getReadiness } from '@/lib/queries/get-readiness';

export const dynamic = 'force-dynamic';

/** `GET /api/health/ready`: 200 while requests can be served, 503 otherwise. */
export async function GET() {
  const status = await getReadiness();
  return Response.json(
    { status },
    { status: status === 'ready' ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  );
}
