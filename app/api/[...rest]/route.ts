/** Unmatched API addresses: a plain 404, without the shop around it. */
export function GET() {
  return Response.json({ error: 'not found' }, { status: 404 });
}
