import type { NextRequest } from 'next/server';
import { log, newReference } from '@/lib/log';
import { getOutcome } from '@/lib/queries/get-outcome';
import { parseOutcomeQuestion } from '@/lib/views/outcome';

const headers = { 'Cache-Control': 'private, no-store' };

const refuse = (status: number, error: string, retryAfterSeconds?: number) =>
  Response.json(
    { error },
    {
      status,
      headers: retryAfterSeconds
        ? { ...headers, 'Retry-After': String(retryAfterSeconds) }
        : headers,
    },
  );

/**
 * `GET /api/outcome?action=checkout&key=…` (or `top_up`, `restock`, `adjustment`), or
 * `?action=cancel&orderId=…` (an operator: `office_cancel`, `office_fulfil`):
 * whether a press whose answer was lost has done something, for a page that waits to know.
 */
export async function GET(request: NextRequest): Promise<Response> {
  const question = parseOutcomeQuestion(request.nextUrl.searchParams);
  if (!question) return refuse(400, 'action and its key or orderId');
  try {
    const answer = await getOutcome(question);
    if (answer.kind === 'guest') return refuse(401, 'signed out');
    if (answer.kind === 'tooOften') return refuse(429, 'too often', answer.waitSeconds);
    return Response.json(answer.outcome, { headers });
  } catch (error) {
    // Asked while the database is away, which is when answers are lost: the page asks again.
    log('error', 'query.failed', { reference: newReference(), query: 'outcome' }, error);
    return refuse(503, 'try again', 2);
  }
}
