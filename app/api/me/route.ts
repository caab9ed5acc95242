import { getMe } from '@/lib/queries/get-me';

/** `GET /api/me` (contract.md): what the header of static pages shows about the visitor. */
export async function GET() {
  return Response.json(await getMe(), { headers: { 'Cache-Control': 'private, no-store' } });
}
