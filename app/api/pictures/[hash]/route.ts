import { getUploadedPicture } from '@/lib/queries/catalog';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/**
 * `GET /api/pictures/{hash}`: an uploaded picture. The address is made of its bytes, so what it
 * shows never changes and every cache may keep it. Its policy is in `next.config.mjs`.
 */
export async function GET(request: Request, { params }: RouteContext<'/api/pictures/[hash]'>) {
  const { hash } = await params;
  const lasting = {
    'Cache-Control': `public, max-age=${YEAR_SECONDS}, immutable`,
    ETag: `"${hash}"`,
  };
  const webp = await getUploadedPicture(hash);
  if (!webp) {
    return Response.json(
      { error: 'not found' },
      { status: 404, headers: { 'Cache-Control': 'no-store' } },
    );
  }
  if (request.headers.get('if-none-match') === lasting.ETag) {
    return new Response(null, { status: 304, headers: lasting });
  }
  const headers = { ...lasting, 'Content-Type': 'image/webp', 'Content-Length': `${webp.length}` };
  return new Response(new Uint8Array(webp), { headers });
}
