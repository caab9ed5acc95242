const HOUR_SECONDS = 3_600;

/** A drawn picture as an answer; browsers and services may keep it for an hour. */
export function sharePicture(jpeg: Uint8Array): Response {
  const headers = {
    'Content-Type': 'image/jpeg',
    'Cache-Control': `public, max-age=${HOUR_SECONDS}`,
  };
  return new Response(new Uint8Array(jpeg), { headers });
}

export function missingSharePicture(): Response {
  return Response.json({ error: 'not found' }, { status: 404 });
}
